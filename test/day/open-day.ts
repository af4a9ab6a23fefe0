import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createTallies } from './channel-tally.ts';
import { createDayTime } from './day-time.ts';
import { settle } from './settle.ts';
import { watchWire } from './watch-wire.ts';
import { startDayWorld } from './world/start-world.ts';

export type DayOptions = {
  readonly circuits: number;
  /** Over the bot's usual settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Without the sandbox's own circuits, which are in all states. */
  readonly isBare?: boolean;
};

/** A world at midnight with its circuits and channels, and a bot in this process that goes by the world's time. */
export async function openDay({ circuits, env = {}, isBare = false }: DayOptions) {
  const world = await startDayWorld();
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-day-'));
  const tallies = createTallies();
  const wire = watchWire(tallies.note);
  const time = createDayTime((ms) => world.control.post('clock', { advanceMs: ms }), wire.isBusy);
  const midnight = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  await time.passTo(midnight - 60_000);
  const settled = await settle(world.control, circuits, isBare);
  const config = parseConfig({ ...world.environment, ...settings, ...env, DATA_DIR: folder });
  if (!config.ok) throw new Error(config.problems.join('\n'));
  const complaints: string[] = [];
  const log = createLog('error', { write: (line: string) => void complaints.push(line) });
  const never = new AbortController().signal;
  const app = await startApp(config.value, log, time.now, never, time.pace);
  const { requestUrl, opsUrl } = app;
  await world.control.put('slack/app', { requestUrl, opsUrl });
  return {
    ...settled,
    control: world.control,
    time,
    wire,
    tallies: tallies.tallies,
    midnight,
    complaints,
    storePath: join(folder, 'trunkline.json'),
    async stop() {
      await app.stop();
      await world.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export type Day = Awaited<ReturnType<typeof openDay>>;

/** A poll each minute, whatever moves; everything else as it is by default. */
const settings = {
  PORT: '0',
  OPS_PORT: '0',
  ALERTS_CHANNEL: '',
  CASES_OPEN: 'by-hand',
  POLL_SECONDS: '60',
  POLL_MOVING_SECONDS: '60',
};
