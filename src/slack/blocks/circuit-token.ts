import { createHash } from 'node:crypto';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { clip, plain } from './mrkdwn.ts';
import { encode } from './payload.ts';

/**
 * A circuit's name in what buttons and menus carry: ids are longer than the 150 characters that an option's value may
 * have, and ten of them would fill a message.
 */
export function circuitToken(id: CircuitId): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 24);
}

export function circuitOfToken(token: string, circuits: readonly KnownCircuit[]): KnownCircuit | undefined {
  return circuits.find(({ circuit }) => circuitToken(circuit.id) === token);
}

/** A button's value. The name is for saying which circuit it was when it is there no more. */
export function circuitPayload({ id, name }: { readonly id: CircuitId; readonly name: string }): string {
  return encode({ circuit: circuitToken(id), name: clip(plain(name), 80) });
}
