import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bumpLimit } from '../../../src/domain/alert/incident.ts';
import { slackKeyOf } from '../../../src/domain/alert/notice.ts';
import { aWholeLife, type Turn, turn } from './support/a-whole-life.ts';

type Life = Awaited<ReturnType<typeof aWholeLife>>;

async function aLifeThatEndsWell(turns: readonly Turn[]): Promise<Life> {
  const life = await aWholeLife();
  await life.pass(4);
  for (const each of turns) await life.happen(each);
  await life.endWell();
  return life;
}

const lives = fc.array(turn, { maxLength: 25 }).map((turns) => ({ turns }));

/** As many lives as fit into a few seconds; more of them by hand. */
const runs = { numRuns: 25 };

const holds = (law: (life: Life) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(lives, async ({ turns }) => law(await aLifeThatEndsWell(turns))),
    runs,
  );

const topLevel = ({ slack }: Life, kind: string) =>
  slack.standing().filter(({ thread, owed }) => thread === undefined && owed.notice.kind === kind);

describe('whatever happens to circuits, Slack and Trunkline', () => {
  test('what ends well leaves no incident open, and every message says so', () =>
    holds(async (life) => {
      const states = (await life.store.incidents({ all: true })).map(({ state }) => state);
      expect(states.filter((state) => state !== 'resolved')).toEqual([]);
      for (const { owed, lines } of topLevel(life, 'incident')) {
        const isMoved = owed.notice.kind === 'incident' && owed.notice.view.isMoved;
        if (!isMoved) expect(lines[0]).toMatch(/^:(large_green_circle|heavy_minus_sign):/u);
      }
      for (const { owed } of topLevel(life, 'digest'))
        expect(owed.notice).toMatchObject({ view: { incidents: { open: 0, clearing: 0 } } });
    }));

  test('a channel has no more messages than incidents with their bumps, digests and changes', () =>
    holds(async (life) => {
      const ids = topLevel(life, 'incident').map(({ owed }) =>
        owed.notice.kind === 'incident' ? owed.notice.view.id : '',
      );
      const known = new Set((await life.store.incidents({ all: true })).map(({ id }) => id));
      for (const id of ids) {
        expect(known).toContain(id);
        expect(ids.filter((other) => other === id).length).toBeLessThanOrEqual(1 + bumpLimit);
      }
      expect(topLevel(life, 'digest').length).toBeLessThanOrEqual((await life.store.digests()).length);
      expect(topLevel(life, 'change').length).toBeLessThanOrEqual((await life.store.changes()).length);
    }));

  test('all that is owed arrives, and nothing twice', () =>
    holds(async (life) => {
      const keys = life.slack.standing().map(({ key }) => key);
      expect(await life.store.owed()).toEqual([]);
      expect(await life.store.parked()).toEqual([]);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      expect(new Set(keys)).toEqual(new Set(life.owed.map(slackKeyOf)));
    }));

  test('a look at what was seen already writes nothing', () =>
    holds(async (life) => {
      await life.look();
      const { writes } = life.kept;
      await life.look();
      await life.look();
      expect(life.kept.writes).toBe(writes);
    }));
});

/** The primary session of lon-01 is lost for a minute, and well for so many ticks. */
async function flap(life: Life, times: number, wellTicks: number): Promise<void> {
  const place = 'lon-01 private primary';
  for (let time = 0; time < times; time++) {
    life.azure.hear({ bgp: { [place]: 0 }, routes: { [place]: 'Idle' } });
    await life.pass(4);
    life.azure.hear({ bgp: { [place]: 100 }, routes: { [place]: 47 } });
    await life.pass(wellTicks);
  }
}

describe('a session that flaps for ever', () => {
  test('is one incident, whose memory does not grow', async () => {
    const life = await aWholeLife();
    await life.pass(4);
    const size = () => {
      const { incidents, digests, held, owed, connectivity } = life.kept.state;
      const parts = [incidents, digests, held, owed, connectivity].map((part) => [...part.values()]);
      return JSON.stringify(parts).length;
    };
    await flap(life, 60, 4);
    const before = size();
    await flap(life, 120, 4);
    expect(await life.store.incidents({ all: true })).toHaveLength(1);
    expect(size()).toBeLessThan(before * 1.05);
    expect(topLevel(life, 'incident').length).toBeLessThanOrEqual(1 + bumpLimit);
  });

  test('that is over each time and comes back has so many messages and no more', async () => {
    const life = await aWholeLife();
    await life.pass(4);
    await flap(life, 8, 60);
    expect((await life.store.incidents({ all: true })).map(({ reopened }) => reopened)).toEqual([7]);
    expect(topLevel(life, 'incident').length).toBeLessThanOrEqual(1 + bumpLimit);
  });
});
