import type { Verdict } from '../condition.ts';
import type { Counted } from './prefix-count.ts';

/**
 * Far fewer prefixes than usual: of the links that have, the emptier one. Critical where none is left on any link:
 * nothing of yours can be reached.
 */
export function dropVerdict(
  [first, ...others]: readonly [Counted, ...Counted[]],
  counted: readonly Counted[],
): Verdict {
  const worst = others.reduce((a, b) => (b.prefixes < a.prefixes ? b : a), first);
  const { link, prefixes, usualPrefixes = prefixes, prefixesSince, since } = worst;
  return {
    kind: 'bad',
    severity: counted.every((session) => session.prefixes === 0) ? 'critical' : 'warning',
    trouble: { kind: 'prefix-drop', link, prefixes, usualPrefixes, since: prefixesSince ?? since },
  };
}
