import type { Instant } from '../../../src/domain/instant.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { t0 } from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { createHandClock } from '../../watch/support/hand-clock.ts';
import { createAzureSaid } from './azure-said.ts';
import { type Bot, startBot } from './bot.ts';
import { doDeed } from './deeds.ts';
import { createRegistriesSaid } from './registries-said.ts';
import type { Happening, Situation } from './situation.ts';
import { createSlackHeard } from './slack-heard.ts';
import { createTranscript } from './transcript.ts';

const tickMs = 15_000;
const preludeMs = 3 * 60_000;
const midnight = t0 - (t0 % 86_400_000);

/** `03:15:20` on the day of the situations. */
export function timeOf(time: string): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return midnight + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}

/** Lets a situation happen to the bot, from 03:12 on, and gives what people could read meanwhile. */
export async function play({ azure: says, channels, happenings, isFirstSight, until }: Situation) {
  const clock = createHandClock();
  const { now } = clock;
  const store = createMemoryStore();
  const transcript = createTranscript(now);
  const azure = createAzureSaid(now);
  const registries = createRegistriesSaid(now);
  const slack = createSlackHeard(now, transcript.tell);
  let ids = 0;
  /** Spread, as random ones are: short names are made of their first bits. */
  const newId = () => ((++ids * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  let bot: Bot | undefined;

  const listen = () =>
    store.commit({
      putSubscriptions: Object.entries(channels).flatMap(([channelId, wishes]) =>
        wishes.map((wish, index) => aSubscription(`${channelId}-${index}`, channelId, wish)),
      ),
    });

  async function happen({
    what,
    azure: more,
    registries: had,
    slack: change,
    bot: fate,
    person,
  }: Happening): Promise<void> {
    transcript.note(what);
    if (more) azure.hear(more);
    if (had) registries.hear(had);
    if (change === 'away' || change === 'back') slack.world.isAway = change === 'away';
    else if (change && 'lost' in change) slack.lost.add(change.lost);
    else if (change) slack.lost.delete(change.found);
    if (fate) await befall(fate);
    if (person && bot) await doDeed({ bot, store, circuit: azure.circuit, timeOf, now }, person);
    bot?.wake();
  }

  async function befall(fate: NonNullable<Happening['bot']>): Promise<void> {
    if (fate === 'stops') await bot?.stop();
    if (fate === 'is killed') bot?.kill();
    bot = fate === 'starts' ? startBot({ clock, store, azure, registries, slack, newId }) : undefined;
  }

  async function live(end: Instant, waiting: readonly Happening[] = []): Promise<void> {
    for (const happening of waiting) {
      await tickUntil(timeOf(happening.at));
      await happen(happening);
    }
    await tickUntil(end);
  }

  /** A happening comes before the tick of its own moment. */
  async function tickUntil(end: Instant): Promise<void> {
    while (now() < end) {
      if (now() % tickMs === 0) await bot?.tick();
      await clock.run(Math.min(end, (Math.floor(now() / tickMs) + 1) * tickMs) - now());
    }
  }

  if (isFirstSight) await listen();
  else clock.setBack(preludeMs);
  azure.hear(says, 0);
  await befall('starts');
  await live(t0);
  if (!isFirstSight) await listen();
  await live(timeOf(until), happenings);
  await bot?.stop();
  return { text: transcript.text(), owed: await store.owed() };
}
