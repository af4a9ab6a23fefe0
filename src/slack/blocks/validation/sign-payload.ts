import { z } from 'zod';
import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import { circuitToken } from '../circuit-token.ts';

/** What the buttons and the form of a signature carry: which prefix of which circuit. Never the validation ID. */
export const SignPayload = z.object({ circuit: z.string().max(64), prefix: z.string().max(100) });
export type SignPayload = z.infer<typeof SignPayload>;

export function signPayload({ id }: { readonly id: CircuitId }, prefix: string): string {
  return JSON.stringify({ circuit: circuitToken(id), prefix: prefix.slice(0, 100) } satisfies SignPayload);
}
