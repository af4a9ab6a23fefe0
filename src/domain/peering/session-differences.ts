import type { Difference } from '../circuit/changes.ts';
import type { ArpStanding, Session } from './session.ts';

/** What is worth telling between two looks at one session. That an unknown one is up is no news. */
export function diffSession(before: Session, after: Session, limit: number): readonly Difference[] {
  return [...diffState(before, after), ...diffPrefixes(before, after, limit)];
}

function diffState(before: Session, after: Session): readonly Difference[] {
  const { peering, link, family, state } = after;
  if (!isNews(before.state, state)) return [];
  const bgpState = state === 'down' && after.bgpState !== undefined ? { bgpState: after.bgpState } : {};
  return [{ kind: 'bgp-session', peering, link, family, before: before.state, after: state, ...bgpState }];
}

export function diffArp(before: ArpStanding, after: ArpStanding): readonly Difference[] {
  const { peering, link, state } = after;
  return isNews(before.state, state)
    ? [{ kind: 'arp', peering, link, before: before.state, after: state }]
    : [];
}

function isNews(before: Session['state'], after: Session['state']): after is 'up' | 'down' {
  return before !== after && after !== 'unknown' && !(before === 'unknown' && after === 'up');
}

/** Each turn of the count, measured against what it was; a fall against what is usual. */
function diffPrefixes(before: Session, after: Session, limit: number): readonly Difference[] {
  const { peering, link, family, prefixes, prefixTurn } = after;
  if (prefixTurn === before.prefixTurn || prefixes === undefined) return [];
  const usual = after.usualPrefixes ?? prefixes;
  // Of one that was dropped near its limit no count is left.
  const lost = before.prefixTurn === 'near-limit' ? limit : before.usualPrefixes;
  const was = prefixTurn === 'fell' ? usual : (before.prefixes ?? lost ?? prefixes);
  const counts = { before: was, after: prefixes, turn: prefixTurn ?? 'normal', limit } as const;
  return [{ kind: 'prefix-count', peering, link, family, ...counts }];
}
