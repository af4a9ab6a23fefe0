import type { Log } from '../ports.ts';
import type { Store } from '../store.ts';
import type { AuditFile } from './audit-file.ts';

export type AuditWriterDeps = { readonly store: Store; readonly audit: AuditFile; readonly log: Log };

export interface AuditWriter {
  /** Writes what is due, after the flush under way if there is one. A failure is logged, and what is due stays due. */
  flush(): Promise<void>;
  /** Writes what is due once more. Nothing is asked of the store afterwards, whoever still owes something. */
  stop(): Promise<void>;
}

/**
 * So many at a time: few enough that the file still knows their ids when Trunkline was killed before they were settled.
 */
const batchSize = 100;

/** Brings entries from the store, where they were owed with what they tell of, into the audit file. */
export function createAuditWriter({ store, audit, log }: AuditWriterDeps): AuditWriter {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  /** What the log was told last; a full disk is not filled by telling it at every try. */
  let told: string | undefined;
  let isOver = false;

  async function writeAll(): Promise<void> {
    for (;;) {
      const due = (await store.dueAudit()).slice(0, batchSize);
      if (due.length === 0) return;
      await audit.append(due);
      await store.commit({ settleAudit: due.map(({ id }) => id) });
    }
  }

  async function attempt(): Promise<void> {
    try {
      await writeAll();
      if (told !== undefined) log.info({}, 'the audit trail is written again');
      told = undefined;
    } catch (error) {
      if (String(error) === told) return;
      log.error({ err: error }, 'the audit trail is not written; its entries are kept and written later');
      told = String(error);
    }
  }

  function flush(): Promise<void> {
    if (isOver) return Promise.resolve();
    if (running === undefined) {
      running = attempt().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running.then(() => {
      next = undefined;
      return flush();
    });
    return next;
  }

  return {
    flush,
    async stop() {
      isOver = true;
      await running;
      await attempt();
    },
  };
}

/** The same store; whoever owes an entry to the audit trail, it is written soon. */
export function tellingAudit(store: Store, { flush }: Pick<AuditWriter, 'flush'>): Store {
  return {
    ...store,
    async commit(transaction) {
      await store.commit(transaction);
      if (transaction.audit && transaction.audit.length > 0) void flush();
    },
  };
}
