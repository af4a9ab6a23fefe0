import type { Instant } from '../instant.ts';
import type { AddressFamily } from './peering.ts';
import type { Availability, AvailabilityPoint } from './session-evidence.ts';
import { type EdgePlace, isAtEdge } from './session-place.ts';

/** Older than this a point tells nothing of now: the metric is some minutes late, and has gaps of two or three. */
export const freshMs = 5 * 60_000;

/** How long the metric must say 0 before it is believed though the edge could not be asked. Ours. */
export const unconfirmedAfterMs = 5 * 60_000;

const minuteMs = 60_000;

/**
 * The points that tell of one peering, link and family. Where Azure does not tell families apart, the series is the mean of
 * both: at 100 both are up, at 0 both are down.
 */
export function pointsOf(
  series: readonly Availability[],
  metric: Availability['metric'],
  place: EdgePlace & { readonly family?: AddressFamily },
): readonly AvailabilityPoint[] {
  const here = series.filter((entry) => entry.metric === metric && isAtEdge(entry, place));
  const own = place.family && here.find(({ family }) => family === place.family);
  return (own ?? here.find(({ family }) => family === undefined))?.points ?? [];
}

/** The newest point, unless it is too old to tell of now. */
export function newestPoint(
  points: readonly AvailabilityPoint[],
  now: Instant,
): AvailabilityPoint | undefined {
  const newest = points.at(-1);
  return newest && now - newest.at <= freshMs ? newest : undefined;
}

/** Since when every point is below 100; undefined: the newest is not, or there is none that is fresh. */
export function faultySince(points: readonly AvailabilityPoint[], now: Instant): Instant | undefined {
  if (!newestPoint(points, now)) return undefined;
  return points.slice(points.findLastIndex(({ percent }) => percent >= 100) + 1)[0]?.at;
}

/** Whether the metric has said 0 for so long that it is believed by itself. A minute without a point does not count. */
export function isLongZero(points: readonly AvailabilityPoint[], after: Instant, now: Instant): boolean {
  if (!newestPoint(points, now)) return false;
  const zeros = points.slice(points.findLastIndex(({ percent }) => percent > 0) + 1);
  return zeros.filter(({ at }) => at >= after).length * minuteMs >= unconfirmedAfterMs;
}
