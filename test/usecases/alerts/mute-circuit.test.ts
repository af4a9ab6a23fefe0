import { expect, test } from 'vitest';
import { defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { openAlertDesk } from '../../../src/usecases/alerts/open-alert-desk.ts';
import { quietNights } from '../../domain/alert/support/a-look.ts';
import { circuitIdOf, t0 } from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';

const hour = 3_600_000;
const lon = circuitIdOf('lon-01');

function aHouse() {
  const world = { now: t0 };
  let ids = 0;
  const store = createMemoryStore();
  const newId = () => `${String(++ids).padStart(8, '0')}-id`;
  const desk = openAlertDesk({ store, rules: defaultAlertRules, now: () => world.now, newId, wake() {} });
  const caller = { userId: 'U1', channelId: 'C1' };
  const ask = { channelId: 'C1', circuitName: 'lon-01' };
  return {
    store,
    world,
    mute: (forMs: number, circuitId = lon) =>
      desk.mute(caller, { ...ask, circuitId, until: world.now + forMs }),
    unmute: (channelId = 'C1') => desk.unmute(caller, { channelId, circuitId: lon }),
    passTime: desk.passTime,
    owed: async () => (await store.owed()).map(({ notice }) => notice),
  };
}

test('a mute ends after its time', async () => {
  const house = aHouse();
  const mute = {
    channelId: 'C1',
    circuitId: lon,
    circuitName: 'lon-01',
    byUserId: 'U1',
    since: t0,
    until: t0 + 2 * hour,
  };
  expect(await house.mute(2 * hour)).toEqual(mute);
  expect(await house.store.mutes()).toEqual([mute]);
});

test('a new mute replaces the old one of the same channel and circuit', async () => {
  const house = aHouse();
  await house.mute(8 * hour);
  await house.mute(hour);
  await house.mute(hour, circuitIdOf('ams-01'));
  expect((await house.store.mutes()).map(({ circuitId, until }) => [circuitId, until])).toEqual([
    [lon, t0 + hour],
    [circuitIdOf('ams-01'), t0 + hour],
  ]);
});

test('a mute that is over goes by itself, and its channel is told that it ended', async () => {
  const house = aHouse();
  await house.store.commit({ putSubscriptions: [aSubscription('S1', 'C1', '')] });
  await house.mute(hour);
  house.world.now += hour;
  await house.passTime();
  expect(await house.store.mutes()).toEqual([]);
  expect(await house.owed()).toMatchObject([{ kind: 'digest', view: { why: 'mute-ended', total: 0 } }]);
  await house.passTime();
  expect(await house.owed()).toHaveLength(1);
});

test('a mute that is over can be made anew', async () => {
  const house = aHouse();
  await house.mute(hour);
  house.world.now += 2 * hour;
  await house.mute(hour);
  expect((await house.store.mutes()).map(({ until }) => until)).toEqual([t0 + 3 * hour]);
});

test('who muted and unmuted what, from where and until when, is owed to the audit trail', async () => {
  const house = aHouse();
  await house.mute(8 * hour);
  await house.mute(2 * hour);
  await house.unmute('C2');
  await house.unmute();
  await house.unmute();
  const by = { by: 'U1', channelId: 'C1', at: t0, circuit: { id: lon, name: 'lon-01' } };
  const until = (before: string, after: string) => [{ field: 'Muted until', before, after }];
  expect(await house.store.dueAudit()).toMatchObject([
    { act: 'mute', ...by, changes: until('', '2026-03-02 11:12 UTC') },
    { act: 'mute', ...by, changes: until('2026-03-02 11:12 UTC', '2026-03-02 05:12 UTC') },
    { act: 'unmute', ...by, changes: until('2026-03-02 05:12 UTC', '') },
  ]);
});

test('unmuting tells what was muted, if it was', async () => {
  const house = aHouse();
  const mute = await house.mute(hour);
  expect(await house.unmute('C2')).toBe(undefined);
  expect(await house.unmute()).toEqual(mute);
  expect(await house.unmute()).toBe(undefined);
  await house.mute(hour);
  house.world.now += hour;
  expect(await house.unmute()).toBe(undefined);
});

test('a mute that is taken away at night is away at once', async () => {
  const house = aHouse();
  await house.store.commit({
    putSubscriptions: [aSubscription('S1', 'C1', '')],
    putQuietHours: [quietNights({ channelId: 'C1' })],
  });
  await house.mute(8 * hour);
  await house.unmute();
  expect(await house.store.mutes()).toEqual([]);
});

test('a mute that somebody ends and that held nothing owes no message', async () => {
  const house = aHouse();
  await house.store.commit({ putSubscriptions: [aSubscription('S1', 'C1', '')] });
  await house.mute(hour);
  await house.unmute();
  await house.passTime();
  expect(await house.owed()).toEqual([]);
});
