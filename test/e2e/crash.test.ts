import { describe, expect, test } from 'vitest';
import { killBot, startBotProcess } from '../support/bot-process.ts';
import { eventually } from '../support/eventually.ts';
import { expectFirstSight, firstSightPosts } from '../support/first-sight.ts';
import { channels } from '../support/person.ts';
import { startProgram } from '../support/program.ts';
import { owedTo } from '../support/stored.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;

async function changeBandwidths(world: World, ...allMbps: readonly number[]): Promise<void> {
  for (const mbps of allMbps) {
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps });
    await world.poll();
  }
}

const both = ['lon-01: bandwidth 1 Gbps → 2 Gbps', 'lon-01: bandwidth 2 Gbps → 5 Gbps'];

describe.concurrent('a bot that is killed', { timeout: 90_000 }, () => {
  test.each([
    ['between storing what it owes and sending it', 'hang'],
    ['after Slack took the message and before the bot knew', 'lose-answer'],
  ])('%s tells it once, and in order, when it is started again', async (_when, kind) => {
    await using world = await startWorld({ withoutBot: true });
    await using bot = await startBotProcess(world);
    await world.person('omar').command(netOps, 'subscribe');
    const match = 'chat.postMessage';
    await world.control.post('faults', { target: 'slack', kind, match, times: 1 });
    await changeBandwidths(world, 2_000, 5_000);
    await eventually(async () => expect((await world.control.get('world')).faults).toEqual([]));
    expect(await owedTo(world.storePath, netOps)).toBe(2);
    await killBot(bot);
    await using _next = await startBotProcess(world);
    expect((await world.awaitPosts(netOps, 2)).map(({ text }) => text)).toEqual(both);
  });

  test('while Slack throttles keeps what it owes, and knows its subscriptions and mutes again', async () => {
    await using world = await startWorld({ withoutBot: true });
    await using bot = await startBotProcess(world);
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe');
    await changeBandwidths(world, 2_000);
    const [alert] = await world.awaitPosts(netOps, 1);
    if (!alert) throw new Error('no alert');
    await omar.pressForAll(alert, 'Mute 2 h');
    await world.control.post('faults', {
      target: 'slack',
      kind: 'throttle',
      retryAfter: 600,
      match: 'chat.postMessage',
    });
    await world.control.post('azure/circuits/nyc-01/bandwidth', { mbps: 2_000 });
    await changeBandwidths(world, 5_000);
    await killBot(bot);
    await world.control.post('faults', { target: 'slack', kind: 'clear' });
    await using _next = await startBotProcess(world);
    expect((await world.awaitPosts(netOps, 3)).at(-1)?.text).toBe('nyc-01: bandwidth 1 Gbps → 2 Gbps');
  });

  test('in the middle of its first look begins it anew', async () => {
    await using world = await startWorld({ withoutBot: true });
    await world.control.post('faults', { target: 'azure', kind: 'hang' });
    await using bot = startProgram('bot', {
      ...world.environment,
      PORT: '0',
      OPS_PORT: '0',
      DATA_DIR: world.dataDir,
    });
    await bot.said(/^bot ready/u);
    await killBot(bot);
    await world.control.post('faults', { target: 'azure', kind: 'clear' });
    await world.startBot({ ALERTS_CHANNEL: netOps });
    expectFirstSight(await world.awaitPosts(netOps, firstSightPosts));
  });
});
