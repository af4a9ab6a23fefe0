import { defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import type { Subscription } from '../../../src/domain/alert/subscription.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { Listing } from '../../../src/domain/circuit/survey.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { openAlertDesk } from '../../../src/usecases/alerts/open-alert-desk.ts';
import { createFreshnessBoard } from '../../../src/usecases/freshness.ts';
import { type PollReport, pollCircuits } from '../../../src/usecases/poll-circuits.ts';
import { type Azure, AzureFault, type AzureFaultKind } from '../../../src/usecases/ports.ts';
import type { Store, Transaction } from '../../../src/usecases/store.ts';
import { subscription1, t0 } from '../../support/a-circuit.ts';
import { keptLog } from '../../support/kept-log.ts';

export type Answer = Listing | AzureFault | Error;

export function listing(...circuits: readonly Circuit[]): Listing {
  return { circuits, unreadable: [] };
}

export function aFault(kind: AzureFaultKind, retryAfterMs?: number): AzureFault {
  return new AzureFault(kind, `Azure is ${kind}`, { retryAfterMs });
}

/** The bot's poll with a store in memory, an Azure that says what it is told to say, and a clock moved by hand. */
export function aPoller(
  options: {
    readonly subscriptionIds?: readonly string[];
    readonly subscriptions?: readonly Subscription[];
    readonly store?: Store;
  } = {},
) {
  const { subscriptionIds = [subscription1], subscriptions = [] } = options;
  const inner = options.store ?? createMemoryStore();
  const commits: Transaction[] = [];
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const world = { now: t0, polls: 0, wakes: 0 };
  const store: Store = {
    ...inner,
    commit: async (transaction) => {
      commits.push(transaction);
      await inner.commit(transaction);
    },
  };
  const now = () => world.now;
  let ids = 0;
  const alerts = openAlertDesk({
    store,
    rules: defaultAlertRules,
    now,
    newId: () => `${String(++ids).padStart(8, '0')}-id`,
    wake: () => {
      world.wakes++;
    },
  });
  const azure: Azure = {
    async listCircuits(subscriptionId) {
      asked.push(subscriptionId);
      const answer = answers.get(subscriptionId) ?? listing();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    listLinks: () => Promise.reject(new Error('a poll asks for no links')),
  };
  const deps = {
    azure,
    store,
    alerts,
    subscriptionIds,
    freshness: createFreshnessBoard(subscriptionIds),
    now,
    newPollId: () => `poll-${++world.polls}`,
    awayMs: 10 * 60_000,
    log: keptLog(),
  };
  const ready = inner.commit({ putSubscriptions: subscriptions });

  /** One poll `afterMs` later, in which Azure says this of each subscription. */
  async function seeAll(said: Readonly<Record<string, Answer>>, afterMs = 60_000): Promise<PollReport> {
    await ready;
    world.now += afterMs;
    for (const [id, answer] of Object.entries(said)) answers.set(id, answer);
    return pollCircuits(deps);
  }

  return {
    ...deps,
    inner,
    commits,
    asked,
    world,
    seeAll,
    /** The same for the first subscription only. */
    see: (answer: Answer, afterMs?: number) => seeAll({ [subscriptionIds[0] ?? '']: answer }, afterMs),
    /** What is owed now, as `kind@channel`. */
    async owed(): Promise<readonly string[]> {
      return (await inner.owed()).map(
        ({ notice, to }) =>
          `${notice.kind === 'change' ? notice.change.difference.kind : notice.kind}@${'channelId' in to ? to.channelId : to.userId}`,
      );
    },
  };
}
