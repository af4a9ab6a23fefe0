import { z } from 'zod';
import type { Circuit } from '../model/circuit.ts';
import { type Peering, type PeeringKind, peeringKindOf, peeringKinds } from '../model/peering.ts';
import { refused } from './control-env.ts';

/** A peering in any casing, or by its everyday name. */
export const anyPeering = z.string().transform((written, context): PeeringKind => {
  const kind = peeringKindOf(written);
  if (kind) return kind;
  context.addIssue(`there is no peering '${written}': use one of ${peeringKinds.join(', ')}`);
  return z.NEVER;
});

export function withNamedPeering(
  circuit: Circuit,
  kind: PeeringKind,
  answer: (peering: Peering) => Response,
): Response {
  const found = circuit.peerings.find((peering) => peering.kind === kind);
  if (found) return answer(found);
  const present = circuit.peerings.map((peering) => peering.kind).join(', ') || 'no peering at all';
  return refused(`${circuit.name} has no ${kind}: it has ${present}.`);
}
