import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Control } from '../support/control.ts';
import { listeners } from './listeners.ts';
import type { Day } from './open-day.ts';
import type { ControlCall } from './script/event.ts';
import { createRandom } from './script/random.ts';
import { writeScript } from './script/script.ts';

export type Sample = { readonly rss: number; readonly heap: number; readonly file: number };

/** What was seen of the bot while the day went by. */
export type DaySight = {
  /** Real milliseconds of each poll with all that it brings about. */
  readonly pollMs: readonly number[];
  /** Bytes, one after each poll. */
  readonly samples: readonly Sample[];
};

/** Minute by minute: what the script says, then what the schedule says. */
export async function playDay(
  day: Day,
  { seed, minutes, tell }: { seed: number; minutes: number; tell: (hour: number) => void },
): Promise<DaySight> {
  const { time, midnight, control } = day;
  const script = writeScript({ ...day, random: createRandom(seed) }).values();
  const pollMs: number[] = [];
  const samples: Sample[] = [];
  await subscribeAll(day);
  let next = script.next();
  for (let minute = 0; minute < minutes; minute++) {
    if (minute % 60 === 0) tell(minute / 60);
    await time.passTo(midnight + minute * 60_000);
    for (; !next.done && next.value.minute <= minute; next = script.next()) {
      for (const one of next.value.calls) await call(control, one);
    }
    pollMs.push((await time.runDue()).get('poll') ?? Number.NaN);
    samples.push(await sample(day.storePath));
    await time.passTo(midnight + minute * 60_000 + 30_000);
    await time.runDue();
  }
  await time.passTo(midnight + minutes * 60_000 + 30_000);
  return { pollMs, samples };
}

async function subscribeAll({ control, channels }: Day): Promise<void> {
  const type = (channel: string, text: string) =>
    control.post('slack/command', { user: 'U0ADAM0001', channel, command: '/circuit', text });
  for (const { name, subscribe, also } of listeners) {
    for (const text of [`subscribe ${subscribe}`, ...(also ? [also] : [])]) {
      z.object({ ok: z.literal(true) }).parse(await type(channels[name], text.trim()));
    }
  }
}

async function call(control: Control, { path, body = {}, remove }: ControlCall): Promise<void> {
  if (remove) await control.remove(path);
  else await control.post(path, body);
}

async function sample(storePath: string): Promise<Sample> {
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed, file: (await stat(storePath)).size };
}
