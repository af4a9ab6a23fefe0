import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { recordLastReads } from '../../src/usecases/poll-circuits.ts';
import { StoreFault } from '../../src/usecases/store.ts';
import {
  aCircuit,
  aPeering,
  aService,
  circuitIdOf,
  subscription1,
  subscription2,
  t0,
} from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { aFault, aPoller, listing } from './support/a-poller.ts';

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

describe('after a time away', () => {
  test('one message tells what changed meanwhile', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    await poller.see(listing(cut, ams), 11 * minute);
    expect(await poller.owed()).toEqual(['first-sight@C1', 'catch-up@C1']);
    expect((await poller.inner.owed()).at(-1)?.notice).toMatchObject({
      why: 'away',
      since: t0 + minute,
      until: t0 + 12 * minute,
      changes: [{ difference: { kind: 'provider-state' } }, { difference: { kind: 'circuit-found' } }],
    });
  });

  test('nothing is said when nothing changed', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    expect(await poller.see(listing(lon), 3 * 24 * 60 * minute)).toMatchObject({ owed: 0 });
  });

  test('quiet polls are no time away', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    for (let i = 0; i < 30; i++) await poller.see(listing(lon));
    await poller.see(listing(cut));
    expect(await poller.owed()).toEqual(['first-sight@C1', 'provider-state@C1']);
  });

  test('polls that failed are', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    for (let i = 0; i < 11; i++) await poller.see(aFault('unavailable'));
    await poller.see(listing(cut));
    expect(await poller.owed()).toEqual(['first-sight@C1', 'catch-up@C1']);
  });

  test('a restart later tells in one message what changed since the last look before it', async () => {
    const before = aPoller({ subscriptions });
    await before.see(listing(lon));
    const after = aPoller({ store: before.inner });
    await after.see(listing(cut), 3_600_000);
    expect((await after.inner.owed()).at(-1)?.notice).toMatchObject({ why: 'away', since: t0 + minute });
  });

  test('a restart knows when it last looked, though quiet polls are not written down', async () => {
    const before = aPoller({ subscriptions });
    await before.see(listing(lon));
    for (let i = 0; i < 30; i++) await before.see(listing(lon));
    await recordLastReads(before);
    const after = aPoller({ store: before.inner });
    after.world.now = before.world.now;
    await after.see(listing(cut));
    expect(await after.owed()).toEqual(['first-sight@C1', 'provider-state@C1']);
  });
});

describe('a subscription that cannot be read', () => {
  const subscriptionIds = [subscription1, subscription2];
  const tokyo = aCircuit({ name: 'tyo-01', subscriptionId: subscription2 });

  test('does not stop the others, and loses nothing', async () => {
    const poller = aPoller({ subscriptionIds, subscriptions });
    await poller.seeAll({ [subscription1]: listing(lon), [subscription2]: listing(tokyo) });
    const report = await poller.seeAll({ [subscription1]: aFault('forbidden'), [subscription2]: listing() });
    expect(report).toEqual({ read: 1, failed: 1, changes: 1, owed: 1 });
    expect((await poller.inner.circuits()).map(({ circuit }) => circuit.name)).toEqual(['lon-01']);
    expect(poller.log.lines).toEqual(['warn: a subscription could not be read']);
  });

  test('is shown as old, with the reason and since when', async () => {
    const poller = aPoller();
    await poller.see(listing(lon));
    await poller.see(aFault('unauthorized'));
    await poller.see(aFault('unavailable'));
    expect(poller.freshness.of(subscription1)).toEqual({
      subscriptionId: subscription1,
      lastReadAt: t0 + minute,
      trouble: {
        kind: 'unavailable',
        message: 'Azure is unavailable',
        since: t0 + 2 * minute,
        notBefore: t0 + 3 * minute,
      },
    });
  });

  test('is fresh again when it can be read', async () => {
    const poller = aPoller();
    await poller.see(aFault('unreachable'));
    expect(poller.freshness.of(subscription1)).toMatchObject({ lastReadAt: undefined });
    await poller.see(listing(lon));
    expect(poller.freshness.all()).toEqual([
      { subscriptionId: subscription1, lastReadAt: t0 + 2 * minute, trouble: undefined },
    ]);
  });

  test('is left alone as long as Azure asked', async () => {
    const poller = aPoller();
    await poller.see(aFault('throttled', 90_000));
    expect(await poller.see(listing(lon), minute)).toEqual({ read: 0, failed: 1, changes: 0, owed: 0 });
    expect(poller.asked).toHaveLength(1);
    expect(await poller.see(listing(lon), 30_000)).toMatchObject({ read: 1 });
    expect(poller.asked).toHaveLength(2);
  });

  test('keeps its first sight for when it is seen', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(aFault('unreachable'));
    await poller.see(listing(lon, ams));
    expect(await poller.owed()).toEqual(['first-sight@C1']);
  });

  test('what is no fault of Azure’s is thrown', async () => {
    const poller = aPoller();
    await expect(poller.see(new TypeError('a bug'))).rejects.toThrow('a bug');
  });
});

describe('circuits that are hard to see', () => {
  test('an unreadable one stays as it was', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon, ams));
    await poller.see({ circuits: [ams], unreadable: [circuitIdOf('lon-01')] });
    expect(await poller.inner.circuit(lon.id)).toMatchObject({ circuit: lon });
    expect(await poller.owed()).toEqual(['first-sight@C1']);
  });

  test('all of them missing at once is believed at the second poll', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon, ams));
    expect(await poller.see(listing())).toMatchObject({ changes: 0 });
    expect(await poller.inner.circuits()).toHaveLength(2);
    expect(await poller.see(listing())).toMatchObject({ changes: 2, owed: 2 });
    expect(await poller.inner.circuits()).toEqual([]);
  });

  test('the doubt survives a restart', async () => {
    const before = aPoller({ subscriptions });
    await before.see(listing(lon, ams));
    await before.see(listing());
    const after = aPoller({ store: before.inner });
    expect(await after.see(listing())).toMatchObject({ changes: 2 });
  });

  test('a status of Disabled is told at the second poll, also after a restart', async () => {
    const off = aCircuit({ name: 'lon-01', status: 'Disabled' });
    const before = aPoller({ subscriptions });
    await before.see(listing(lon));
    await before.see(listing(off));
    expect(await before.owed()).toEqual(['first-sight@C1']);
    const after = aPoller({ store: before.inner });
    await after.see(listing(off));
    expect(await after.owed()).toEqual(['first-sight@C1', 'status@C1']);
  });
});

describe('who is told', () => {
  test('a muted circuit is remembered and not told', async () => {
    const poller = aPoller({ subscriptions });
    await poller.see(listing(lon));
    const mute = { channelId: 'C1', circuitId: lon.id, circuitName: 'lon-01', byUserId: 'U1' };
    await poller.inner.commit({ putMutes: [{ ...mute, until: poller.world.now + 2 * minute }] });
    expect(await poller.see(listing(cut))).toMatchObject({ changes: 1, owed: 0 });
    expect(await poller.see(listing(lon))).toMatchObject({ changes: 1, owed: 1 });
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
