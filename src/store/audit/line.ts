import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit/entry.ts';

/** A place in the chain: the line's number, counted from 1, and its hash. */
export const Link = z.object({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/u) });
export type Link = z.output<typeof Link>;

/** What the first line follows. */
export const beginning: Link = { seq: 0, hash: '0'.repeat(64) };

/** A line as it was written. `raw`: the entry, not yet parsed, and what ties it to the chain. */
export type Line = {
  readonly link: Link;
  /** Hash of the line before. */
  readonly prev: string;
  /** The entry's. */
  readonly id: string;
  readonly raw: unknown;
};

const Chained = z.object({ seq: z.number(), prev: z.string(), id: z.string() });

/** A line's end: `,"hash":"…"}` in place of the brace that closed what was hashed. */
const tailStart = ',"hash":"';
const tailEnd = '"}';
const tailLength = tailStart.length + 64 + tailEnd.length;

/** The entry as the line that follows `before`, without its line feed. JSON escapes line feeds, so it is one line. */
export function formatLine(entry: AuditEntry, before: Link): { readonly text: string; readonly link: Link } {
  const seq = before.seq + 1;
  const body = JSON.stringify({ seq, ...inOrder(entry), prev: before.hash });
  const hash = hashOf(Buffer.from(body));
  return { text: `${body.slice(0, -1)}${tailStart}${hash}${tailEnd}`, link: { seq, hash } };
}

/** Undefined for what was not written so, and be it one bit: the hash is over the bytes themselves. */
export function parseLine(bytes: Buffer): Line | undefined {
  const bodyEnd = bytes.length - tailLength;
  const tail = bytes.subarray(Math.max(0, bodyEnd)).toString('latin1');
  if (bodyEnd < 1 || !tail.startsWith(tailStart) || !tail.endsWith(tailEnd)) return undefined;
  const hash = tail.slice(tailStart.length, -tailEnd.length);
  const body = Buffer.concat([bytes.subarray(0, bodyEnd), Buffer.from('}')]);
  return hashOf(body) === hash ? readBody(body.toString(), hash) : undefined;
}

function readBody(body: string, hash: string): Line | undefined {
  try {
    const raw: unknown = JSON.parse(body);
    const { success, data } = Chained.safeParse(raw);
    return success ? { link: { seq: data.seq, hash }, prev: data.prev, id: data.id, raw } : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One order of fields for all lines: what is the same reads the same. */
function inOrder(entry: AuditEntry): AuditEntry {
  const { id, at, by, channelId, act, operation, requestId, circuit, changes, note } = entry;
  return { id, at, by, channelId, act, operation, requestId, circuit, changes, note };
}
