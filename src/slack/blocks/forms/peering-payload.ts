import { z } from 'zod';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { circuitToken } from '../circuit-token.ts';

/** What the forms of a peering carry: which circuit and which peering, and never a right. */
export const PeeringPayload = z.object({ circuit: z.string().max(64), peering: z.string().max(100) });
export type PeeringPayload = z.infer<typeof PeeringPayload>;

export function peeringPayload({ id }: Pick<Circuit, 'id'>, peering: string): string {
  return JSON.stringify({ circuit: circuitToken(id), peering } satisfies PeeringPayload);
}
