import { answer, type Result, refuse } from '../result.ts';
import { closest } from '../text/closest.ts';
import type { Word } from '../text/words.ts';
import type { QuietHours } from './quiet.ts';

/** Quiet hours as somebody asks for them; whose channel and by whom is known otherwise. */
export type QuietAsk = Pick<QuietHours, 'fromMinute' | 'toMinute' | 'days' | 'zone'>;

export type QuietRefusal =
  | { readonly code: 'quiet-word-unknown'; readonly word: string; readonly didYouMean?: string }
  | { readonly code: 'quiet-times-missing' }
  /** They would last all day. */
  | { readonly code: 'quiet-times-same' }
  | { readonly code: 'quiet-zone-missing' };

export const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const spans: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  daily: [],
};

/** Reads `22:00-07:00 Europe/London weekdays`, in any order. `zone`: of the hours that there are, where none is said. */
export function parseQuiet(words: readonly Word[], zone?: string): Result<QuietAsk, QuietRefusal> {
  let read: Partial<QuietAsk> = zone ? { zone } : {};
  for (const { key, value } of words) {
    const part = key === undefined ? readWord(value) : undefined;
    if (!part) return refuse(unknownWord(key === undefined ? value : `${key}:${value}`));
    const days = part.days && read.days ? [...new Set([...read.days, ...part.days])].sort() : part.days;
    read = { ...read, ...part, ...(days ? { days } : {}) };
  }
  return parseQuietParts(read);
}

/** The same of the parts of a form. */
export function parseQuietParts(parts: Partial<QuietAsk>): Result<QuietAsk, QuietRefusal> {
  const { fromMinute, toMinute, days = [], zone } = parts;
  if (fromMinute === undefined || toMinute === undefined) return refuse({ code: 'quiet-times-missing' });
  if (fromMinute === toMinute) return refuse({ code: 'quiet-times-same' });
  if (!zone) return refuse({ code: 'quiet-zone-missing' });
  return answer({ fromMinute, toMinute, days: days.length === 7 ? [] : days, zone });
}

/** The hours as a person would type them. Law: `parseQuiet(parseWords(renderQuiet(q)))` is `q`. */
export function renderQuiet({ fromMinute, toMinute, days, zone }: QuietAsk): string {
  const names = days.map((day) => dayNames[day - 1]).join(',');
  return [`${clock(fromMinute)}-${clock(toMinute)}`, zone, names].filter((part) => part !== '').join(' ');
}

/** `22:00`. */
export function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function readWord(word: string): Partial<QuietAsk> | undefined {
  const times = /^([\d:.]+)[-\u2013\u2014]([\d:.]+)$/u.exec(word);
  if (times) {
    const [fromMinute, toMinute] = [parseClock(times[1] ?? ''), parseClock(times[2] ?? '')];
    return fromMinute === undefined || toMinute === undefined ? undefined : { fromMinute, toMinute };
  }
  const days = parseDays(word);
  if (days) return { days };
  const zone = parseZone(word);
  return zone === undefined ? undefined : { zone };
}

/** Minutes from midnight of `22:00`, `7.30` or `22`; undefined when it is no time. 24:00 is midnight. */
export function parseClock(text: string): number | undefined {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/u.exec(text) ?? [];
  if (hour === '' || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes > 1_440 ? undefined : minutes % 1_440;
}

/** `weekdays`, `mon,tue`, `Saturday`. */
function parseDays(word: string): readonly number[] | undefined {
  const folded = word.toLowerCase();
  if (Object.hasOwn(spans, folded)) return spans[folded];
  const found = folded.split(',').map((name) => dayNames.findIndex((day) => isDay(name, day)) + 1);
  return found.every((day) => day > 0) ? [...new Set(found)].sort() : undefined;
}

function isDay(name: string, day: string): boolean {
  return /^[a-z]{3,9}$/u.test(name) && name.startsWith(day) && /^(?:.{3}|.*day)$/u.test(name);
}

/** An IANA zone by its name, or by its city where only one has it; undefined when there is none. */
export function parseZone(text: string): string | undefined {
  const folded = text.trim().toLowerCase().replace(/ /gu, '_');
  if (folded === 'utc') return 'UTC';
  const exact = zones().find((zone) => zone.toLowerCase() === folded);
  if (exact) return exact;
  const byCity = zones().filter((zone) => cityOf(zone).toLowerCase() === folded);
  return byCity.length === 1 ? byCity[0] : undefined;
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1) ?? zone;
}

function zones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

function unknownWord(word: string): QuietRefusal {
  const names = [...zones(), ...Object.keys(spans), ...dayNames, 'off'];
  return { code: 'quiet-word-unknown', word, didYouMean: closest(word, names) };
}
