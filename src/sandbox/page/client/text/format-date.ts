/** Slack's date tokens (`<!date^1700000000^{date_short} at {time}|…>`), in the reader's zone. */
export type DateContext = {
  /** Milliseconds, world time: what "today" is. */
  readonly now: number;
  /** IANA name; undefined: the browser's. */
  readonly timeZone?: string;
};

export function formatDate(at: number, format: string, context: DateContext): string {
  return format.replace(/\{(\w+)\}/g, (token, name: string) => tokens[name]?.(at, context) ?? token);
}

type Token = (at: number, context: DateContext) => string;

const tokens: Readonly<Record<string, Token>> = {
  date_num: (at, { timeZone }) => dayKey(at, timeZone),
  date: (at, { timeZone }) =>
    `${part(at, { month: 'long' }, timeZone)} ${ordinal(at, timeZone)}, ${year(at, timeZone)}`,
  date_short: (at, { timeZone }) =>
    `${part(at, { month: 'short', day: 'numeric' }, timeZone)}, ${year(at, timeZone)}`,
  date_long: (at, { timeZone }) =>
    `${part(at, { weekday: 'long' }, timeZone)}, ${part(at, { month: 'long' }, timeZone)} ${ordinal(at, timeZone)}, ${year(at, timeZone)}`,
  date_pretty: (at, context) => near(at, context) ?? formatDate(at, '{date}', context),
  date_short_pretty: (at, context) => near(at, context) ?? formatDate(at, '{date_short}', context),
  date_long_pretty: (at, context) => near(at, context) ?? formatDate(at, '{date_long}', context),
  time: (at, { timeZone }) => timeOf(at, timeZone),
  time_secs: (at, { timeZone }) =>
    part(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' }, timeZone),
  ago: (at, { now }) => ago(now - at),
};

function part(at: number, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-US', {
    hourCycle: 'h23',
    ...options,
    ...(timeZone && { timeZone }),
  }).format(at);
}

export const timeOf = (at: number, timeZone?: string): string =>
  part(at, { hour: '2-digit', minute: '2-digit' }, timeZone);

const year = (at: number, timeZone: string | undefined): string => part(at, { year: 'numeric' }, timeZone);

/** `2026-11-23`, in the reader's zone. */
export function dayKey(at: number, timeZone?: string): string {
  const month = part(at, { month: '2-digit' }, timeZone);
  return `${year(at, timeZone)}-${month}-${part(at, { day: '2-digit' }, timeZone)}`;
}

function ordinal(at: number, timeZone: string | undefined): string {
  const day = Number(part(at, { day: 'numeric' }, timeZone));
  const ending = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

const dayMs = 86_400_000;

function near(at: number, { now, timeZone }: DateContext): string | undefined {
  const day = dayKey(at, timeZone);
  if (day === dayKey(now, timeZone)) return 'today';
  if (day === dayKey(now - dayMs, timeZone)) return 'yesterday';
  return day === dayKey(now + dayMs, timeZone) ? 'tomorrow' : undefined;
}

/** The words on a separator between two days of messages. */
export function dayLabel(at: number, context: DateContext): string {
  const word = near(at, context);
  if (word) return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
  return part(at, { weekday: 'long', month: 'long', day: 'numeric' }, context.timeZone);
}

function ago(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return 'just now';
  const words =
    minutes < 60
      ? count(minutes, 'minute')
      : minutes < 1_440
        ? count(Math.floor(minutes / 60), 'hour')
        : count(Math.floor(minutes / 1_440), 'day');
  return ms < 0 ? `in ${words}` : `${words} ago`;
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
