import { limitShares } from '../../peering/received-limit.ts';
import type { Verdict } from '../condition.ts';
import type { Counted } from './prefix-count.ts';

/** So many prefixes that Microsoft is about to drop the session: of the links that are, the fuller one. */
export function limitVerdict([first, ...others]: readonly [Counted, ...Counted[]]): Verdict {
  const { link, prefixes, limit } = others.reduce((a, b) => (b.prefixes > a.prefixes ? b : a), first);
  return {
    kind: 'bad',
    severity: prefixes >= limit * limitShares.critical ? 'critical' : 'warning',
    trouble: { kind: 'prefix-limit', link, prefixes, limit },
  };
}
