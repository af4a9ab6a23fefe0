import { type Instant, utc } from '../../domain/instant.ts';
import { type Mrkdwn, trusted } from './mrkdwn.ts';

/** A moment in the reader's own zone; UTC where a client cannot show it. */
export function moment(at: Instant): Mrkdwn {
  return trusted(`<!date^${Math.floor(at / 1_000)}^{date_short_pretty} {time}|${utc(at)}>`);
}

/** `03:12–03:16, 4 min`, with the day before it; both in the reader's own zone. */
export function span(from: Instant, until: Instant): Mrkdwn {
  const isShort = until - from < 12 * 3_600_000;
  return trusted(
    `${moment(from).mrkdwn}–${(isShort ? clock : moment)(until).mrkdwn}, ${duration(until - from)}`,
  );
}

/** The time of day alone, where the day was just said. */
function clock(at: Instant): Mrkdwn {
  return trusted(`<!date^${Math.floor(at / 1_000)}^{time}|${utc(at)}>`);
}

/** A length of time in the two largest units: `45 s`, `4 min`, `2 h 5 min`, `3 d 2 h`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair(hours, 'h', minutes % 60, 'min');
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
