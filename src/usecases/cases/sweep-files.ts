import { furthestMs, soonest } from '../../domain/approval/turn.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Log, Now } from '../ports.ts';
import type { Store } from '../store.ts';
import type { CaseFiles, KeptFile } from '../validation/files.ts';

type Deps = {
  readonly store: Pick<Store, 'case'>;
  readonly caseFiles: Pick<CaseFiles, 'list' | 'removeFile'>;
  readonly now: Now;
  readonly log: Log;
};

/** One lane, without a clock of its own (see watch/lane-runner). */
const lane = 'files';
type FileSweep = {
  look(): Promise<{ readonly due: readonly (typeof lane)[]; readonly nextAt: Instant }>;
  advance(): Promise<void>;
};

const betweenMs = furthestMs;

/**
 * Removes files that no case has: kept just before a crash, not taken by the case, taken out of it, of a case that the
 * store knew before it was restored from a backup. Each has to be nobody's at two looks, an hour apart, in one life of
 * the process: one that was just kept is a case's a moment later, whatever clocks say.
 */
export function createFileSweep({ store, caseFiles, now, log }: Deps): FileSweep {
  let nextAt: Instant = 0;
  let suspects: ReadonlySet<string> = new Set();

  async function isStray({ caseId, fileId }: KeptFile): Promise<boolean> {
    const it = await store.case(caseId);
    return !it?.files.some(({ id, isRemoved }) => id === fileId && !isRemoved);
  }

  async function strays(): Promise<readonly KeptFile[]> {
    const found: KeptFile[] = [];
    for (const file of await caseFiles.list()) if (await isStray(file)) found.push(file);
    return found;
  }

  return {
    async look() {
      const at = soonest(nextAt, now());
      return at <= now() ? { due: [lane], nextAt: now() + betweenMs } : { due: [], nextAt: at };
    },
    async advance() {
      nextAt = now() + betweenMs;
      const found = await strays();
      const gone = found.filter((file) => suspects.has(nameOf(file)));
      for (const file of gone) await caseFiles.removeFile(file);
      if (gone.length > 0) log.info({ files: gone.map(nameOf) }, 'files that belong to no case were removed');
      suspects = new Set(found.map(nameOf));
    },
  };
}

function nameOf({ caseId, fileId }: KeptFile): string {
  return `${caseId}/${fileId}`;
}
