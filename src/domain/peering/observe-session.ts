import type { Instant } from '../instant.ts';
import { faultySince, isLongZero, newestPoint, pointsOf } from './availability.ts';
import { edgeWord, type SessionEvidence } from './edge-reading.ts';
import { type ExpectedSession, isInSubnet } from './expected-sessions.ts';
import { countPrefixes } from './prefix-count.ts';
import type { Session } from './session.ts';
import type { AvailabilityPoint, Neighbor } from './session-evidence.ts';

/** A session of which nothing is known yet. */
export function unknownSession({ peering, link, family }: ExpectedSession, now: Instant): Session {
  return { peering, link, family, state: 'unknown', since: now, basis: 'metric' };
}

/**
 * A session after a look. The edge's line is believed. Without one, the metric alone may end a down, and may begin one only
 * when the edge could not be asked and the metric has been at 0 for long: it also falls in Microsoft's maintenance.
 */
export function observeSession(
  before: Session,
  expected: ExpectedSession,
  { series, summaries }: SessionEvidence,
  now: Instant,
): Session {
  const points = pointsOf(series, 'bgp', before);
  const word = edgeWord(summaries, before, (lines) => lineOf(lines, expected));
  if (word.kind === 'line') {
    const { line, readBefore } = word;
    return told(before, line, pointsSince(points, readBefore), expected.limit, now);
  }
  const isDown = word.kind === 'silent' && isLongZero(points, word.since, now);
  if (isDown && before.state !== 'down') return fallen(before, 'metric', points, now);
  return before.state !== 'up' && isBack(before, points, now) ? risen(before, 'metric', now) : before;
}

/** The edge lists the sessions with your gateways in Azure too: yours on this link is the one in its subnet. */
function lineOf(lines: readonly Neighbor[], { subnet }: ExpectedSession): Neighbor | undefined {
  return lines.find(({ address }) => isInSubnet(subnet, address));
}

function told(
  before: Session,
  { session, upDown }: Neighbor,
  points: readonly AvailabilityPoint[],
  limit: number,
  now: Instant,
): Session {
  if (session.kind === 'established') {
    const up: Session = before.state === 'up' ? { ...before, basis: 'routes' } : risen(before, 'routes', now);
    return countPrefixes(up, session.prefixes, limit, now);
  }
  const down = before.state === 'down' ? before : fallen(before, 'routes', points, now);
  return {
    ...down,
    basis: 'routes',
    bgpState: steadyState(down.bgpState, session.bgpState),
    ...(isNew(before) && saysNever(upDown) ? { neverUp: true as const } : {}),
  };
}

/** The edge has told nothing of it yet. */
function isNew({ state, basis }: Session): boolean {
  return state === 'unknown' || (state === 'up' && basis === 'metric');
}

/** Official example of routeTablesSummary: `upDown: "never"`. Of one that was up the edge may have forgotten it. */
function saysNever(upDown: string | undefined): boolean {
  return upDown?.toLowerCase() === 'never';
}

/** While the edge said that it was up, a metric that fell said nothing of it. */
function pointsSince(points: readonly AvailabilityPoint[], from: Instant = 0): readonly AvailabilityPoint[] {
  return points.filter(({ at }) => at + minuteMs > from);
}

const minuteMs = 60_000;

/** Those that a session without an answer runs through again and again: one is as good as the other. */
const trying = ['Idle', 'Active', 'Connect', 'OpenSent', 'OpenConfirm'];

function steadyState(before: string | undefined, seen: string): string {
  return before !== undefined && trying.includes(before) && trying.includes(seen) ? before : seen;
}

/** Down since the metric's first bad minute, where it tells: it is seen later than it happens. */
function fallen(
  { peering, link, family, since, usualPrefixes, prefixTurn }: Session,
  basis: Session['basis'],
  points: readonly AvailabilityPoint[],
  now: Instant,
): Session {
  const memory = {
    ...(usualPrefixes === undefined ? {} : { usualPrefixes }),
    ...(prefixTurn ? { prefixTurn } : {}),
  };
  const from = Math.max(since, Math.min(now, faultySince(points, now) ?? now));
  return { peering, link, family, state: 'down', since: from, basis, ...memory };
}

function risen(
  { bgpState: _, neverUp: __, ...before }: Session,
  basis: Session['basis'],
  now: Instant,
): Session {
  return { ...before, state: 'up', since: now, basis };
}

function isBack({ state, since }: Session, points: readonly AvailabilityPoint[], now: Instant): boolean {
  const newest = newestPoint(points, now);
  return newest !== undefined && newest.percent >= 100 && (state === 'unknown' || newest.at > since);
}
