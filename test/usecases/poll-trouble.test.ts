import { describe, expect, test } from 'vitest';
import { aCircuit, circuitIdOf, subscription1, subscription2, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { aFault, aPoller, listing } from './support/a-poller.ts';

const lon = aCircuit({ name: 'lon-01' });
const ams = aCircuit({ name: 'ams-01' });
const subscriptions = [aSubscription('S1', 'C1', '')];
const minute = 60_000;

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
        polls: 2,
        notBefore: t0 + 3 * minute,
      },
      unreadable: 0,
    });
  });

  test('is fresh again when it can be read', async () => {
    const poller = aPoller();
    await poller.see(aFault('unreachable'));
    expect(poller.freshness.of(subscription1)).toMatchObject({ lastReadAt: undefined });
    await poller.see(listing(lon));
    expect(poller.freshness.all()).toEqual([
      { subscriptionId: subscription1, lastReadAt: t0 + 2 * minute, trouble: undefined, unreadable: 0 },
    ]);
  });

  test('is left alone as long as Azure asked', async () => {
    const poller = aPoller();
    await poller.see(aFault('throttled', 90_000));
    expect(await poller.see(listing(lon), minute)).toEqual({ read: 0, failed: 1, changes: 0, owed: 0 });
    expect(poller.asked).toHaveLength(1);
    expect(poller.freshness.of(subscription1).trouble?.polls).toBe(2);
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
    expect(await after.owed()).toEqual(['first-sight@C1', 'incident@C1']);
  });
});
