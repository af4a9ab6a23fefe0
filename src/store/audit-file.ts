import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AuditEntry } from '../domain/audit/entry.ts';
import { AuditFault } from '../usecases/audit/audit-fault.ts';
import type { AuditFile, AuditPage } from '../usecases/audit/audit-file.ts';
import { createTurnstile } from '../usecases/in-turn.ts';
import { writeHead } from './audit/head.ts';
import { formatLine, parseLine } from './audit/line.ts';
import { linesOf } from './audit/lines-of.ts';
import { openTrail, type Trail, type TrailDeps } from './audit/open-trail.ts';
import { codeOf, failureOf } from './file-fault.ts';
import { ownerOnly, syncFolder } from './safe-copy.ts';
import { AuditEntry as AuditEntrySchema } from './schema/audit.ts';

/** How many ids are remembered, so that an entry handed over twice is written once; many times what is due at once. */
const rememberedIds = 5_000;

/**
 * The audit trail: one JSON line an entry, each with the hash of the one before it, and beside it a file that knows the
 * end. For the one process that holds the store's lock.
 */
export function createAuditFile(path: string, deps: TrailDeps): AuditFile {
  /** Undefined: to be looked at anew, at the start and after a fault. */
  let trail: Trail | undefined;
  const inTurn = createTurnstile();

  async function append(entries: readonly AuditEntry[]): Promise<void> {
    try {
      const known = trail && (await sizeOf(path)) === trail.size ? trail : await openTrail(path, deps);
      trail = undefined;
      trail = await appendTo(path, known, entries);
    } catch (cause) {
      throw new AuditFault('unwritable', failureOf(path, 'The audit trail could not be written to', cause), {
        cause,
      });
    }
  }

  return {
    append: (entries) => inTurn(() => append(entries)),
    async read(query) {
      try {
        return await readPage(path, query);
      } catch (cause) {
        const message = failureOf(path, 'The audit trail could not be read from', cause);
        throw new AuditFault('unreadable', message, { cause });
      }
    },
  };
}

async function appendTo(path: string, trail: Trail, entries: readonly AuditEntry[]): Promise<Trail> {
  const ids = new Set(trail.ids);
  let { end } = trail;
  let text = '';
  for (const entry of entries) {
    if (ids.has(entry.id)) continue;
    ids.add(entry.id);
    const line = formatLine(entry, end);
    text += `${line.text}\n`;
    end = line.link;
  }
  const bytes = Buffer.from(text);
  if (bytes.length > 0) await write(path, bytes, trail.size);
  const isKnown = trail.head.kind === 'there' && trail.head.link.hash === end.hash;
  if (!isKnown && end.seq > 0) await writeHead(path, end);
  const newest = new Set([...ids].slice(-rememberedIds));
  return { end, size: trail.size + bytes.length, ids: newest, head: { kind: 'there', link: end } };
}

/** Whole and durable, or not at all. */
async function write(path: string, bytes: Buffer, size: number): Promise<void> {
  const file = await open(path, 'a', ownerOnly);
  try {
    await file.appendFile(bytes);
    await file.datasync();
  } catch (cause) {
    await file.truncate(size).catch(() => {});
    throw cause;
  } finally {
    await file.close();
  }
  if (size === 0) await syncFolder(dirname(path));
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

async function readPage(path: string, { fits, limit }: Parameters<AuditFile['read']>[0]): Promise<AuditPage> {
  const entries: AuditEntry[] = [];
  let total = 0;
  let unreadable = 0;
  for await (const { bytes, whole } of linesOf(path)) {
    const line = whole ? parseLine(bytes) : undefined;
    const entry = line && AuditEntrySchema.safeParse(line.raw).data;
    if (entry === undefined) unreadable += whole ? 1 : 0;
    else if (fits(entry)) {
      total++;
      entries.push(entry);
      if (entries.length > limit) entries.shift();
    }
  }
  return { entries, total, unreadable };
}
