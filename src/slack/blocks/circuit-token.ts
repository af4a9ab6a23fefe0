import { createHash } from 'node:crypto';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';

/** A circuit's name in a menu's option: ids are longer than the 150 characters that an option's value may have. */
export function circuitToken(id: CircuitId): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 24);
}

export function circuitOfToken(token: string, circuits: readonly KnownCircuit[]): KnownCircuit | undefined {
  return circuits.find(({ circuit }) => circuitToken(circuit.id) === token);
}
