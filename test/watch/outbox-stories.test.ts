import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentState } from '../../src/domain/alert/incident.ts';
import { aChange, aCircuitRef, anOwed } from '../support/a-circuit.ts';
import { aStory } from './support/a-story.ts';
import { event, live } from './support/an-ordeal.ts';
import { anOutbox } from './support/an-outbox.ts';

type Deed = {
  readonly circuit: string;
  readonly channel: string;
  readonly what: 'change' | IncidentState;
};

const deed: fc.Arbitrary<Deed> = fc.record({
  circuit: fc.constantFrom('lon-01', 'fra-02'),
  channel: fc.constantFrom('C1', 'C2'),
  what: fc.constantFrom('change', 'open', 'clearing', 'resolved'),
});

/** The deed as it becomes owed: a change by itself, or a turn of the circuit's incident, told in its thread too. */
async function owe(house: ReturnType<typeof anOutbox>, { circuit, channel, what }: Deed, n: number) {
  const owedAt = house.clock.now();
  if (what === 'change') {
    const change = aChange({ circuit: aCircuitRef({ name: circuit }) });
    const to = { channelId: channel };
    const notice = { kind: 'change', change } as const;
    await house.store.commit({
      owe: [anOwed({ key: `change.${circuit}.${n}@${channel}`, to, notice, owedAt })],
    });
    return;
  }
  const story = aStory(circuit, channel);
  await house.store.commit({ owe: [story.version(n, { state: what }, owedAt), story.reply(n, owedAt)] });
}

test('whatever happens, each incident is one message with its newest state and its whole story, and nothing overtakes what is of the same circuit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 20, maxLength: 70 }),
      fc.array(deed, { minLength: 40, maxLength: 40 }),
      async (events, deeds) => {
        const house = anOutbox();
        const done: Deed[] = [];
        await live(house, events, async () => {
          const next = deeds[done.length];
          if (!next) return;
          done.push(next);
          await owe(house, next, done.length);
        });
        expect(await house.owedKeys()).toEqual([]);
        expect(await house.store.parked()).toEqual([]);
        for (const channel of ['C1', 'C2']) {
          for (const circuit of ['lon-01', 'fra-02']) expectStory(house, done, { circuit, channel });
        }
      },
    ),
    { numRuns: 600 },
  );
});

function expectStory(
  { slack }: ReturnType<typeof anOutbox>,
  done: readonly Deed[],
  { circuit, channel }: Pick<Deed, 'circuit' | 'channel'>,
): void {
  const { card } = aStory(circuit, channel);
  const mine = [...done.entries()]
    .filter(([, deed]) => deed.circuit === circuit && deed.channel === channel)
    .map(([index, { what }]) => ({ n: index + 1, what }));
  const turns = mine.filter(({ what }) => what !== 'change').map(({ n }) => n);
  const cards = slack.posted.filter(({ key }) => key === card);
  expect(cards.map(({ shows }) => shows)).toEqual(turns.slice(-1).map((n) => `${card}.${n}@${channel}`));
  // What makes a sound or a story, in the order in which it happened.
  const told = slack.posted.filter(({ key, to }) => to === channel && key !== card && key.includes(circuit));
  expect(told.map(({ key }) => key)).toEqual(
    mine.map(({ n, what }) =>
      what === 'change' ? `change.${circuit}.${n}@${channel}` : `${card}.steps.${n}@${channel}`,
    ),
  );
  expect(told.filter(({ thread }) => thread).map(({ thread }) => thread)).toEqual(
    turns.map(() => cards[0]?.ts),
  );
}
