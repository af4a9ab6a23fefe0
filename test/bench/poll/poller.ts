import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAzure } from '../../../src/azure/create-azure.ts';
import { defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import { openAlertDesk } from '../../../src/usecases/alerts/open-alert-desk.ts';
import { createFreshnessBoard } from '../../../src/usecases/freshness.ts';
import { type PollReport, pollCircuits } from '../../../src/usecases/poll-circuits.ts';

export type Poller = {
  readonly poll: () => Promise<PollReport>;
  /** Which file it is and when it was written: another value after another write. */
  readonly fileMark: () => Promise<string>;
  /** Plays the outbox: everything owed has arrived. */
  readonly deliver: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const silent = { info() {}, warn() {}, error() {} };

/** The real cycle: use case, Azure edge over HTTP, file store; with one channel that wants to hear of everything. */
export async function createPoller(armUrl: string, subscriptionIds: readonly string[]): Promise<Poller> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-bench-'));
  const path = join(folder, 'trunkline.json');
  const { store } = await openFileStore({ path });
  await store.commit({ putSubscriptions: [everything] });
  const azure = await createAzure({ cloud: 'public', armUrl, staticToken: 'bench' });
  const deps = {
    azure,
    store,
    alerts: openAlertDesk({ store, rules: defaultAlertRules, now: Date.now, newId: randomUUID, wake() {} }),
    subscriptionIds,
    freshness: createFreshnessBoard(subscriptionIds),
    now: Date.now,
    newPollId: randomUUID,
    awayMs: 600_000,
    log: silent,
  };
  return {
    async poll() {
      const report = await pollCircuits(deps);
      if (report.failed > 0) throw new Error('the page server could not be read');
      return report;
    },
    async fileMark() {
      const { ino, mtimeNs } = await stat(path, { bigint: true });
      return `${ino} ${mtimeNs}`;
    },
    async deliver() {
      await store.commit({ settle: (await store.owed()).map(({ key }) => key) });
    },
    async stop() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

const everything = {
  id: 'bench',
  channelId: 'C0NETOPS001',
  ownerId: 'U0OMAR0001',
  createdAt: 0,
  wish: { filter: [], kinds: [] },
} as const;
