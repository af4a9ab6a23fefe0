import { afterEach, expect, it } from 'vitest';
import { createWorldClock } from '../../../src/sandbox/world/clock.ts';

const begin = Date.parse('2026-01-05T03:00:00Z');
const clock = createWorldClock(() => begin);
afterEach(() => clock.close());

it('plays a jump in order, each task at its own time, with what it sets off', () => {
  const played: [string, number][] = [];
  const note = (what: string) => played.push([what, clock.now() - begin]);
  clock.after(60_000, () => note('second'));
  clock.after(30_000, () => {
    note('first');
    clock.after(10_000, () => note('set off by the first'));
    clock.after(90_000, () => note('too late for this jump'));
  });
  clock.advance(100_000);
  expect(played).toEqual([
    ['first', 30_000],
    ['set off by the first', 40_000],
    ['second', 60_000],
  ]);
  expect(clock.now() - begin).toBe(100_000);
  clock.advance(20_000);
  expect(played.at(-1)).toEqual(['too late for this jump', 120_000]);
});

it('a world that is sped up may go on telling programs the time on the wall', () => {
  const told = createWorldClock(() => begin, 'wall');
  told.advance(3_600_000);
  expect([told.now(), told.told()]).toEqual([begin + 3_600_000, begin]);
  told.close();
});
