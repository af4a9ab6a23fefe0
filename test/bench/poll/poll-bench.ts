import type { Findings } from '../measure/figure.ts';
import { startPageServer } from '../pages/start-page-server.ts';
import { createBareReader } from './bare-reader.ts';
import { countedCycle, type Estate, firstSight, laterCycles } from './cycles.ts';
import { memoryFigures } from './memory.ts';

const one = ['11111111-1111-4111-8111-111111111111'];
const two = [...one, '22222222-2222-4222-8222-222222222222'];

const plans = [
  { count: 100, subscriptionIds: one, rounds: 60 },
  { count: 1_000, subscriptionIds: one, rounds: 41, aim: 1.5 },
  { count: 1_000, subscriptionIds: two, rounds: 21 },
  { count: 10_000, subscriptionIds: one, rounds: 9, memorySamples: 3 },
] as const;
type Plan = (typeof plans)[number];

/** The poll cycle (fetch, parse, diff, commit) against reading the same pages and nothing more. */
export async function benchPoll(quick: boolean): Promise<Findings> {
  const findings: Findings[] = [];
  for (const plan of plans) findings.push(await benchPlan(plan, quick));
  return {
    figures: findings.flatMap(({ figures }) => figures),
    facts: findings.flatMap(({ facts }) => facts),
  };
}

async function benchPlan(plan: Plan, quick: boolean): Promise<Findings> {
  const { count, subscriptionIds, rounds } = plan;
  const server = await startPageServer(subscriptionIds);
  const bare = createBareReader(server.url, subscriptionIds);
  const pace = quick ? { rounds: 3, warmUp: 1 } : { rounds, warmUp: 3 };
  const name = `${count.toLocaleString('en')} circuits${subscriptionIds === two ? ' in 2 subscriptions' : ''}`;
  const estate: Estate = { server, bare, subscriptionIds, name, aim: 'aim' in plan ? plan.aim : undefined };
  try {
    await server.setCount(count);
    const figures = [
      await firstSight(estate, { ...pace, rounds: Math.ceil(pace.rounds / 3) }),
      ...(await laterCycles(estate, pace)),
    ];
    if ('memorySamples' in plan) {
      figures.push(...(await memoryFigures(estate, quick ? 1 : plan.memorySamples)));
    }
    return { figures, facts: await countedCycle(estate) };
  } finally {
    bare.stop();
    await server.stop();
  }
}
