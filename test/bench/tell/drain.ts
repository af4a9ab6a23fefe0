import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Owed } from '../../../src/domain/alert/notice.ts';
import { createBoltLogger } from '../../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../../src/slack/client.ts';
import { createMessenger } from '../../../src/slack/messenger.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import type { Store } from '../../../src/usecases/store.ts';
import { createOutbox } from '../../../src/watch/outbox.ts';
import { wait } from '../../../src/watch/wait.ts';
import type { DayWorld } from '../../day/world/start-world.ts';
import { aChange, anOwed } from '../../support/a-circuit.ts';
import { type Figure, figureOf } from '../measure/figure.ts';
import { timed } from '../measure/samples.ts';
import { newFolder, removeFolder } from '../programs/spawn.ts';

const channelCount = 20;
const silent = { info() {}, warn() {}, error() {} };

/**
 * The real outbox with its store's file, over HTTP and in real time. The limit: a message a second in each channel, the
 * first at once.
 */
export async function benchDrain(world: DayWorld, quick: boolean): Promise<readonly Figure[]> {
  const each = quick ? 5 : 50;
  const channels = await makeChannels(world);
  const folder = await newFolder();
  const { store } = await openFileStore({ path: join(folder, 'trunkline.json') });
  try {
    await store.commit({ owe: channels.flatMap((channelId) => messagesTo(channelId, each)) });
    const ms = await timed(() => drain(world, store));
    const name = `${(each * channelCount).toLocaleString('en')} owed messages to ${channelCount} channels (a message a second)`;
    return [figureOf({ suite: 'tell', name }, { floor: [(each - 1) * 1_000], subject: [ms] })];
  } finally {
    await store.close();
    await removeFolder(folder);
  }
}

async function makeChannels({ control }: DayWorld): Promise<readonly string[]> {
  const channels: string[] = [];
  for (let index = 0; index < channelCount; index++) {
    const answer = await control.post('slack/channel', { name: `drain-${index}` });
    const { channel } = z.object({ channel: z.string() }).parse(answer);
    await control.post('slack/invite', { channel, user: 'U0ADAM0001' });
    channels.push(channel);
  }
  return channels;
}

function messagesTo(channelId: string, count: number): readonly Owed[] {
  return Array.from({ length: count }, (_, index) =>
    anOwed({
      key: `drain.${index}@${channelId}`,
      to: { channelId },
      notice: { kind: 'change', change: aChange({ id: randomUUID() }) },
      owedAt: Date.now(),
    }),
  );
}

async function drain({ environment }: DayWorld, store: Store): Promise<void> {
  const { SLACK_BOT_TOKEN: token = '', SLACK_API_URL: apiUrl = '' } = environment;
  const client = createOnceClient({ token, apiUrl, logger: createBoltLogger(silent) });
  const outbox = createOutbox({
    store,
    messenger: createMessenger(client, silent),
    suspend: () => Promise.reject(new Error('a channel was lost')),
    dropTold: async () => {},
    now: Date.now,
    wait,
    observe: () => {},
    log: silent,
  });
  outbox.wake();
  while ((await store.owed()).length > 0) await wait(5, new AbortController().signal);
  await outbox.stop();
}
