import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Day, openDay } from '../../day/open-day.ts';
import { link } from '../../day/script/event.ts';
import { sites } from '../../day/script/sites.ts';
import type { Findings } from '../measure/figure.ts';

const circuitCount = 1_000;
const subscriptionCount = 2;
/** In each subscription; they are all that the edge may be asked. */
const cuts = 3;
const [pageLength, batchLength] = [100, 50];

/** What a poll asks of Azure with its sessions, against the least that can tell the same. */
export async function benchSessions(): Promise<Findings> {
  const env = { EDGE_READS_PER_POLL: String(cuts) };
  const day = await openDay({ circuits: circuitCount, env, isBare: true });
  try {
    await callsOfPoll(day, 0);
    await cutLinks(day);
    const { list, metrics, edge } = await callsOfPoll(day, 1);
    const fact = (what: string, value: number, expected: number) => ({
      suite: 'sessions' as const,
      name: `${circuitCount.toLocaleString('en')} circuits in ${subscriptionCount} subscriptions, ${what}`,
      value,
      expected,
    });
    const lost = cuts * subscriptionCount;
    return {
      figures: [],
      facts: [
        fact('LISTs a cycle', list, pieces(subscriptionCount, pageLength)),
        fact('metrics batches a cycle', metrics, pieces(subscriptionCount * sites.length, batchLength)),
        fact(`calls of the edge to confirm ${lost} lost links`, edge, 2 * lost),
        fact('lost links known after that cycle', await openIncidents(day), lost),
      ],
    };
  } finally {
    await day.stop();
  }
}

const Stored = z.object({ incidents: z.array(z.object({ subject: z.object({ kind: z.string() }) })) });

async function openIncidents({ storePath }: Day): Promise<number> {
  const { incidents } = Stored.parse(JSON.parse(await readFile(storePath, 'utf8')));
  return incidents.filter(({ subject }) => subject.kind === 'connectivity').length;
}

/** Into how many pieces the circuits fall that are shared out evenly. */
function pieces(shares: number, most: number): number {
  return shares * Math.ceil(circuitCount / shares / most);
}

async function callsOfPoll({ time, midnight, wire }: Day, minute: number): Promise<Day['wire']['azure']> {
  await time.passTo(midnight + minute * 60_000);
  const before = { ...wire.azure };
  await time.runDue();
  const { list, metrics, edge, graph, other } = wire.azure;
  return {
    list: list - before.list,
    metrics: metrics - before.metrics,
    edge: edge - before.edge,
    graph: graph - before.graph,
    other: other - before.other,
  };
}

/** The first circuits of a site are of either subscription in turn. */
async function cutLinks({ control, circuits }: Day): Promise<void> {
  const names = [...circuits.values()].flat().slice(0, cuts * subscriptionCount);
  for (const name of names) {
    const { path, body } = link(name, 'AzurePrivatePeering', 'primary', false);
    await control.post(path, body);
  }
}
