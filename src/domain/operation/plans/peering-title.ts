import { nameOf } from '../../open-enum.ts';
import type { PeeringType } from '../../peering/peering.ts';

/** A peering as people call it, `Azure private peering`, also one that nobody knows here. */
export function peeringTitle(type: PeeringType): string {
  const spaced = nameOf(type).replace(/(?<=[a-z])[A-Z]/gu, ' $&');
  return spaced.charAt(0) + spaced.slice(1).toLowerCase();
}
