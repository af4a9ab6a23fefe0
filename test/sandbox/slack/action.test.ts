import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const channel = 'C0NETOPS001';
const user = 'U0OMAR0001';
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const show = (value: string) => ({ type: 'button', action_id: 'show', text: plain('Show'), value });
const state = {
  type: 'static_select',
  action_id: 'state',
  options: [option('enabled'), option('disabled')],
};
const more = { type: 'overflow', action_id: 'more', options: [option('mute'), option('diagnose')] };

const post = async (...blocks: Json[]): Promise<Json> =>
  (await world.api('chat.postMessage', { channel, text: 'circuits', blocks })).json;
const row = (...elements: Json[]): Json => ({ type: 'actions', elements });
const press = (args: Json) => world.post('slack/action', { user, channel, ...args });
const seen = async (who = user) =>
  (await world.get(`slack/messages?channel=${channel}&user=${who}`)).json.messages as Json[];

describe('a pressed button', () => {
  test('reaches the bot signed, with the message, the person and the place', async () => {
    const { ts } = await post({ ...row(show('lon-01')), block_id: 'row' });
    expect((await press({ ts, action_id: 'show' })).json).toMatchObject({ ok: true, status: 200 });
    const { signed, payload } = world.bot.last();
    expect(signed).toBe(true);
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: user, username: 'omar', team_id: 'T0TRUNK001' },
      team: { id: 'T0TRUNK001' },
      channel: { id: channel, name: 'network-ops' },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      message: { ts, bot_id: 'B0TRUNKBOT', text: 'circuits' },
      actions: [
        {
          type: 'button',
          action_id: 'show',
          block_id: 'row',
          value: 'lon-01',
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
      trigger_id: expect.stringMatching(/^\d+\.\d+\.\w+$/),
      response_url: expect.stringContaining('/slack/response/'),
    });
  });

  test('is the one with the given value where several share an action_id', async () => {
    const { ts } = await post(row(show('lon-01')), row(show('fra-02')));
    await press({ ts, action_id: 'show', value: 'fra-02' });
    expect(world.bot.last().payload).toMatchObject({ actions: [{ value: 'fra-02' }] });
  });

  test('replaces, follows or deletes its message through the response_url', async () => {
    const { ts } = await post(row(show('lon-01')));
    await press({ ts, action_id: 'show' });
    const url = String(world.bot.last().payload.response_url);
    await call(url, 'POST', { text: 'replaced', replace_original: true });
    expect(await seen()).toContainEqual(
      expect.objectContaining({ ts, text: 'replaced', edited: expect.anything() }),
    );
    await call(url, 'POST', { text: 'followed', thread_ts: ts });
    expect(await seen()).toContainEqual(
      expect.objectContaining({ text: 'followed', thread_ts: ts, ephemeral: true }),
    );
    await call(url, 'POST', { delete_original: true });
    expect((await seen()).map((one) => one.ts)).not.toContain(ts);
  });

  test('of an ephemeral message names it without showing it, for its person alone', async () => {
    const blocks = [row(show('lon-01'))];
    const sent = await world.api('chat.postEphemeral', { channel, user, text: 'psst', blocks });
    const ts = sent.json.message_ts;
    expect(await press({ ts, action_id: 'show', user: 'U0ANA00001' })).toMatchObject({ status: 400 });
    await press({ ts, action_id: 'show' });
    const { payload } = world.bot.last();
    expect(payload).toMatchObject({ container: { message_ts: ts, is_ephemeral: true } });
    expect(payload).not.toHaveProperty('message');
    await call(String(payload.response_url), 'POST', { text: 'done', replace_original: true });
    expect(await seen()).toContainEqual(expect.objectContaining({ ts, text: 'done', ephemeral: true }));
  });

  test('that the bot does not take is told as Slack would', async () => {
    const { ts } = await post(row(show('lon-01')));
    await world.post('faults', { target: 'slack', kind: 'hang', match: 'deliver action', times: 1 });
    expect((await press({ ts, action_id: 'show' })).json).toEqual({ ok: false, error: 'operation_timeout' });
    world.bot.on(() => ({ status: 500 }));
    expect((await press({ ts, action_id: 'show' })).json).toEqual({
      ok: false,
      error: 'dispatch_failed',
      status: 500,
    });
  });

  test('arrives twice under a duplicate fault', async () => {
    const { ts } = await post(row(show('lon-01')));
    await world.post('faults', { target: 'slack', kind: 'duplicate', match: 'deliver action', times: 1 });
    await press({ ts, action_id: 'show' });
    expect(world.bot.deliveries.map((one) => one.payload.trigger_id)).toHaveLength(2);
    expect(world.bot.deliveries[0]?.body).toBe(world.bot.deliveries[1]?.body);
  });
});

describe('a choice', () => {
  test('carries the whole option', async () => {
    const { ts } = await post(row(state));
    await press({ ts, action_id: 'state', value: 'disabled' });
    expect(world.bot.last().payload).toMatchObject({
      actions: [{ type: 'static_select', selected_option: option('disabled') }],
      state: { values: expect.objectContaining({}) },
    });
  });

  test('comes from an overflow menu, too', async () => {
    const { ts } = await post({ type: 'section', text: plain('lon-01'), accessory: more });
    await press({ ts, action_id: 'more', value: 'mute' });
    expect(world.bot.last().payload).toMatchObject({ actions: [{ selected_option: option('mute') }] });
  });

  test.each<[Json, unknown, Json]>([
    [
      { type: 'checkboxes', options: [option('a'), option('b')] },
      ['a', 'b'],
      { selected_options: [option('a'), option('b')] },
    ],
    [{ type: 'radio_buttons', options: [option('a')] }, 'a', { selected_option: option('a') }],
    [{ type: 'multi_static_select', options: [option('a')] }, ['a'], { selected_options: [option('a')] }],
    [{ type: 'datepicker' }, '2026-11-22', { selected_date: '2026-11-22' }],
    [{ type: 'timepicker' }, '03:12', { selected_time: '03:12' }],
    [{ type: 'datetimepicker' }, 1_795_000_000, { selected_date_time: 1_795_000_000 }],
    [{ type: 'users_select' }, 'U0ANA00001', { selected_user: 'U0ANA00001' }],
    [{ type: 'conversations_select' }, channel, { selected_conversation: channel }],
    [{ type: 'multi_channels_select' }, [channel], { selected_channels: [channel] }],
  ])('of %o', async (element, value, expected) => {
    const { ts } = await post(row({ ...element, action_id: 'pick' }));
    await press({ ts, action_id: 'pick', value });
    expect(world.bot.last().payload).toMatchObject({ actions: [{ ...expected, action_id: 'pick' }] });
  });

  test('that is not offered is a bad call', async () => {
    const { ts } = await post(row(state));
    expect(await press({ ts, action_id: 'state', value: 'maybe' })).toMatchObject({
      status: 400,
      json: { error: 'value: maybe is not among the options of state: enabled, disabled' },
    });
    expect(await press({ ts, action_id: 'state' })).toMatchObject({
      status: 400,
      json: { error: 'value is missing: state is a choice' },
    });
    expect(world.bot.deliveries).toHaveLength(0);
  });
});

describe('an external select', () => {
  const search = { type: 'external_select', action_id: 'circuit', min_query_length: 0 };

  test('asks the bot for options and chooses one of them', async () => {
    const { ts } = await post(row(search));
    world.bot.on(({ payload }) =>
      payload.type === 'block_suggestion' ? { body: { options: [option('lon-01')] } } : {},
    );
    const asked = await world.get(
      `slack/options?user=${user}&channel=${channel}&ts=${ts}&action_id=circuit&value=lo`,
    );
    expect(asked.json).toEqual({ options: [option('lon-01')] });
    expect(world.bot.last().payload).toMatchObject({
      type: 'block_suggestion',
      action_id: 'circuit',
      value: 'lo',
    });
    await press({ ts, action_id: 'circuit', value: 'lon-01' });
    expect(world.bot.last().payload).toMatchObject({ actions: [{ selected_option: option('lon-01') }] });
  });

  test('refuses more than 100 of them', async () => {
    const { ts } = await post(row(search));
    world.bot.on(() => ({
      body: { options: Array.from({ length: 101 }, (_, index) => option(`o${index}`)) },
    }));
    const asked = await world.get(`slack/options?user=${user}&channel=${channel}&ts=${ts}&action_id=circuit`);
    expect(asked).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('no more than 100') },
    });
  });
});
