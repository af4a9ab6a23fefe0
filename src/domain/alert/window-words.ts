import { type CircuitFilter, type FilterRefusal, isLasting, parseFilter } from '../circuit/filter.ts';
import type { Instant } from '../instant.ts';
import { answer, type Result, refuse } from '../result.ts';
import type { Word } from '../text/words.ts';
import type { MaintenanceWindow } from './quiet.ts';

/** A maintenance as it is typed. `forMs` absent: a form asks for the rest. */
export type WindowDraft = {
  readonly filter: CircuitFilter;
  /** Absent: from now on. */
  readonly from?: Instant;
  readonly forMs?: number;
  readonly effect: MaintenanceWindow['effect'];
  readonly note: string;
};

export type WindowRefusal =
  | FilterRefusal
  | { readonly code: 'window-filter-passing'; readonly key: string }
  | { readonly code: 'window-length-unreadable'; readonly value: string }
  | { readonly code: 'window-start-unreadable'; readonly value: string };

const keywords = ['from', 'for', 'note'] as const;
type Keyword = (typeof keywords)[number];

/** Reads `lon-01 from 2026-11-01T22:00 for 2h hold note new router`; also `for:2h`. What follows `note` is the note. */
export function parseWindow(words: readonly Word[], now: Instant): Result<WindowDraft, WindowRefusal> {
  const parts = partsOf(words);
  const filter = parseLasting(parts.rest.filter((word) => !isEffect(word)));
  if (!filter.ok) return filter;
  const from = parts.from === undefined ? undefined : parseStart(parts.from, now);
  if (parts.from !== undefined && from === undefined) {
    return refuse({ code: 'window-start-unreadable', value: parts.from });
  }
  const forMs = parts.for === undefined ? undefined : parseLength(parts.for);
  if (parts.for !== undefined && forMs === undefined) {
    return refuse({ code: 'window-length-unreadable', value: parts.for });
  }
  return answer({
    filter: filter.value,
    ...(from === undefined ? {} : { from }),
    ...(forMs === undefined ? {} : { forMs }),
    effect: parts.rest.some(({ key, value }) => key === undefined && value.toLowerCase() === 'hold')
      ? 'hold'
      : 'mark',
    note: parts.note ?? '',
  });
}

/** A filter that does not depend on a passing state: alerts are of circuits, however these stand. */
export function parseLasting(
  words: readonly Word[],
): Result<CircuitFilter, Extract<WindowRefusal, FilterRefusal | { code: 'window-filter-passing' }>> {
  const filter = parseFilter(words);
  if (!filter.ok) return filter;
  const passing = filter.value.find(({ key }) => !isLasting(key));
  return passing ? refuse({ code: 'window-filter-passing', key: passing.key }) : filter;
}

type Parts = Partial<Record<Keyword, string>> & { readonly rest: readonly Word[] };

function partsOf(words: readonly Word[]): Parts {
  const [first, ...more] = words;
  if (!first) return { rest: [] };
  const keyword = keywords.find((one) => one === (first.key ?? first.value).toLowerCase());
  if (keyword === undefined) {
    const { rest, ...parts } = partsOf(more);
    return { ...parts, rest: [first, ...rest] };
  }
  const own = first.key === undefined ? [] : [first.value];
  if (keyword === 'note') return { rest: [], note: [...own, ...more.map(textOf)].join(' ') };
  if (own.length > 0) return { [keyword]: own[0], ...partsOf(more) };
  const taken =
    keyword === 'from' && /^\d{4}-\d\d-\d\d$/u.test(more[0]?.value ?? '') && isClock(more[1]) ? 2 : 1;
  const value = more.slice(0, taken).map(textOf).join(' ');
  return { [keyword]: value, ...partsOf(more.slice(taken)) };
}

function textOf({ key, value }: Word): string {
  return key === undefined ? value : `${key}:${value}`;
}

function isEffect({ key, value }: Word): boolean {
  return key === undefined && ['hold', 'mark'].includes(value.toLowerCase());
}

function isClock(word: Word | undefined): boolean {
  return word !== undefined && /^\d{1,2}:\d\d$/u.test(textOf(word));
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90min`, `2h`, `1.5h`, `3d`; undefined when it is no length. */
export function parseLength(text: string): number | undefined {
  const [, count = '', unit = ''] =
    /^(\d{1,4}(?:\.\d{1,2})?) ?(m|h|d)(?:in|ins|inutes?|ours?|ays?)?$/iu.exec(text.trim()) ?? [];
  const ms = Number(count) * (unitMs[unit.toLowerCase()] ?? 0);
  return count !== '' && ms > 0 ? ms : undefined;
}

/** `now`, `2026-11-01T22:00`, or `22:00`: the next one. All in UTC. */
function parseStart(text: string, now: Instant): Instant | undefined {
  if (text.toLowerCase() === 'now') return now;
  const day = /^(\d{4}-\d\d-\d\d)[T ](\d{1,2}:\d\d)Z?$/iu.exec(text);
  if (day) return momentOf(day[1] ?? '', day[2] ?? '');
  if (!/^\d{1,2}:\d\d$/u.test(text)) return undefined;
  const today = momentOf(new Date(now).toISOString().slice(0, 10), text);
  return today === undefined || today >= now ? today : today + 86_400_000;
}

function momentOf(day: string, time: string): Instant | undefined {
  const at = Date.parse(`${day}T${time.padStart(5, '0')}:00Z`);
  // 2026-02-30 would be a day in March.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) ? undefined : at;
}
