import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { StoreFault } from '../../src/usecases/store.ts';
import { aCircuit, aPeering, aService, subscription1, subscription2, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { aPoller, listing } from './support/a-poller.ts';

const lon = aCircuit({ name: 'lon-01' });
const ams = aCircuit({ name: 'ams-01' });
const cut = aCircuit({ name: 'lon-01', service: aService({ providerState: 'Deprovisioning' }) });
const subscriptions = [aSubscription('S1', 'C1', '')];
const minute = 60_000;

describe('one poll', () => {
  test('asks Azure for one list of each subscription and nothing else', async () => {
    const poller = aPoller({ subscriptionIds: [subscription1, subscription2] });
    await poller.see(listing(lon));
    expect(poller.asked).toEqual([subscription1, subscription2]);
  });

  test('commits circuits, changes and owed messages together', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    const report = await poller.see(listing(cut, ams));
    expect(report).toEqual({ read: 1, failed: 0, changes: 2, owed: 2 });
    const change = expect.objectContaining({ id: 'poll-2.0.0', at: t0 + 2 * minute });
    expect(poller.commits.at(-1)).toMatchObject({
      putCircuits: [{ circuit: cut }, { circuit: ams }],
      addChanges: [change, expect.objectContaining({ id: 'poll-2.0.1' })],
      owe: [
        { key: 'poll-2.0.0@C1', to: { channelId: 'C1' }, notice: { kind: 'change', change } },
        { key: 'poll-2.0.1@C1' },
      ],
      putWatched: [{ subscriptionId: subscription1, lastReadAt: t0 + 2 * minute }],
    });
    expect(poller.commits).toHaveLength(2);
  });

  test('wakes the outbox when something is owed, and only then', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    expect(poller.world.wakes).toBe(1);
    await poller.see(listing(lon));
    expect(poller.world.wakes).toBe(1);
    await poller.see(listing(cut));
    expect(poller.world.wakes).toBe(2);
  });

  test('commits nothing when nothing changed', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    poller.commits.length = 0;
    for (const again of [lon, structuredClone(lon), aCircuit({ name: 'lon-01' })]) {
      expect(await poller.see(listing(again))).toEqual({ read: 1, failed: 0, changes: 0, owed: 0 });
    }
    expect(poller.commits).toEqual([]);
  });

  test('owes nothing when the commit fails, and everything when it works later', async () => {
    const memory = createMemoryStore();
    let full = false;
    const store = {
      ...memory,
      commit: async (transaction: Parameters<typeof memory.commit>[0]) => {
        if (full) throw new StoreFault('unwritable', 'the disk is full');
        await memory.commit(transaction);
      },
    };
    const poller = aPoller({ subscriptions, store });
    await poller.see(listing(lon));
    full = true;
    await expect(poller.see(listing(cut))).rejects.toThrow('the disk is full');
    full = false;
    expect(await poller.owed()).toEqual(['first-sight@C1']);
    await poller.see(listing(cut));
    expect(await poller.owed()).toEqual(['first-sight@C1', 'provider-state@C1']);
  });
});

describe('the first sight of a subscription', () => {
  test('owes one summary, not one message a circuit', async () => {
    const poller = aPoller({ subscriptions });
    const report = await poller.see(listing(lon, ams));
    expect(report).toEqual({ read: 1, failed: 0, changes: 0, owed: 1 });
    expect(await poller.owed()).toEqual(['first-sight@C1']);
    expect(await poller.inner.changes()).toEqual([]);
  });

  test('is a summary for each subscription that is added later', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    const later = aPoller({
      subscriptions,
      store: poller.inner,
      subscriptionIds: [subscription1, subscription2],
    });
    const tokyo = aCircuit({ name: 'tyo-01', subscriptionId: subscription2 });
    await later.seeAll({ [subscription1]: listing(lon), [subscription2]: listing(tokyo) });
    expect(await later.owed()).toEqual(['first-sight@C1', 'first-sight@C1']);
  });

  test('is quiet when nobody listens, and remembered', async () => {
    const poller = aPoller();
    expect(await poller.see(listing(lon))).toMatchObject({ owed: 0 });
    expect(await poller.see(listing(lon, ams))).toMatchObject({ changes: 1, owed: 0 });
  });
});

describe('who is told', () => {
  test('a muted circuit is remembered and not told', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    const mute = { channelId: 'C1', circuitId: lon.id, circuitName: 'lon-01', byUserId: 'U1' };
    await poller.inner.commit({ putMutes: [{ ...mute, until: poller.world.now + 2 * minute }] });
    expect(await poller.see(listing(cut))).toMatchObject({ changes: 1, owed: 0 });
    expect(await poller.see(listing(lon))).toMatchObject({ changes: 1, owed: 2 });
    expect((await poller.owed()).slice(1)).toEqual(['digest@C1', 'provider-state@C1']);
    expect(await poller.inner.changes()).toHaveLength(2);
  });

  test('several changes of one circuit are several messages in the order of their weight', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    await poller.see(
      listing({ ...cut, peerings: [aPeering()], sku: { tier: 'Premium', family: 'MeteredData' } }),
    );
    expect(await poller.owed()).toEqual([
      'first-sight@C1',
      'provider-state@C1',
      'peering-added@C1',
      'sku@C1',
    ]);
  });
});

test('two polls never give the same id to two changes', async () => {
  const poller = aPoller();
  await poller.see(listing());
  for (let i = 0; i < 3; i++) {
    await poller.see(listing(lon, ams));
    await poller.see(listing(ams));
  }
  const ids = (await poller.inner.changes()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(7);
});
