import type { CircuitAddress } from '../../circuit/circuit-id.ts';

/** The circuit that a refusal is about: enough for a sentence and a button. */
export type TargetRef = Pick<CircuitAddress, 'id' | 'name'>;
