import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const events = () => world.bot.deliveries.map((one) => (one.payload.event ?? {}) as Json);
const retries = () => world.bot.deliveries.map((one) => one.headers['x-slack-retry-num']);
const arrived = (count: number) => vi.waitFor(() => expect(world.bot.deliveries).toHaveLength(count));

describe('what happens to a channel', () => {
  test.each<[string, Json, Json]>([
    [
      'archive',
      { channel: 'C0NETOPS001', archived: true },
      { type: 'channel_archive', channel: 'C0NETOPS001' },
    ],
    ['archive', { channel: 'C0NETOPS001', archived: false }, { type: 'channel_unarchive' }],
    ['archive', { channel: 'C0PRIVATE01', archived: true }, { type: 'group_archive' }],
    [
      'rename',
      { channel: 'C0NETOPS001', name: 'net-ops' },
      { type: 'channel_rename', channel: { id: 'C0NETOPS001', name: 'net-ops' } },
    ],
    ['kick', { channel: 'C0NETOPS001' }, { type: 'channel_left', channel: 'C0NETOPS001' }],
    [
      'kick',
      { channel: 'C0NETOPS001', member: 'U0VERA0001' },
      { type: 'member_left_channel', user: 'U0VERA0001' },
    ],
    [
      'invite',
      { channel: 'C0GENERAL01' },
      { type: 'member_joined_channel', user: 'U0TRUNKBOT', channel_type: 'C' },
    ],
  ])('%s %o is told to the bot', async (verb, body, event) => {
    expect((await world.post(`slack/${verb}`, body)).json).toEqual({ ok: true, delivered: true });
    expect(world.bot.last()).toMatchObject({ signed: true, payload: { type: 'event_callback', event } });
  });

  test('is not told of a channel that the bot cannot see', async () => {
    await world.post('slack/kick', { channel: 'C0PRIVATE01' });
    await world.post('slack/rename', { channel: 'C0PRIVATE01', name: 'secret' });
    expect(events().map((one) => one.type)).toEqual(['group_left']);
  });

  test('shows in the world', async () => {
    await world.post('slack/rename', { channel: 'C0GENERAL01', name: 'everybody' });
    expect((await world.get('world')).json.channels).toContainEqual(
      expect.objectContaining({ id: 'C0GENERAL01', name: 'everybody' }),
    );
    expect(await world.post('slack/rename', { channel: 'C0GENERAL01', name: 'Not Allowed' })).toMatchObject({
      status: 400,
    });
  });
});

describe('an event that the bot does not take', () => {
  test('comes again under the same id, with the number and the reason', async () => {
    world.bot.on(() => ({ status: 500 }));
    await world.post('slack/open-home', { user: 'U0ANA00001' });
    await vi.waitFor(async () => {
      await world.post('clock', { advanceMs: 300_000 });
      expect(world.bot.deliveries).toHaveLength(4);
    });
    expect(retries()).toEqual([undefined, '1', '2', '3']);
    expect(world.bot.last().headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(world.bot.deliveries.map((one) => one.payload.event_id)).size).toBe(1);
  });

  test('does not come again when the bot says so', async () => {
    world.bot.on(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await world.post('slack/open-home', { user: 'U0ANA00001' });
    await world.post('clock', { advanceMs: 400_000 });
    await world.post('slack/open-home', { user: 'U0ANA00001' });
    expect(retries()).toEqual([undefined, undefined]);
  });

  test('comes again after a lost answer', async () => {
    await world.post('faults', { target: 'slack', kind: 'lose-answer', match: 'deliver event', times: 1 });
    await world.post('slack/open-home', { user: 'U0ANA00001' });
    await world.post('clock', { advanceMs: 1_000 });
    await arrived(2);
    expect(world.bot.last().headers['x-slack-retry-reason']).toBe('http_timeout');
  });
});
