import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Json } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { expectFirstSight, firstSightPosts } from '../support/first-sight.ts';
import { channels } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps, approvals } = channels;

async function changeBandwidths(world: World, ...allMbps: readonly number[]): Promise<void> {
  for (const mbps of allMbps) {
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps });
    expect(await world.poll()).toMatchObject({ changes: 1 });
  }
}

const allThree = [
  'lon-01: bandwidth 1 Gbps → 2 Gbps',
  'lon-01: bandwidth 2 Gbps → 5 Gbps',
  'lon-01: bandwidth 5 Gbps → 10 Gbps',
];

const troubles: readonly (readonly [string, Json])[] = [
  ['throttles', { kind: 'throttle', retryAfter: 1, times: 2 }],
  ['errs', { kind: 'error', times: 1 }],
  ['cuts the line before it takes the message', { kind: 'drop', times: 1 }],
  ['takes the message and loses the answer', { kind: 'lose-answer', times: 1 }],
];

describe.concurrent('messages arrive exactly once and in order', () => {
  test('though Slack is away when the bot starts; Azure is watched meanwhile', async () => {
    await using world = await startWorld({ withoutBot: true });
    await world.control.post('faults', { target: 'slack', kind: 'error' });
    const starting = world.startBot({ ALERTS_CHANNEL: netOps });
    await eventually(async () => {
      const stored = await readFile(world.storePath, 'utf8');
      expect(stored.match(/"first-sight"/gu)).toHaveLength(2);
    });
    expect(await world.posts(netOps)).toEqual([]);
    await world.control.post('faults', { target: 'slack', kind: 'clear' });
    await starting;
    expectFirstSight(await world.awaitPosts(netOps, firstSightPosts));
  });

  test.each(troubles)('though Slack %s', async (_trouble, fault) => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await world.control.post('faults', { target: 'slack', match: 'chat.postMessage', ...fault });
    await changeBandwidths(world, 2_000, 5_000, 10_000);
    expect((await world.awaitPosts(netOps, 3)).map(({ text }) => text)).toEqual(allThree);
    expect((await world.control.get('world')).faults).toEqual([]);
  });

  test('though the history cannot be read at once after an answer was lost', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    const faults = [
      { kind: 'lose-answer', match: 'chat.postMessage', times: 1 },
      { kind: 'throttle', retryAfter: 1, match: 'conversations.history', times: 1 },
    ];
    for (const fault of faults) await world.control.post('faults', { target: 'slack', ...fault });
    await changeBandwidths(world, 2_000, 5_000, 10_000);
    expect((await world.awaitPosts(netOps, 3)).map(({ text }) => text)).toEqual(allThree);
  });

  test('in one channel while another one is held up', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe lon-01');
    await world.control.post('faults', {
      target: 'slack',
      kind: 'throttle',
      retryAfter: 2,
      match: 'chat.postMessage',
      times: 1,
    });
    await changeBandwidths(world, 2_000);
    await eventually(async () => expect((await world.control.get('world')).faults).toEqual([]));
    await omar.command(approvals, 'subscribe lon-01');
    await changeBandwidths(world, 5_000);
    await world.awaitPosts(approvals, 1);
    expect(await world.posts(netOps)).toEqual([]);
    expect((await world.awaitPosts(netOps, 2)).map(({ text }) => text)).toEqual(allThree.slice(0, 2));
  });
});

describe.concurrent('a request that Slack sends twice', () => {
  test('is answered once', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    await world.control.post('faults', {
      target: 'slack',
      kind: 'duplicate',
      match: 'deliver command',
      times: 1,
    });
    const list = await vera.command(netOps, 'list');
    await vera.command(netOps, 'whoami');
    expect((await vera.messages(netOps)).filter(({ ephemeral }) => ephemeral)).toHaveLength(2);
    await world.control.post('faults', {
      target: 'slack',
      kind: 'duplicate',
      match: 'deliver action',
      times: 1,
    });
    await vera.press(list, 'Show circuit lon-01');
    await vera.command(netOps, 'whoami');
    expect((await vera.messages(netOps)).filter(({ ephemeral }) => ephemeral)).toHaveLength(4);
  });
});
