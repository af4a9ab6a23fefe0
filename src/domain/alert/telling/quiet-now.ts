import type { Instant } from '../../instant.ts';
import type { QuietHours } from '../quiet.ts';

/**
 * Whether the hours are on, by the clock on the wall of their zone: an hour that summer time skips is never quiet, one
 * that comes twice is quiet twice. A zone that nobody knows is never quiet: what cannot be read must not silence.
 */
export function isQuiet({ fromMinute, toMinute, days, zone }: QuietHours, now: Instant): boolean {
  const wall = wallClock(zone, now);
  if (!wall) return false;
  const { day, minute } = wall;
  const beginsOn = (weekday: number) => days.length === 0 || days.includes(weekday);
  if (fromMinute < toMinute) return minute >= fromMinute && minute < toMinute && beginsOn(day);
  return (minute >= fromMinute && beginsOn(day)) || (minute < toMinute && beginsOn(dayBefore(day)));
}

function dayBefore(day: number): number {
  return day === 1 ? 7 : day - 1;
}

/** `day`: 1 Monday … 7 Sunday; `minute`: from midnight. */
type WallClock = { readonly day: number; readonly minute: number };

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function wallClock(zone: string, now: Instant): WallClock | undefined {
  const format = formatOf(zone);
  if (!format) return undefined;
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    day: weekdays.indexOf(parts.get('weekday') ?? '') + 1,
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/** Making one takes longer than everything else here. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, createFormat(zone));
  return formats.get(zone);
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
}
