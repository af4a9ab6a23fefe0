import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEntry } from '../../../src/domain/audit/entry.ts';
import { createAuditFile } from '../../../src/store/audit-file.ts';
import { keptLog } from '../../support/kept-log.ts';
import { anEntry } from '../support/request-builders.ts';

const now = () => Date.UTC(2026, 10, 22, 3, 12, 9, 5);

/** A trail in a folder; `lines` and `put` are for those who tamper with it. */
export function aTrail(folder: string) {
  const path = join(folder, 'audit.jsonl');
  const log = keptLog();
  return {
    path,
    head: join(folder, 'audit.head'),
    log,
    file: createAuditFile(path, { now, log }),
    /** As after a restart. */
    again: () => createAuditFile(path, { now, log }),
    lines: async () => (await readFile(path, 'utf8')).split('\n').slice(0, -1),
    put: (lines: readonly string[]) => writeFile(path, lines.map((line) => `${line}\n`).join('')),
  };
}

/** So many entries: `e-1`, `e-2` … */
export function entries(count: number, from = 1): readonly AuditEntry[] {
  return Array.from({ length: count }, (_, index) => anEntry(`e-${from + index}`, { at: from + index }));
}

export const everything = { fits: () => true, limit: 1_000 };
