import { startChild } from '../measure/child.ts';
import { type Figure, figureOf } from '../measure/figure.ts';
import type { Estate } from './cycles.ts';

type Held = { readonly held: number; readonly rss: number };

/** What a process holds after a few cycles, against one that holds the parsed pages and nothing else. */
export async function memoryFigures(
  { server, subscriptionIds, name }: Pick<Estate, 'server' | 'subscriptionIds' | 'name'>,
  samples: number,
): Promise<readonly Figure[]> {
  const floor: Held[] = [];
  const subject: Held[] = [];
  for (let sample = 0; sample < samples; sample++) {
    floor.push(await probe('floor', server.url, subscriptionIds));
    subject.push(await probe('subject', server.url, subscriptionIds));
  }
  const figure = (what: string, of: (held: Held) => number) =>
    figureOf(
      { suite: 'poll', name: `${name}, ${what}`, unit: 'MB' },
      { floor: floor.map(of), subject: subject.map(of) },
    );
  return [figure('heap and buffers held', ({ held }) => held), figure('resident memory', ({ rss }) => rss)];
}

async function probe(side: string, armUrl: string, subscriptionIds: readonly string[]): Promise<Held> {
  const child = startChild(new URL('memory-probe.ts', import.meta.url), {
    args: [side, armUrl, ...subscriptionIds],
    execArgv: ['--expose-gc'],
  });
  const [, held, rss] = await child.line(/^held (\S+) rss (\S+)/u);
  await child.stop();
  return { held: Number(held), rss: Number(rss) };
}
