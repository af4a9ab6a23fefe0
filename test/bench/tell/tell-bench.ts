import { type DayWorld, startDayWorld } from '../../day/world/start-world.ts';
import type { Findings } from '../measure/figure.ts';
import { benchDrain } from './drain.ts';
import { benchLatency } from './latency.ts';

/** How soon people are told, and how fast much is told, against what the poll interval and Slack's limit allow. */
export async function benchTell(quick: boolean): Promise<Findings> {
  return {
    figures: [
      ...(await inWorld((world) => benchLatency(world, quick))),
      ...(await inWorld((world) => benchDrain(world, quick))),
    ],
    facts: [],
  };
}

async function inWorld<T>(bench: (world: DayWorld) => Promise<T>): Promise<T> {
  const world = await startDayWorld();
  try {
    return await bench(world);
  } finally {
    await world.stop();
  }
}
