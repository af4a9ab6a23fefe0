import { expect, test } from 'vitest';
import { defaultAlertRules } from '../../src/domain/alert/alert-rules.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { recheckChannels } from '../../src/usecases/recheck-channels.ts';
import { resumeChannel } from '../../src/usecases/resume-channel.ts';
import { suspendChannel } from '../../src/usecases/suspend-channel.ts';
import { aChange, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';

async function aLostChannel(member: boolean) {
  const store = createMemoryStore();
  await store.commit({ putSubscriptions: [aSubscription('S1', 'C1', '', { ownerId: '' })] });
  await suspendChannel({ store, now: () => t0 }, 'C1', 'removed');
  await store.commit({ addChanges: [aChange({ id: 'p.0', at: t0 + 1 })] });
  let wakes = 0;
  await recheckChannels({
    store,
    channels: {
      standing: async () => (member ? { kind: 'member' } : { kind: 'not-member', reason: 'removed' }),
      openDirect: async () => 'D1',
    },
    alerts: {
      resume: (channelId) => resumeChannel({ store, rules: defaultAlertRules, now: () => t0 + 2 }, channelId),
    },
    wakeOutbox: () => {
      wakes++;
    },
  });
  return { store, wakes };
}

test('a channel that the bot is in again without an event gets what it missed', async () => {
  const { store, wakes } = await aLostChannel(true);
  expect((await store.owed()).map(({ notice }) => notice.kind)).toEqual(['catch-up']);
  expect(await store.suspensions()).toEqual([]);
  expect(wakes).toBe(1);
});

test('a channel that the bot is still not in stays lost', async () => {
  const { store, wakes } = await aLostChannel(false);
  expect(await store.owed()).toEqual([]);
  expect(await store.suspensions()).toHaveLength(1);
  expect(wakes).toBe(0);
});
