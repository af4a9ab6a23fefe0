import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { event, live } from './support/an-ordeal.ts';
import { anOutbox, channelOf, turns } from './support/an-outbox.ts';
import { createFlyingClock } from './support/hand-clock.ts';

describe('a wake is never lost', () => {
  test.each(Array.from({ length: 60 }, (_, count) => count))(
    'also not %i turns after the one before',
    async (count) => {
      const house = anOutbox();
      const outbox = house.start();
      await house.owe('C1.0');
      outbox.wake();
      await turns(count);
      await house.owe('C1.1', 'C2.0');
      outbox.wake();
      await house.clock.run();
      expect(house.slack.posted.map(({ key }) => key).sort()).toEqual(['C1.0', 'C1.1', 'C2.0']);
    },
  );

  test.each(Array.from({ length: 60 }, (_, count) => count))(
    'also not when it comes with a message %i turns before the one after',
    async (count) => {
      const house = anOutbox();
      const outbox = house.start();
      await house.owe('C1.0');
      const owing = house.owe('C2.0').then(() => outbox.wake());
      await turns(count);
      outbox.wake();
      await owing;
      await house.clock.run();
      expect(house.slack.posted.map(({ key }) => key).sort()).toEqual(['C1.0', 'C2.0']);
    },
  );

  test.each(Array.from({ length: 120 }, (_, count) => count))(
    'also not while the last message of the channel is on its way out, %i turns after the wake',
    async (count) => {
      const house = anOutbox([], createFlyingClock());
      const outbox = house.start();
      await house.owe('C1.0');
      outbox.wake();
      await turns(count);
      await house.owe('C1.1');
      outbox.wake();
      await house.clock.run();
      expect(house.slack.inChannel('C1')).toEqual(['C1.0', 'C1.1']);
    },
  );

  test('whenever many of them come, and however long the store takes to read', async () => {
    const pauses = fc.array(fc.nat(12), { minLength: 1, maxLength: 12 });
    const readTurns = fc.array(fc.nat(8), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pauses, readTurns, fc.integer({ min: 1, max: 3 }), async (all, reads, channels) => {
        const house = anOutbox([], createFlyingClock());
        house.world.readTurns = reads;
        const outbox = house.start();
        const keys = all.map((_, index) => `C${index % channels}.${index}`);
        for (const [index, pause] of all.entries()) {
          await house.owe(keys[index] ?? '');
          outbox.wake();
          await turns(pause);
        }
        await house.clock.run();
        expect(house.slack.posted.map(({ key }) => key).sort()).toEqual(keys.toSorted());
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever happens', () => {
  test('every owed message arrives, none twice, each channel in order, none within a second of another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const house = anOutbox();
        const owed: string[] = [];
        await live(house, events, async () => {
          const key = `C${owed.length % 3}.${String(owed.length).padStart(3, '0')}`;
          owed.push(key);
          await house.owe(key);
        });
        for (const channel of new Set(owed.map(channelOf))) {
          expect(house.slack.inChannel(channel)).toEqual(owed.filter((key) => channelOf(key) === channel));
        }
        expect(await house.owedKeys()).toEqual([]);
        expect(await house.store.parked()).toEqual([]);
        expectSpacing(house);
      }),
      { numRuns: 500 },
    );
  });
});

function expectSpacing({ slack }: ReturnType<typeof anOutbox>): void {
  for (const channel of new Set(slack.posted.map(({ to }) => to))) {
    const times = slack.posted.filter(({ to }) => to === channel).map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(1_000, ...gaps)).toBe(1_000);
  }
}
