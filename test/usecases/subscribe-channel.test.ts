import { describe, expect, test } from 'vitest';
import type { Wish } from '../../src/domain/alert/subscription.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { ChannelStanding } from '../../src/usecases/ports.ts';
import { subscribeChannel, subscriptionsPerChannel } from '../../src/usecases/subscribe-channel.ts';
import { endAllSubscriptions, endSubscription } from '../../src/usecases/unsubscribe-channel.ts';
import { aChange, aKnownCircuit, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';

const wishOf = (text: string): Wish => aSubscription('x', 'x', text).wish;

async function aHouse() {
  const store = createMemoryStore();
  await store.commit({ putCircuits: [aKnownCircuit({ name: 'lon-01' }), aKnownCircuit({ name: 'ams-01' })] });
  const standing: { now: ChannelStanding } = { now: { kind: 'member' } };
  let ids = 0;
  const deps = {
    store,
    channels: { standing: async () => standing.now, openDirect: async () => 'D1' },
    now: () => t0,
    newId: () => `S${++ids}`,
  };
  return {
    store,
    standing,
    subscribe: (text: string, replaces?: string) =>
      subscribeChannel(deps, { channelId: 'C1', ownerId: 'UOMAR', wish: wishOf(text), replaces }),
  };
}

describe('subscribing a channel', () => {
  test('writes the wish down and tells how many circuits match it now', async () => {
    const house = await aHouse();
    const subscription = {
      id: 'S1',
      channelId: 'C1',
      ownerId: 'UOMAR',
      createdAt: t0,
      wish: wishOf('circuit:lon'),
    };
    expect(await house.subscribe('circuit:lon')).toEqual({
      ok: true,
      value: { subscription, existed: false, matchingNow: 1 },
    });
    expect(await house.store.subscriptions('C1')).toEqual([subscription]);
  });

  test('twice for the same changes nothing', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon kind:sku,status');
    expect(await house.subscribe('kind:sku,status circuit:lon')).toMatchObject({
      ok: true,
      value: { existed: true, subscription: { id: 'S1' } },
    });
    expect(await house.store.subscriptions()).toHaveLength(1);
  });

  test('is refused where the bot is not', async () => {
    const house = await aHouse();
    house.standing.now = { kind: 'not-member', reason: 'removed' };
    expect(await house.subscribe('')).toEqual({
      ok: false,
      refusal: { code: 'bot-not-in-channel', channelId: 'C1', reason: 'removed' },
    });
    expect(await house.store.subscriptions()).toEqual([]);
  });

  test('is refused when the channel has too many, unless it has this one', async () => {
    const house = await aHouse();
    for (let i = 0; i < subscriptionsPerChannel; i++) await house.subscribe(`circuit:c-${i}`);
    expect(await house.subscribe('circuit:more')).toEqual({
      ok: false,
      refusal: { code: 'too-many-subscriptions', limit: subscriptionsPerChannel },
    });
    expect(await house.subscribe('circuit:c-0')).toMatchObject({ ok: true });
    expect(await house.subscribe('circuit:other', 'S1')).toMatchObject({ ok: true });
    expect(await house.store.subscriptions()).toHaveLength(subscriptionsPerChannel);
  });

  test('in place of another one keeps its id', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    await house.subscribe('circuit:ams', 'S1');
    expect(await house.store.subscriptions()).toMatchObject([{ id: 'S1', wish: wishOf('circuit:ams') }]);
  });

  test('in place of another one, for what the channel has already, ends the other', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    await house.subscribe('circuit:ams');
    expect(await house.subscribe('circuit:lon', 'S2')).toMatchObject({ value: { existed: true } });
    expect((await house.store.subscriptions()).map(({ id }) => id)).toEqual(['S1']);
  });

  test('wakes a channel that was lost, with what it missed', async () => {
    const house = await aHouse();
    await house.subscribe('');
    const change = aChange({ at: t0 });
    await house.store.commit({
      addChanges: [change],
      putSuspensions: [{ channelId: 'C1', reason: 'removed', since: t0 - 1 }],
    });
    await house.subscribe('kind:sku');
    expect(await house.store.suspensions()).toEqual([]);
    expect(await house.store.owed()).toMatchObject([{ notice: { kind: 'catch-up', changes: [change] } }]);
  });
});

describe('unsubscribing a channel', () => {
  test('ends one subscription, which is then no more', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    await house.subscribe('circuit:ams');
    expect(await endSubscription(house, 'C1', 'S1')).toMatchObject({ id: 'S1' });
    expect(await endSubscription(house, 'C1', 'S1')).toBeUndefined();
    expect((await house.store.subscriptions()).map(({ id }) => id)).toEqual(['S2']);
  });

  test('never ends another channel’s', async () => {
    const house = await aHouse();
    await house.subscribe('');
    expect(await endSubscription(house, 'C2', 'S1')).toBeUndefined();
    expect(await endAllSubscriptions(house, 'C2')).toEqual([]);
    expect(await house.store.subscriptions()).toHaveLength(1);
  });

  test('ends all, and with them what is known of its being lost', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    await house.subscribe('circuit:ams');
    await house.store.commit({ putSuspensions: [{ channelId: 'C1', reason: 'archived', since: t0 }] });
    expect(await endAllSubscriptions(house, 'C1')).toHaveLength(2);
    expect(await house.store.subscriptions()).toEqual([]);
    expect(await house.store.suspensions()).toEqual([]);
  });
});
