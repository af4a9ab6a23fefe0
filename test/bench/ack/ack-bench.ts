import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Child } from '../measure/child.ts';
import { type Findings, figureOf } from '../measure/figure.ts';
import { quantile, type Samples } from '../measure/samples.ts';
import { type PageServer, startPageServer } from '../pages/start-page-server.ts';
import {
  boltReady,
  botReady,
  newFolder,
  pollNow,
  removeFolder,
  spawnBareBolt,
  spawnBot,
  startSlack,
} from '../programs/spawn.ts';
import { createLoad, type Load } from './load.ts';
import { signedCommand } from './signed-command.ts';

const subscriptionIds = ['11111111-1111-4111-8111-111111111111'];
const circuitCount = 500;
const inFlight = 50;
const aim = 1.5;

/** How soon a slash command is acknowledged with many under way and Azure hanging, against a bare Bolt app. */
export async function benchAck(quick: boolean): Promise<Findings> {
  const folder = await newFolder();
  const { child: slack, url: slackUrl } = await startSlack();
  const azure = await startPageServer(subscriptionIds);
  const bot = spawnBot(folder, { slackUrl, armUrl: azure.url, subscriptionIds });
  const bolt = spawnBareBolt(slackUrl);
  try {
    const requestUrl = await fillAndCutOff(bot, azure);
    const [, boltUrl = ''] = await bolt.line(boltReady);
    const loads = { bolt: createLoad(boltUrl, inFlight), bot: createLoad(requestUrl, inFlight) };
    const rounds = await contest({ ...loads, slackUrl, slack }, quick);
    loads.bolt.stop();
    loads.bot.stop();
    return figuresOf(rounds);
  } finally {
    await Promise.all([bot, bolt, slack, azure].map((child) => child.stop()));
    await removeFolder(folder);
  }
}

/** The bot knows its circuits; from then on Azure takes every question and never answers. */
async function fillAndCutOff(bot: Child, azure: PageServer): Promise<string> {
  await azure.setCount(circuitCount);
  const [, requestUrl = '', opsUrl = ''] = await bot.line(botReady);
  await pollNow(opsUrl);
  await azure.hang();
  return requestUrl;
}

type Arena = { readonly bolt: Load; readonly bot: Load; readonly slackUrl: string; readonly slack: Child };

type Rounds = { readonly floor: readonly Samples[]; readonly subject: readonly Samples[] };

async function contest({ bolt, bot, slackUrl, slack }: Arena, quick: boolean): Promise<Rounds> {
  const [rounds, length] = quick ? [2, 200] : [11, 1_000];
  const floor: Samples[] = [];
  const subject: Samples[] = [];
  for (let round = 0; round <= rounds; round++) {
    const commands = Array.from({ length }, (_, index) =>
      signedCommand(index % 2 ? 'list' : `show bulk-00${100 + (index % 400)}`, `${slackUrl}/answer/${index}`),
    );
    const bare = await bolt.send(commands);
    const answered = await answersOf(slack);
    const real = await bot.send(commands);
    await answersReach(slack, answered + length);
    if (round === 0) continue; // to warm up
    floor.push(bare);
    subject.push(real);
  }
  return { floor, subject };
}

async function answersOf(slack: Child): Promise<number> {
  return (await slack.ask({}, z.object({ answers: z.number() }))).answers;
}

/** An acknowledgement counts only when the answer comes too; and the next round must not bear the work of this one. */
async function answersReach(slack: Child, wanted: number): Promise<void> {
  for (let looks = 0; (await answersOf(slack)) < wanted; looks++) {
    if (looks === 300) throw new Error('commands were acknowledged and not answered');
    await setTimeout(50);
  }
}

function figuresOf({ floor, subject }: Rounds): Findings {
  const figures = [0.5, 0.99].map((share) =>
    figureOf(
      { suite: 'ack', name: `acknowledged with ${inFlight} in flight, p${share * 100}`, aim },
      {
        floor: floor.map((samples) => quantile(samples, share)),
        subject: subject.map((samples) => quantile(samples, share)),
      },
    ),
  );
  return { figures, facts: [] };
}
