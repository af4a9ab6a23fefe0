import { type Findings, figureOf } from '../measure/figure.ts';
import { interleave } from '../measure/interleave.ts';
import { startPageServer } from '../pages/start-page-server.ts';
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

const subscriptionIds = ['11111111-1111-4111-8111-111111111111'];
const circuitCount = 1_000;

/** From the birth of the process to the line that says that it listens, with circuits remembered from before. */
export async function benchStart(quick: boolean): Promise<Findings> {
  const folder = await newFolder();
  const slack = await startSlack();
  const azure = await startPageServer(subscriptionIds);
  const neighbours = { slackUrl: slack.url, armUrl: azure.url, subscriptionIds };
  const startBot = async () => {
    const bot = spawnBot(folder, neighbours);
    const [, , opsUrl = ''] = await bot.line(botReady);
    return { bot, opsUrl };
  };
  const running: { stop(): Promise<void> }[] = [];
  const stopAll = () => Promise.all(running.splice(0).map((child) => child.stop()));
  try {
    await azure.setCount(circuitCount);
    const { bot, opsUrl } = await startBot();
    await pollNow(opsUrl);
    await bot.stop();
    const runs = await interleave({
      prepare: stopAll,
      floor: async () => {
        const bolt = spawnBareBolt(slack.url);
        running.push(bolt);
        await bolt.line(boltReady);
      },
      subject: async () => {
        running.push((await startBot()).bot);
      },
      rounds: quick ? 2 : 11,
      warmUp: 1,
    });
    return { figures: [figureOf({ suite: 'start', name: 'start to ready' }, runs)], facts: [] };
  } finally {
    await stopAll();
    await Promise.all([slack.child.stop(), azure.stop()]);
    await removeFolder(folder);
  }
}
