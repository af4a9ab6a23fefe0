import { expect, test } from 'vitest';
import { aCircuit, subscription1 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { aFault, aPoller, listing } from './support/a-poller.ts';

const other = 'a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';
const minute = 60_000;
const lon = aCircuit({ name: 'lon-01', subscriptionId: subscription1 });
const nyc = aCircuit({ name: 'nyc-01', subscriptionId: other });
const wider = (circuit: typeof lon) => ({
  ...circuit,
  service: { ...circuit.service, bandwidthMbps: 5_000 },
});

async function watchedForAWhile() {
  const poller = aPoller({
    subscriptionIds: [subscription1, other],
    subscriptions: [aSubscription('S1', 'C1', '')],
  });
  await poller.seeAll({ [subscription1]: listing(lon), [other]: listing(nyc) });
  await poller.inner.commit({ settle: (await poller.inner.owed()).map(({ key }) => key) });
  return poller;
}

test('what changed in two subscriptions during a time away is one message', async () => {
  const poller = await watchedForAWhile();
  await poller.seeAll({ [subscription1]: listing(wider(lon)), [other]: listing(wider(nyc)) }, 60 * minute);
  expect(await poller.owed()).toEqual(['catch-up@C1']);
  const [{ notice } = { notice: undefined }] = await poller.inner.owed();
  expect(notice).toMatchObject({
    changes: [{ circuit: { name: 'lon-01' } }, { circuit: { name: 'nyc-01' } }],
  });
});

test('a subscription that was away catches up without making the others late', async () => {
  const poller = await watchedForAWhile();
  await poller.seeAll({ [other]: aFault('unavailable') }, 9 * minute);
  await poller.seeAll({ [subscription1]: listing(wider(lon)), [other]: listing(wider(nyc)) }, 9 * minute);
  expect([...(await poller.owed())].sort()).toEqual(['bandwidth@C1', 'catch-up@C1']);
});

test('a catch-up is not told again at the next poll', async () => {
  const poller = await watchedForAWhile();
  const now = { [subscription1]: listing(wider(lon)), [other]: listing(wider(nyc)) };
  await poller.seeAll(now, 60 * minute);
  await poller.seeAll(now);
  expect(await poller.owed()).toEqual(['catch-up@C1']);
});

test('the outbox is woken when something is owed and only then', async () => {
  const poller = await watchedForAWhile();
  const before = poller.world.wakes;
  await poller.seeAll({});
  expect(poller.world.wakes).toBe(before);
  await poller.seeAll({ [subscription1]: listing(wider(lon)) });
  expect(poller.world.wakes).toBe(before + 1);
  await poller.seeAll({ [other]: listing(wider(nyc)) }, 60 * minute);
  expect(poller.world.wakes).toBe(before + 2);
});

test('circuits that cannot be understood are counted, and logged when their number changes', async () => {
  const poller = await watchedForAWhile();
  const odd = { circuits: [], unreadable: [lon.id] };
  await poller.seeAll({ [subscription1]: odd });
  await poller.seeAll({ [subscription1]: odd });
  expect(poller.freshness.of(subscription1).unreadable).toBe(1);
  expect(poller.log.lines.filter((line) => line.includes('cannot be understood'))).toHaveLength(1);
});
