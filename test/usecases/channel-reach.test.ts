import { describe, expect, test } from 'vitest';
import { defaultAlertRules } from '../../src/domain/alert/alert-rules.ts';
import type { Owed } from '../../src/domain/alert/notice.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { resumeChannel } from '../../src/usecases/resume-channel.ts';
import { suspendChannel } from '../../src/usecases/suspend-channel.ts';
import { aChange, aCircuitRef, anOwed, circuitIdOf, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';

const minute = 60_000;

/** A store with two subscriptions of channel C1 by two people, and one of C2. */
async function aHouse() {
  const store = createMemoryStore();
  const world = { now: t0 };
  const putSubscriptions = [
    aSubscription('S1', 'C1', 'circuit:lon', { ownerId: 'UOMAR' }),
    aSubscription('S2', 'C1', 'kind:sku', { ownerId: 'UANA' }),
    aSubscription('S3', 'C1', 'circuit:ams', { ownerId: 'UOMAR' }),
    aSubscription('S4', 'C2', '', { ownerId: 'UOMAR' }),
  ];
  await store.commit({ putSubscriptions });
  const deps = { store, rules: defaultAlertRules, now: () => world.now };
  return {
    store,
    suspend: (channelId = 'C1') => suspendChannel(deps, channelId, 'archived'),
    resume: (channelId = 'C1') => resumeChannel(deps, channelId),
    passes: (ms: number) => {
      world.now += ms;
    },
    /** Something happens to a circuit; a message about it is owed to C1 when it is reachable. */
    async happens(id: string, name: string, owe: boolean) {
      const change = aChange({ id, at: world.now, circuit: aCircuitRef({ name }) });
      const to = { channelId: 'C1' };
      const message: Owed = anOwed({
        key: `${id}@C1`,
        to,
        notice: { kind: 'change', change },
        owedAt: world.now,
      });
      await store.commit({ addChanges: [change], owe: owe ? [message] : [] });
    },
    async owedTo(recipient: string) {
      return (await store.owed()).filter(
        ({ to }) => ('channelId' in to ? to.channelId : to.userId) === recipient,
      );
    },
    /** The ids of the changes in the catch-up messages owed to C1. */
    async caughtUp() {
      return (await store.owed()).flatMap(({ notice }) =>
        notice.kind === 'catch-up' ? notice.changes.map(({ id }) => id) : [],
      );
    },
  };
}

describe('a channel that cannot be reached any more', () => {
  test('keeps its subscriptions and is owed nothing', async () => {
    const house = await aHouse();
    await house.happens('p.0', 'lon-01', true);
    await house.suspend();
    expect(await house.owedTo('C1')).toEqual([]);
    expect(await house.store.subscriptions('C1')).toHaveLength(3);
    expect(await house.store.suspensions()).toEqual([{ channelId: 'C1', reason: 'archived', since: t0 }]);
  });

  test('is told to each owner once, with how many subscriptions it had', async () => {
    const house = await aHouse();
    await house.suspend();
    await house.suspend();
    expect(await house.owedTo('UOMAR')).toEqual([
      expect.objectContaining({
        notice: { kind: 'channel-lost', channelId: 'C1', reason: 'archived', subscriptionCount: 3 },
      }),
    ]);
    expect(await house.owedTo('UANA')).toHaveLength(1);
    expect(await house.store.owed()).toHaveLength(2);
  });

  test('leaves other channels alone', async () => {
    const house = await aHouse();
    await house.store.commit({ owe: [anOwed({ key: 'other@C2', to: { channelId: 'C2' } })] });
    await house.suspend();
    expect(await house.owedTo('C2')).toHaveLength(1);
  });

  test('without subscriptions is only relieved of what was owed to it', async () => {
    const house = await aHouse();
    await house.store.commit({ owe: [anOwed({ key: 'x@C9', to: { channelId: 'C9' } })] });
    await house.suspend('C9');
    expect(await house.store.suspensions()).toEqual([]);
    expect(await house.store.owed()).toEqual([]);
  });

  test('whose owner is not known is suspended in silence', async () => {
    const house = await aHouse();
    await house.store.commit({ putSubscriptions: [aSubscription('S9', 'C9', '', { ownerId: '' })] });
    await house.suspend('C9');
    expect(await house.store.suspensions()).toHaveLength(1);
    expect(await house.store.owed()).toEqual([]);
  });
});

describe('a channel that can be reached again', () => {
  test('is told in one message what it missed, the unsent messages among it', async () => {
    const house = await aHouse();
    await house.happens('p.0', 'lon-01', true);
    house.passes(minute);
    await house.suspend();
    house.passes(minute);
    await house.happens('p.1', 'ams-01', false);
    await house.happens('p.2', 'fra-01', false);
    house.passes(minute);
    expect(await house.resume()).toBe(true);
    expect(await house.owedTo('C1')).toEqual([
      expect.objectContaining({
        notice: expect.objectContaining({
          kind: 'catch-up',
          why: 'channel-back',
          since: t0,
          until: t0 + 3 * minute,
        }),
      }),
    ]);
    expect(await house.caughtUp()).toEqual(['p.0', 'p.1']);
    expect(await house.store.suspensions()).toEqual([]);
  });

  test('is told nothing when it missed nothing', async () => {
    const house = await aHouse();
    await house.suspend();
    await house.happens('p.1', 'fra-01', false);
    expect(await house.resume()).toBe(true);
    expect(await house.owedTo('C1')).toEqual([]);
  });

  test('is not told of circuits that it has muted', async () => {
    const house = await aHouse();
    await house.suspend();
    await house.happens('p.1', 'lon-01', false);
    const mute = { channelId: 'C1', circuitId: circuitIdOf('lon-01'), circuitName: 'lon-01', byUserId: 'U1' };
    await house.store.commit({ putMutes: [{ ...mute, until: t0 + minute }] });
    await house.resume();
    expect(await house.caughtUp()).toEqual([]);
  });

  test('that was never suspended is left as it is', async () => {
    const house = await aHouse();
    expect(await house.resume()).toBe(false);
    expect(await house.resume('C9')).toBe(false);
  });

  test('and is lost again before it was told is told at the next return', async () => {
    const house = await aHouse();
    await house.happens('p.0', 'lon-01', true);
    await house.suspend();
    house.passes(minute);
    await house.resume();
    house.passes(minute);
    await house.happens('p.1', 'lon-01', true);
    await house.suspend();
    house.passes(minute);
    await house.resume();
    expect(await house.caughtUp()).toEqual(['p.0', 'p.1']);
    house.passes(minute);
    await house.suspend();
    await house.resume();
    expect(await house.caughtUp()).toEqual(['p.0', 'p.1']);
  });

  test('and is lost again after it was told is not told twice', async () => {
    const house = await aHouse();
    await house.happens('p.0', 'lon-01', true);
    await house.suspend();
    house.passes(minute);
    await house.resume();
    await house.store.commit({ settle: (await house.store.owed()).map(({ key }) => key) });
    house.passes(minute);
    await house.suspend();
    await house.happens('p.1', 'lon-01', false);
    await house.resume();
    expect(await house.caughtUp()).toEqual(['p.1']);
  });
});
