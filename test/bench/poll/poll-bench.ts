import { type Fact, type Figure, type Findings, figureOf } from '../measure/figure.ts';
import { type Contest, interleave } from '../measure/interleave.ts';
import type { Move } from '../pages/page-protocol.ts';
import { type PageServer, startPageServer } from '../pages/start-page-server.ts';
import { type BareReader, createBareReader } from './bare-reader.ts';
import { createPoller, type Poller } from './poller.ts';

const subscriptionIds = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

const sizes = [
  { count: 100, rounds: 60 },
  { count: 1_000, rounds: 40 },
  { count: 10_000, rounds: 9 },
] as const;

type Bench = { readonly server: PageServer; readonly bare: BareReader; readonly count: number };

/** The poll cycle (fetch, parse, diff, commit) against reading the same pages and nothing more. */
export async function benchPoll(quick: boolean): Promise<Findings> {
  const server = await startPageServer(subscriptionIds);
  const bare = createBareReader(server.url, subscriptionIds);
  const figures: Figure[] = [];
  const facts: Fact[] = [];
  try {
    for (const { count, rounds } of sizes) {
      await server.setCount(count);
      const bench = { server, bare, count };
      const pace = quick ? { rounds: 3, warmUp: 1 } : { rounds, warmUp: 3 };
      figures.push(await firstSight(bench, { ...pace, rounds: Math.ceil(pace.rounds / 3) }));
      const found = await laterCycles(bench, pace);
      figures.push(...found.figures);
      facts.push(...found.facts);
    }
  } finally {
    bare.stop();
    await server.stop();
  }
  return { figures, facts };
}

type Pace = Pick<Contest, 'rounds' | 'warmUp'>;

/** Each time with a new store and a new edge, which remember nothing. */
async function firstSight({ server, bare, count }: Bench, pace: Pace): Promise<Figure> {
  let poller: Poller | undefined;
  const runs = await interleave({
    ...pace,
    prepare: async () => {
      await poller?.stop();
      poller = await createPoller(server.url, subscriptionIds);
    },
    floor: bare.readAll,
    subject: async () => poller?.poll(),
  });
  await poller?.stop();
  return figureOf({ suite: 'poll', name: nameOf(count, 'first sight') }, runs);
}

async function laterCycles({ server, bare, count }: Bench, pace: Pace): Promise<Findings> {
  const poller = await createPoller(server.url, subscriptionIds);
  try {
    await poller.poll();
    await poller.deliver();
    const measure = async (name: string, move?: Move): Promise<Figure> => {
      const prepare = async () => {
        await poller.deliver();
        if (move) await server.move(move);
      };
      const runs = await interleave({ ...pace, prepare, floor: bare.readAll, subject: poller.poll });
      const aim = count === 1_000 && move !== 'all-texts' ? 1.5 : undefined;
      return figureOf({ suite: 'poll', name: nameOf(count, name), aim }, runs);
    };
    const facts = await countedCycle(poller, server, count);
    const figures = [
      await measure('nothing changed'),
      await measure('1 % changed', 'one-percent'),
      await measure('all texts, no meaning', 'all-texts'),
    ];
    return { figures, facts };
  } finally {
    await poller.stop();
  }
}

/** One cycle in which nothing changed: what it asked of Azure and of the disk. */
async function countedCycle(poller: Poller, server: PageServer, count: number): Promise<readonly Fact[]> {
  const before = await server.count();
  const mark = await poller.fileMark();
  await poller.poll();
  const after = await server.count();
  const written = (await poller.fileMark()) !== mark;
  return [
    {
      suite: 'poll',
      name: nameOf(count, 'ARM calls a cycle'),
      value: after.requests - before.requests,
      expected: after.pages,
    },
    {
      suite: 'poll',
      name: nameOf(count, 'file writes when nothing changed'),
      value: Number(written),
      expected: 0,
    },
  ];
}

function nameOf(count: number, what: string): string {
  return `${count.toLocaleString('en')} circuits, ${what}`;
}
