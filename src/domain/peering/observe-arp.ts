import type { Instant } from '../instant.ts';
import { faultySince, isLongZero, newestPoint, pointsOf } from './availability.ts';
import { edgeWord, type SessionEvidence } from './edge-reading.ts';
import { type ExpectedSession, isInSubnet, yourAddress } from './expected-sessions.ts';
import type { ArpStanding } from './session.ts';
import type { ArpEntry } from './session-evidence.ts';

/** Layer 2 of one peering on one link after a look, by the same rules as a session's. `ipv4`: ARP is of IPv4 alone. */
export function observeArp(
  before: ArpStanding,
  ipv4: ExpectedSession,
  { series, arpTables }: SessionEvidence,
  now: Instant,
): ArpStanding {
  const points = pointsOf(series, 'arp', before);
  const word = edgeWord(arpTables, before, (lines) => lineOf(lines, ipv4.subnet));
  const from = Math.max(before.since, Math.min(now, faultySince(points, now) ?? now));
  const turn = (state: ArpStanding['state'], since: Instant): ArpStanding =>
    before.state === state ? before : { ...before, state, since };
  if (word.kind === 'line') return word.line.mac === undefined ? turn('down', from) : turn('up', now);
  if (word.kind === 'silent' && isLongZero(points, word.since, now)) return turn('down', from);
  const newest = newestPoint(points, now);
  const isBack = newest && newest.percent >= 100 && (before.state !== 'down' || newest.at > before.since);
  return isBack ? turn('up', now) : before;
}

/** Your side's entry. A table that has entries and not yours has lost it: it has aged out, and nobody answers. */
function lineOf(entries: readonly ArpEntry[], subnet: string): ArpEntry | undefined {
  const yours = yourAddress(subnet);
  const entry =
    entries.find(({ address }) => address === yours) ??
    entries.find(({ side, address }) => side === 'yours' && isInSubnet(subnet, address));
  if (entry || entries.length === 0) return entry;
  return { side: 'yours', address: yours ?? '' };
}
