import type { Instant } from '../instant.ts';
import { limitShares } from './received-limit.ts';
import type { PrefixTurn, Session } from './session.ts';

/** What is usual comes down to a lower count only when that has stood so long: a fall is not forgotten overnight. */
export const usualAfterMs = 24 * 60 * 60_000;

/** A session that has just come up is still being told its prefixes. */
export const settlingMs = 2 * 60_000;

/** A count is stored anew when it moves by more than this share of itself: no write for each small wobble. */
const wobble = 0.05;

const fall = { least: 10, share: 0.5, endsAt: 0.75 } as const;

/** A session that is up, with how many prefixes the edge has from you. */
export function countPrefixes(before: Session, seen: number, limit: number, now: Instant): Session {
  const { prefixTurn, prefixes: stored, prefixesSince, usualPrefixes, ...rest } = before;
  const isSame = stored !== undefined && isSameLevel(stored, seen, limit, prefixTurn);
  const prefixes = isSame ? stored : seen;
  const since = isSame ? (prefixesSince ?? now) : now;
  const isNear = isNearLimit(prefixes, limit, prefixTurn);
  const usual = now - since >= usualAfterMs ? prefixes : usualOf(prefixes, usualPrefixes, isNear);
  const turn = isNear
    ? 'near-limit'
    : isFallen(prefixes, usual, prefixTurn, now - before.since)
      ? 'fell'
      : undefined;
  const counted = { ...rest, prefixes, prefixesSince: since, usualPrefixes: usual };
  return turn ? { ...counted, prefixTurn: turn } : counted;
}

/** What is about to be dropped for its size is not what should be there: mended, it is no fall. */
function usualOf(prefixes: number, before: number | undefined, isNear: boolean): number {
  if (before === undefined) return prefixes;
  return isNear ? before : Math.max(prefixes, before);
}

/** Near enough to the stored count, and on the same side of what is told. */
function isSameLevel(stored: number, seen: number, limit: number, turn: PrefixTurn | undefined): boolean {
  const isMoreUrgent = [limitShares.warning, limitShares.critical].some(
    (share) => seen >= limit * share && stored < limit * share,
  );
  const isOver = turn === 'near-limit' && seen < limit * limitShares.normal;
  return Math.abs(seen - stored) <= stored * wobble && !isMoreUrgent && !isOver;
}

/** Each turn ends later than it begins, so that a count at the edge of one does not turn at each look. */
function isNearLimit(count: number, limit: number, turn: PrefixTurn | undefined): boolean {
  return count >= limit * (turn === 'near-limit' ? limitShares.normal : limitShares.warning);
}

function isFallen(count: number, usual: number, turn: PrefixTurn | undefined, upForMs: number): boolean {
  if (turn === 'fell') return count < usual * fall.endsAt;
  return usual - count >= fall.least && count <= usual * fall.share && upForMs >= settlingMs;
}
