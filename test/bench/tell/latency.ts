import { setTimeout as pause } from 'node:timers/promises';
import type { DayWorld } from '../../day/world/start-world.ts';
import { type Child, startChild } from '../measure/child.ts';
import { type Figure, figureOf } from '../measure/figure.ts';
import { quantile, timed } from '../measure/samples.ts';
import { botReady, newFolder, removeFolder } from '../programs/spawn.ts';

/** As a bot polls each minute, but thirty times as often; ratios to the interval say the same, and a little worse. */
const intervalMs = 2_000;
const channel = 'C0NETOPS001';
const lookMs = 10;

/** From the moment at which Azure shows a change to its message in Slack, by the real bot on its own schedule. */
export async function benchLatency(world: DayWorld, quick: boolean): Promise<readonly Figure[]> {
  const folder = await newFolder();
  const bot = spawnPollingBot(folder, world);
  try {
    await bot.line(botReady);
    await pause(3 * intervalMs);
    const samples: number[] = [];
    const count = quick ? 4 : 40;
    for (let index = 0; index < count; index++) {
      // Spread evenly over the interval, in an order that has nothing to do with it.
      await pause(intervalMs * ((index * 0.618) % 1));
      samples.push(await timed(() => changeAndSee(world, index)));
    }
    return [0.5, 0.95].map((share) =>
      figureOf(
        { suite: 'tell', name: `visible in Azure to message in Slack, p${share * 100} (poll interval)` },
        { floor: [intervalMs], subject: [quantile(samples, share)] },
      ),
    );
  } finally {
    await bot.stop();
    await removeFolder(folder);
  }
}

async function changeAndSee({ control }: DayWorld, index: number): Promise<void> {
  const before = (await control.messages(channel)).length;
  await control.post('azure/circuits/lon-01/bandwidth', { mbps: index % 2 ? 1_000 : 2_000 });
  while ((await control.messages(channel)).length === before) await pause(lookMs);
}

function spawnPollingBot(folder: string, { environment }: DayWorld): Child {
  return startChild(new URL('../../../src/main.ts', import.meta.url), {
    args: ['bot'],
    env: {
      ...environment,
      ALERTS_CHANNEL: channel,
      DATA_DIR: folder,
      PORT: '0',
      OPS_PORT: '0',
      EDGE_READS_PER_POLL: '0',
      POLL_SECONDS: String(intervalMs / 1_000),
      POLL_MOVING_SECONDS: String(intervalMs / 1_000),
      LOG_LEVEL: 'error',
    },
  });
}
