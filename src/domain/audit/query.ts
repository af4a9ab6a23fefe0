import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';
import { answer, type Result, refuse } from '../result.ts';
import { closest } from '../text/closest.ts';
import type { Word } from '../text/words.ts';
import type { AuditEntry } from './entry.ts';
import { type MomentRefusal, parseMoment, seemsMoment } from './moment.ts';

/** What somebody wants to know from the audit trail; nothing: all of it. */
export type AuditQuery = {
  /** A circuit as it was typed. */
  readonly circuit?: string;
  /** A Slack user. */
  readonly by?: string;
  readonly since?: Instant;
};

export type AuditQueryRefusal =
  | MomentRefusal
  | { readonly code: 'audit-key-unknown'; readonly key: string; readonly didYouMean?: string }
  | { readonly code: 'audit-person-unreadable'; readonly value: string }
  | { readonly code: 'audit-said-twice'; readonly what: keyof AuditQuery };

const keys = ['circuit', 'by', 'since'] as const satisfies readonly (keyof AuditQuery)[];

/** Reads `lon-01 <@U0OMAR0001|omar> since:7d` in any order: a circuit, a person, a time; each once, or not at all. */
export function parseAuditQuery(words: readonly Word[], now: Instant): Result<AuditQuery, AuditQueryRefusal> {
  let query: AuditQuery = {};
  for (const word of words.filter(isTelling)) {
    const read = readWord(word, now);
    if (!read.ok) return read;
    const what = keys.find((key) => read.value[key] !== undefined && query[key] !== undefined);
    if (what) return refuse({ code: 'audit-said-twice', what });
    query = { ...query, ...read.value };
  }
  return answer(query);
}

/** `since 7d`, `by @omar`: what the next word is shows by itself. */
function isTelling({ key, value }: Word): boolean {
  return key !== undefined || !/^(?:since|by)$/iu.test(value);
}

function readWord({ key, value }: Word, now: Instant): Result<AuditQuery, AuditQueryRefusal> {
  switch (key === undefined ? kindOf(value) : keys.find((known) => known === key.toLowerCase())) {
    case 'circuit':
      return answer({ circuit: value });
    case 'by':
      return readPerson(value);
    case 'since': {
      const since = parseMoment(value, now);
      return since.ok ? answer({ since: since.value }) : since;
    }
    default:
      return refuse({ code: 'audit-key-unknown', key: key ?? '', didYouMean: closest(key ?? '', keys) });
  }
}

/** What a bare word must be. */
function kindOf(value: string): keyof AuditQuery {
  if (/^<?@/u.test(value)) return 'by';
  return seemsMoment(value) ? 'since' : 'circuit';
}

/** A mention, as Slack puts it into a command: `<@U0OMAR0001|omar>`; or the id by itself. */
function readPerson(value: string): Result<AuditQuery, AuditQueryRefusal> {
  const id = /^(?:<@)?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/u.exec(value)?.[1];
  return id ? answer({ by: id }) : refuse({ code: 'audit-person-unreadable', value });
}

/** `circuits`: those that the query's circuit stands for; undefined: it names none. */
export function fitsQuery(
  { by, since }: AuditQuery,
  circuits: ReadonlySet<CircuitId> | undefined,
  entry: AuditEntry,
): boolean {
  if (by !== undefined && entry.by !== by) return false;
  if (since !== undefined && entry.at < since) return false;
  return circuits === undefined || (entry.circuit !== undefined && circuits.has(entry.circuit.id));
}
