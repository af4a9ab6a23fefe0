import { describe, expect, test } from 'vitest';
import { defaultAlertRules } from '../../src/domain/alert/alert-rules.ts';
import type { Wish } from '../../src/domain/alert/subscription.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { AlertDesk } from '../../src/usecases/alerts/alert-desk.ts';
import type { Caller } from '../../src/usecases/caller.ts';
import type { ChannelStanding } from '../../src/usecases/ports.ts';
import { resumeByHand, resumeChannel } from '../../src/usecases/resume-channel.ts';
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
  const now = () => t0;
  const alerts: Pick<AlertDesk, 'resume'> = {
    resume: (channelId, audit) => resumeChannel({ store, rules: defaultAlertRules, now }, channelId, audit),
  };
  const deps = {
    store,
    alerts,
    channels: { standing: async () => standing.now, openDirect: async () => 'D1' },
    now,
    newId: () => `S${++ids}`,
  };
  return {
    ...deps,
    standing,
    subscribe: (text: string, replaces?: string, by = omar) =>
      subscribeChannel(deps, by, { channelId: 'C1', wish: wishOf(text), replaces }),
  };
}

/** Which subscription came of it. */
function idOf(subscribed: Awaited<ReturnType<typeof subscribeChannel>>): string {
  return subscribed.ok ? subscribed.value.subscription.id : '';
}

const omar: Caller = { userId: 'UOMAR', channelId: 'C1' };

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
    const second = idOf(await house.subscribe('circuit:ams'));
    expect(await house.subscribe('circuit:lon', second)).toMatchObject({ value: { existed: true } });
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
    const second = idOf(await house.subscribe('circuit:ams'));
    expect(await endSubscription(house, omar, 'C1', 'S1')).toMatchObject({ id: 'S1' });
    expect(await endSubscription(house, omar, 'C1', 'S1')).toBeUndefined();
    expect((await house.store.subscriptions()).map(({ id }) => id)).toEqual([second]);
  });

  test('never ends another channel’s', async () => {
    const house = await aHouse();
    await house.subscribe('');
    expect(await endSubscription(house, omar, 'C2', 'S1')).toBeUndefined();
    expect(await endAllSubscriptions(house, omar, 'C2')).toEqual([]);
    expect(await house.store.subscriptions()).toHaveLength(1);
  });

  test('ends all, and with them what is known of its being lost', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    await house.subscribe('circuit:ams');
    await house.store.commit({ putSuspensions: [{ channelId: 'C1', reason: 'archived', since: t0 }] });
    expect(await endAllSubscriptions(house, omar, 'C1')).toHaveLength(2);
    expect(await house.store.subscriptions()).toEqual([]);
    expect(await house.store.suspensions()).toEqual([]);
  });
});

describe('the audit trail', () => {
  const from = { by: 'UOMAR', channelId: 'C1', at: t0 };
  const wish = (before: string, after: string) => [{ field: 'Subscription', before, after }];

  test('is owed each subscription that was made, changed or ended, with its words', async () => {
    const house = await aHouse();
    await house.subscribe('');
    await house.subscribe('');
    await house.subscribe('circuit:lon kind:sku', 'S1', { userId: 'UADAM', channelId: undefined });
    await endSubscription(house, omar, 'C1', 'S1');
    await endSubscription(house, omar, 'C1', 'S1');
    const all = 'every change of every circuit';
    expect((await house.store.dueAudit()).map(({ id: _, ...entry }) => entry)).toEqual([
      { ...from, act: 'subscribe', changes: wish('', all) },
      {
        at: t0,
        by: 'UADAM',
        act: 'subscribe',
        changes: wish(all, 'circuit:lon kind:sku'),
        note: 'for channel C1',
      },
      { ...from, act: 'unsubscribe', changes: wish('circuit:lon kind:sku', '') },
    ]);
  });

  test('is owed a subscription that went up in another one', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    const second = idOf(await house.subscribe('circuit:ams'));
    await house.subscribe('circuit:lon', second);
    expect((await house.store.dueAudit()).at(-1)).toMatchObject({
      act: 'subscribe',
      changes: wish('circuit:ams', 'circuit:lon'),
    });
  });

  test('is owed one entry for each of all that end', async () => {
    const house = await aHouse();
    await house.subscribe('circuit:lon');
    await house.subscribe('circuit:ams');
    await endAllSubscriptions(house, { userId: 'UOMAR', channelId: 'D1' }, 'C1');
    const ends = (await house.store.dueAudit()).filter(({ act }) => act === 'unsubscribe');
    expect(ends.map(({ changes, note }) => [changes, note])).toEqual([
      [wish('circuit:lon', ''), 'for channel C1'],
      [wish('circuit:ams', ''), 'for channel C1'],
    ]);
  });

  test('is owed that somebody brought a channel back, and nothing when it was not away', async () => {
    const house = await aHouse();
    await house.store.commit({ putSuspensions: [{ channelId: 'C1', reason: 'archived', since: t0 }] });
    expect(await resumeByHand(house, omar, 'C1')).toBe(true);
    expect(await resumeByHand(house, omar, 'C1')).toBe(false);
    expect(await house.store.dueAudit()).toEqual([{ id: 'S1', act: 'resume', ...from }]);
  });
});
