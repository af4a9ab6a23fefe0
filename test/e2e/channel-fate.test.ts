import { describe, expect, test } from 'vitest';
import type { Message } from '../support/control.ts';
import { channels, directOf } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps, approvals, nocPrivate } = channels;
const hisDirect = directOf('omar');

async function subscribedWorld(channel: string): Promise<World> {
  const world = await startWorld();
  await world.person('omar').command(channel, 'subscribe lon-01');
  return world;
}

async function changeBandwidth(world: World, mbps: number): Promise<void> {
  await world.control.post('azure/circuits/lon-01/bandwidth', { mbps });
  expect(await world.poll()).toMatchObject({ changes: 1 });
}

/** Commits follow one another: when the next one is over, so is the one that says what has arrived. */
async function settle(world: World): Promise<void> {
  await world.control.post('azure/circuits/nyc-01/bandwidth', { mbps: 2_000 });
  expect(await world.poll()).toMatchObject({ changes: 1, owed: 0 });
}

/** The owner is told once, in the direct conversation with the bot. */
async function noticeToOwner(world: World): Promise<Message> {
  const [notice] = await world.awaitPosts(hisDirect, 1);
  if (!notice) throw new Error('the owner was not told');
  return notice;
}

/** Slack may lose events: what happened then only shows when a message cannot be posted. */
const loseEvents = (world: World) =>
  world.control.post('faults', { target: 'slack', kind: 'drop', match: 'deliver event' });

async function expectCatchUp(
  world: World,
  channel: string,
  count: number,
  changes: readonly string[],
): Promise<void> {
  const told = (await world.awaitPosts(channel, count)).at(-1);
  const words = told ? wordsOf(told) : '';
  expect(words).toContain(
    `:rewind: *${changes.length} change${changes.length === 1 ? '' : 's'} while this channel could not be reached*`,
  );
  for (const change of changes) expect(words).toContain(change);
}

describe.concurrent('a channel that is archived', () => {
  test.each([netOps, nocPrivate])(
    '%s: its owner is told, and when it is back it gets what it missed in one message',
    async (channel) => {
      await using world = await subscribedWorld(channel);
      await changeBandwidth(world, 2_000);
      await world.awaitPosts(channel, 1);
      await settle(world);
      await world.control.post('slack/archive', { channel, archived: true });
      const notice = wordsOf(await noticeToOwner(world));
      expect(notice).toContain(`:mute: *<#${channel}> gets no alerts any more*: it was archived.`);
      expect(notice).toContain('Its subscription stays');
      await changeBandwidth(world, 5_000);
      await changeBandwidth(world, 10_000);
      await world.control.post('slack/archive', { channel, archived: false });
      await expectCatchUp(world, channel, 2, ['2 Gbps → *5 Gbps*', '5 Gbps → *10 Gbps*']);
      await changeBandwidth(world, 40_000);
      expect((await world.awaitPosts(channel, 3)).at(-1)?.text).toBe('lon-01: bandwidth 10 Gbps → 40 Gbps');
      await world.awaitPosts(hisDirect, 1);
    },
  );
});

describe.concurrent('a channel that the bot is removed from', () => {
  test.each([netOps, nocPrivate])(
    '%s: its owner is told, and an invitation brings what it missed',
    async (channel) => {
      await using world = await subscribedWorld(channel);
      await world.control.post('slack/kick', { channel });
      expect(wordsOf(await noticeToOwner(world))).toContain('I am not a member of it.');
      await changeBandwidth(world, 2_000);
      await world.control.post('slack/invite', { channel });
      await expectCatchUp(world, channel, 1, ['1 Gbps → *2 Gbps*']);
      expect(wordsOf(await world.person('omar').command(channel, 'subscriptions'))).toContain(
        '• circuit:lon-01',
      );
    },
  );

  test.each([netOps, nocPrivate])(
    '%s: without news of it, the first message that fails tells',
    async (channel) => {
      await using world = await subscribedWorld(channel);
      await loseEvents(world);
      await world.control.post('slack/kick', { channel });
      await changeBandwidth(world, 2_000);
      const notice = await noticeToOwner(world);
      expect(wordsOf(notice)).toContain(`*<#${channel}> gets no alerts any more*`);
      await changeBandwidth(world, 5_000);

      const omar = world.person('omar');
      expect(wordsOf(await omar.press(notice, 'Try again'))).toContain(
        `<#${channel}> still cannot be reached`,
      );
      await world.control.post('slack/invite', { channel });
      expect(wordsOf(await omar.press(notice, 'Try again'))).toContain('has 1 subscription*');
      await expectCatchUp(world, channel, 1, ['1 Gbps → *2 Gbps*', '2 Gbps → *5 Gbps*']);
    },
  );

  test('shows it in its subscriptions, with a button to try again', async () => {
    await using world = await subscribedWorld(netOps);
    const omar = world.person('omar');
    await loseEvents(world);
    await world.control.post('slack/kick', { channel: netOps });
    await changeBandwidth(world, 2_000);
    await noticeToOwner(world);
    await world.control.post('slack/invite', { channel: netOps });
    const shown = await omar.command(netOps, 'subscriptions');
    expect(wordsOf(shown)).toContain(':mute: Nothing has been told here since');
    await omar.press(shown, 'Try again');
    await expectCatchUp(world, netOps, 1, ['1 Gbps → *2 Gbps*']);
  });

  test('ends its subscriptions when the owner wants so', async () => {
    await using world = await subscribedWorld(netOps);
    await world.control.post('slack/kick', { channel: netOps });
    const ended = await world.person('omar').press(await noticeToOwner(world), 'End its subscriptions');
    expect(wordsOf(ended)).toContain('is no longer told of circuit:lon-01.');
    await world.control.post('slack/invite', { channel: netOps });
    expect(wordsOf(await world.person('omar').command(netOps, 'subscriptions'))).toContain(
      'has no subscriptions.*',
    );
  });

  test('keeps no other channel from being told, and is remembered over a restart', async () => {
    await using world = await subscribedWorld(netOps);
    await world.person('ana').command(approvals, 'subscribe lon-01');
    await world.control.post('slack/kick', { channel: netOps });
    await noticeToOwner(world);
    await changeBandwidth(world, 2_000);
    await world.awaitPosts(approvals, 1);
    await world.stopBot();
    await world.startBot();
    await changeBandwidth(world, 5_000);
    await world.control.post('slack/invite', { channel: netOps });
    await expectCatchUp(world, netOps, 1, ['1 Gbps → *2 Gbps*', '2 Gbps → *5 Gbps*']);
    await world.awaitPosts(approvals, 2);
    await world.awaitPosts(hisDirect, 1);
  });
});

describe.concurrent('a channel that is renamed', () => {
  test('loses nothing', async () => {
    await using world = await subscribedWorld(netOps);
    await world.control.post('slack/rename', { channel: netOps, name: 'wan-ops' });
    await changeBandwidth(world, 2_000);
    await world.awaitPosts(netOps, 1);
    expect(wordsOf(await world.person('omar').command(netOps, 'subscriptions'))).toContain(
      '• circuit:lon-01',
    );
  });
});
