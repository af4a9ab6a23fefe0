import { type Fact, type Figure, figureOf } from '../measure/figure.ts';
import { type Contest, interleave } from '../measure/interleave.ts';
import type { Move } from '../pages/page-protocol.ts';
import type { PageServer } from '../pages/start-page-server.ts';
import type { BareReader } from './bare-reader.ts';
import { createPoller, type Poller } from './poller.ts';

/** What is polled, and by whom it is read bare. */
export type Estate = {
  readonly server: PageServer;
  readonly bare: BareReader;
  readonly subscriptionIds: readonly string[];
  readonly name: string;
  /** For the cycles that see nothing or little new. */
  readonly aim: number | undefined;
};

export type Pace = Pick<Contest, 'rounds' | 'warmUp'>;

/** Each time with a new store and a new edge, which remember nothing. */
export async function firstSight(estate: Estate, pace: Pace): Promise<Figure> {
  let poller: Poller | undefined;
  const runs = await interleave({
    ...pace,
    prepare: async () => {
      await poller?.stop();
      poller = await createPoller(estate.server.url, estate.subscriptionIds);
    },
    floor: estate.bare.readAll,
    subject: async () => poller?.poll(),
  });
  await poller?.stop();
  return figureOf({ suite: 'poll', name: `${estate.name}, first sight` }, runs);
}

const moves: readonly { readonly name: string; readonly move?: Move; readonly isAimed: boolean }[] = [
  { name: 'nothing changed', isAimed: true },
  { name: '1 % changed', move: 'one-percent', isAimed: true },
  { name: 'all texts changed, no meaning', move: 'all-texts', isAimed: false },
];

/** Cycles of a poller that knows the estate. */
export function laterCycles(estate: Estate, pace: Pace): Promise<readonly Figure[]> {
  return withKnowing(estate, async (poller) => {
    const figures: Figure[] = [];
    for (const { name, move, isAimed } of moves) {
      const prepare = async () => {
        await poller.deliver();
        if (move) await estate.server.move(move);
      };
      const runs = await interleave({ ...pace, prepare, floor: estate.bare.readAll, subject: poller.poll });
      const aim = isAimed ? estate.aim : undefined;
      figures.push(figureOf({ suite: 'poll', name: `${estate.name}, ${name}`, aim }, runs));
    }
    return figures;
  });
}

/** One cycle in which nothing changed: what it asks of Azure and of the disk. */
export function countedCycle(estate: Estate): Promise<readonly Fact[]> {
  return withKnowing(estate, async (poller) => {
    const before = await estate.server.count();
    const mark = await poller.fileMark();
    await poller.poll();
    const after = await estate.server.count();
    const writes = Number((await poller.fileMark()) !== mark);
    const calls = after.requests - before.requests;
    return [
      { suite: 'poll', name: `${estate.name}, ARM calls a cycle`, value: calls, expected: after.pages },
      {
        suite: 'poll',
        name: `${estate.name}, file writes when nothing changed`,
        value: writes,
        expected: 0,
      },
    ];
  });
}

async function withKnowing<T>(estate: Estate, use: (poller: Poller) => Promise<T>): Promise<T> {
  const poller = await createPoller(estate.server.url, estate.subscriptionIds);
  try {
    await poller.poll();
    await poller.deliver();
    return await use(poller);
  } finally {
    await poller.stop();
  }
}
