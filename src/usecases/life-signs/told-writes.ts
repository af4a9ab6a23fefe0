import type { AuditFile } from '../audit/audit-file.ts';
import type { Now } from '../ports.ts';
import type { WriteSight } from '../sights.ts';
import type { Store } from '../store.ts';
import type { Meter } from './meter.ts';

/** Runs a write and tells how it went. */
export async function toldWrite(
  write: () => Promise<void>,
  what: WriteSight['what'],
  observe: (sight: WriteSight) => void,
  now: Now,
): Promise<void> {
  const startedAt = now();
  try {
    await write();
  } catch (fault) {
    observe({ what, fault, startedAt, endedAt: now() });
    throw fault;
  }
  observe({ what, fault: undefined, startedAt, endedAt: now() });
}

/** The same audit file; each append tells whether it could be written. */
export function toldAudit(audit: AuditFile, observe: (sight: WriteSight) => void, now: Now): AuditFile {
  return {
    ...audit,
    append: (entries) => toldWrite(() => audit.append(entries), 'audit', observe, now),
  };
}

/** The same store; changes that it remembers are counted. */
export function countedChanges(store: Store, meter: Pick<Meter, 'change'>): Store {
  return {
    ...store,
    async commit(transaction) {
      await store.commit(transaction);
      for (const { difference } of transaction.addChanges ?? []) meter.change(difference.kind);
    },
  };
}
