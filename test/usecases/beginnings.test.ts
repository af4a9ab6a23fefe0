import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { seedAlertsChannel } from '../../src/usecases/alerts-channel.ts';
import { isPollDue } from '../../src/usecases/poll-due.ts';
import { tellRecovery } from '../../src/usecases/tell-recovery.ts';
import { aKnownCircuit, aService, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { keptLog } from '../support/kept-log.ts';

describe('the configured channel', () => {
  test('is subscribed to everything at the very first start', async () => {
    const store = createMemoryStore();
    await seedAlertsChannel(store, 'C1', 'UADAM', t0);
    expect(await store.subscriptions()).toEqual([
      { id: 'first.C1', channelId: 'C1', ownerId: 'UADAM', createdAt: t0, wish: { filter: [], kinds: [] } },
    ]);
  });

  test('is left to people afterwards', async () => {
    const store = createMemoryStore();
    await seedAlertsChannel(store, 'C1', undefined, t0);
    await store.commit({ removeSubscriptions: ['first.C1'] });
    await seedAlertsChannel(store, 'C1', undefined, t0);
    expect(await store.subscriptions()).toEqual([]);
  });

  test('may be none', async () => {
    const store = createMemoryStore();
    await seedAlertsChannel(store, undefined, 'UADAM', t0);
    expect(await store.isNew()).toBe(true);
  });
});

test('a recovery from the backup is told once to every subscribed channel, and logged', async () => {
  const store = createMemoryStore();
  const log = keptLog();
  const putSubscriptions = [
    aSubscription('S1', 'C1', ''),
    aSubscription('S2', 'C1', 'kind:sku'),
    aSubscription('S3', 'C2', ''),
  ];
  await store.commit({ putSubscriptions });
  await tellRecovery({ store, log, now: () => t0 }, { backupFrom: t0 - 60_000 });
  expect((await store.owed()).map(({ to, notice }) => ({ to, notice }))).toEqual(
    ['C1', 'C2'].map((channelId) => ({
      to: { channelId },
      notice: { kind: 'store-recovered', at: t0, backupFrom: t0 - 60_000 },
    })),
  );
  expect(log.lines).toEqual(['error: the store was damaged and was recovered from its backup']);
});

describe('a poll is due', () => {
  const pace = { calmMs: 60_000, movingMs: 15_000 };

  async function dueAfter(elapsedMs: number | undefined, moving: boolean): Promise<boolean> {
    const store = createMemoryStore();
    const service = aService({ providerState: moving ? 'Provisioning' : 'Provisioned' });
    await store.commit({
      putCircuits: [aKnownCircuit({ name: 'a' }), aKnownCircuit({ name: 'b', service })],
    });
    return isPollDue(store, elapsedMs === undefined ? undefined : t0 - elapsedMs, t0, pace);
  }

  test.each([
    ['at the start', undefined, false, true],
    ['not yet after 15 s of calm', 15_000, false, false],
    ['not yet after 45 s of calm', 45_000, false, false],
    ['after 60 s of calm', 60_000, false, true],
    ['at a tick that comes a little early', 59_990, false, true],
    ['after 15 s while a circuit moves', 15_000, true, true],
    ['at an early tick while a circuit moves', 14_980, true, true],
    ['not at once again', 1_000, true, false],
    ['with the clock set back by an hour', -3_600_000, false, true],
    ['not with the clock set back by a second', -1_000, true, false],
  ])('%s', async (_, elapsedMs, moving, due) => {
    expect(await dueAfter(elapsedMs, moving)).toBe(due);
  });
});
