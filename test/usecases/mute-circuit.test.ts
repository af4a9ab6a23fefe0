import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { muteCircuit, unmuteCircuit } from '../../src/usecases/mute-circuit.ts';
import { circuitIdOf, t0 } from '../support/a-circuit.ts';

const hour = 3_600_000;
const lon = circuitIdOf('lon-01');

function aHouse() {
  const world = { now: t0 };
  let ids = 0;
  const deps = { store: createMemoryStore(), now: () => world.now, newId: () => `entry-${++ids}` };
  const caller = { userId: 'U1', channelId: 'C1' };
  const ask = { channelId: 'C1', circuitId: lon, circuitName: 'lon-01' };
  return {
    ...deps,
    world,
    mute: (forMs: number, circuitId = lon) => muteCircuit(deps, caller, { ...ask, circuitId, forMs }),
    unmute: (channelId = 'C1') => unmuteCircuit(deps, caller, { channelId, circuitId: lon }),
  };
}

test('a mute ends after its time', async () => {
  const house = aHouse();
  const mute = {
    channelId: 'C1',
    circuitId: lon,
    circuitName: 'lon-01',
    byUserId: 'U1',
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

test('mutes that are over are swept by the next one', async () => {
  const house = aHouse();
  await house.mute(hour);
  house.world.now += hour;
  await house.mute(hour, circuitIdOf('ams-01'));
  expect((await house.store.mutes()).map(({ circuitId }) => circuitId)).toEqual([circuitIdOf('ams-01')]);
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
  expect(await house.store.dueAudit()).toEqual([
    { id: 'entry-1', act: 'mute', ...by, changes: until('', '2026-03-02 11:12 UTC') },
    { id: 'entry-2', act: 'mute', ...by, changes: until('2026-03-02 11:12 UTC', '2026-03-02 05:12 UTC') },
    { id: 'entry-3', act: 'unmute', ...by, changes: until('2026-03-02 05:12 UTC', '') },
  ]);
});

test('unmuting tells whether it was muted', async () => {
  const house = aHouse();
  await house.mute(hour);
  expect(await house.unmute('C2')).toBe(false);
  expect(await house.unmute()).toBe(true);
  expect(await house.unmute()).toBe(false);
  await house.mute(hour);
  house.world.now += hour;
  expect(await house.unmute()).toBe(false);
});
