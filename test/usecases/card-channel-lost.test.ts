import { expect, test } from 'vitest';
import { defaultAlertRules } from '../../src/domain/alert/alert-rules.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { resumeChannel } from '../../src/usecases/resume-channel.ts';
import { suspendChannel } from '../../src/usecases/suspend-channel.ts';
import { anOwed, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';

const minute = 60_000;

/** Slack says that the bot is a member, and lets it post nothing. A card waits there. */
async function aRestrictedChannel() {
  const store = createMemoryStore();
  const world = { now: t0 };
  const deps = { store, rules: defaultAlertRules, now: () => world.now };
  await store.commit({
    putSubscriptions: [aSubscription('S1', 'C1', '', { ownerId: 'UOMAR' })],
    owe: [anOwed({ key: 'request.R-1.1', card: 'request.R-1', to: { channelId: 'C1' }, owedAt: t0 })],
  });
  return {
    store,
    suspend: () => suspendChannel(deps, 'C1', 'posting-restricted'),
    resume: () => resumeChannel(deps, 'C1'),
    /** What the owner of the subscription has been told since the last time. */
    async told() {
      const lost = (await store.owed()).filter(({ notice }) => notice.kind === 'channel-lost');
      await store.commit({ settle: lost.map(({ key }) => key) });
      return lost.length;
    },
    passes: (ms: number) => {
      world.now += ms;
    },
  };
}

test('the owner is not told each time that a card is tried in vain', async () => {
  const channel = await aRestrictedChannel();
  const told: number[] = [];
  for (let times = 0; times < 5; times++) {
    channel.passes(10 * minute);
    await channel.suspend();
    told.push(await channel.told());
    await channel.resume();
  }
  expect(told).toEqual([1, 0, 0, 0, 0]);
});

test('the owner is told again when the channel is lost anew after the card has arrived', async () => {
  const channel = await aRestrictedChannel();
  await channel.suspend();
  await channel.told();
  await channel.resume();
  await channel.store.commit({ settle: ['request.R-1.1'] });
  channel.passes(minute);
  await channel.suspend();
  expect(await channel.told()).toBe(1);
});
