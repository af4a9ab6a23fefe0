import type { Instant } from '../instant.ts';
import { answer, type Result, refuse } from '../result.ts';

export type MomentRefusal =
  | { readonly code: 'moment-unreadable'; readonly value: string }
  | { readonly code: 'moment-ahead'; readonly value: string };

/** Milliseconds. */
const units: Readonly<Record<string, number>> = {
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

const length = /^(\d{1,5})(min|h|d|w)$/iu;
const day = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;

/** Looks like a time and not like a circuit's name; it may still be none. */
export function seemsMoment(text: string): boolean {
  return length.test(text) || day.test(text);
}

/** `7d`: that long ago. `2026-11-01`: the beginning of that day, UTC, as nobody's zone is known here. */
export function parseMoment(text: string, now: Instant): Result<Instant, MomentRefusal> {
  const [, count, unit = ''] = length.exec(text) ?? [];
  if (count) return answer(now - Number(count) * (units[unit.toLowerCase()] ?? 0));
  const [, year, month, date] = day.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // The calendar runs over: the 31st of June would be the 1st of July.
  const isThere =
    new Date(at).getUTCDate() === Number(date) && new Date(at).getUTCMonth() === Number(month) - 1;
  if (!isThere) return refuse({ code: 'moment-unreadable', value: text });
  return at > now ? refuse({ code: 'moment-ahead', value: text }) : answer(at);
}
