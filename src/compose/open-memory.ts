import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createAuditFile } from '../store/audit-file.ts';
import { openFileStore } from '../store/file-store.ts';
import { createAuditWriter, tellingAudit } from '../usecases/audit/write-audit.ts';
import type { Meter } from '../usecases/life-signs/meter.ts';
import { countedChanges, toldAudit } from '../usecases/life-signs/told-writes.ts';
import type { Vitals } from '../usecases/life-signs/vitals.ts';
import type { Log, Now } from '../usecases/ports.ts';
import type { Undo } from './undo.ts';

export type Surroundings = { readonly log: Log; readonly now: Now; readonly undo: Undo };

/** The store and the audit trail beside it. What is written, and whether it could be, is noted. */
export async function openMemory(
  { DATA_DIR }: Pick<Config, 'DATA_DIR'>,
  { log, now, undo }: Surroundings,
  { vitals, meter }: { readonly vitals: Vitals; readonly meter: Meter },
) {
  const observe = vitals.noteWrite;
  const path = join(DATA_DIR, 'trunkline.json');
  const { store: file, recovered } = await openFileStore({ path, now, log, observe });
  undo.push(() => file.close());
  const audit = toldAudit(createAuditFile(join(DATA_DIR, 'audit.jsonl'), { now, log }), observe, now);
  const auditWriter = createAuditWriter({ store: file, audit, log });
  undo.push(auditWriter.stop);
  void auditWriter.flush();
  const store = countedChanges(tellingAudit(file, auditWriter), meter);
  return { store, audit, auditWriter, recovered };
}
