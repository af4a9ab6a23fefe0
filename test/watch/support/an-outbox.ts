import { defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import type { Subscription } from '../../../src/domain/alert/subscription.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { dropTold } from '../../../src/usecases/alerts/drop-told.ts';
import { resumeChannel } from '../../../src/usecases/resume-channel.ts';
import type { OutboxSight } from '../../../src/usecases/sights.ts';
import { type Store, StoreFault, type Transaction } from '../../../src/usecases/store.ts';
import { suspendChannel } from '../../../src/usecases/suspend-channel.ts';
import { createOutbox } from '../../../src/watch/outbox.ts';
import { anOwed } from '../../support/a-circuit.ts';
import { keptLog } from '../../support/kept-log.ts';
import { aSlack } from './a-slack.ts';
import { createHandClock } from './hand-clock.ts';

/** An outbox with a store in memory, a Slack that does as told, and time that passes only when all is quiet. */
export function anOutbox(subscriptions: readonly Subscription[] = [], clock = createHandClock()) {
  const slack = aSlack(clock);
  const log = keptLog();
  const memory = createMemoryStore();
  /** What goes wrong with the next commits: the fault of each, or undefined for one that works. */
  const commitFaults: (StoreFault | undefined)[] = [];
  /** `readTurns`: how many turns of promises each reading takes to come back, the last one for all that follow. */
  const world = { broken: false, readTurns: [0] };
  const store: Store = {
    ...memory,
    async owed() {
      if (world.broken) throw diskFull();
      const owed = await memory.owed();
      await turns((world.readTurns.length > 1 ? world.readTurns.shift() : world.readTurns[0]) ?? 0);
      return owed;
    },
    async commit(transaction: Transaction) {
      const fault = commitFaults.shift();
      if (fault) throw fault;
      await memory.commit(transaction);
    },
  };
  const sights: OutboxSight[] = [];
  const ready = memory.commit({ putSubscriptions: subscriptions });

  /** A process of the bot. Several one after the other share the store and Slack, as restarts do. */
  function start() {
    return createOutbox({
      store,
      messenger: slack.messenger,
      suspend: (channelId, reason) => suspendChannel({ store, now: clock.now }, channelId, reason),
      now: clock.now,
      dropTold: (digestId, arrived) => dropTold({ store, now: clock.now }, digestId, arrived),
      wait: clock.wait,
      observe: (sight) => void sights.push(sight),
      log,
    });
  }

  return {
    clock,
    slack,
    log,
    store: memory,
    commitFaults,
    world,
    sights,
    start,
    /** Owes messages named `channel.number`. */
    async owe(...keys: readonly string[]) {
      await ready;
      await memory.commit({
        owe: keys.map((key) => anOwed({ key, to: { channelId: channelOf(key) }, owedAt: clock.now() })),
      });
    },
    channelIsBack: (channelId = 'C1') =>
      resumeChannel({ store: memory, rules: defaultAlertRules, now: clock.now }, channelId),
    owedKeys: async () => (await memory.owed()).map(({ key }) => key),
  };
}

/** So many turns of the queue of promises. */
export async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await null;
}

export function channelOf(key: string): string {
  return key.split('.')[0] ?? key;
}

export function diskFull(): StoreFault {
  return new StoreFault('unwritable', 'the disk is full');
}
