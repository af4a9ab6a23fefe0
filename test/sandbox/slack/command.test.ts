import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const typed = { user: 'U0OMAR0001', channel: 'C0NETOPS001', command: '/circuit', text: 'list' };
const messagesOf = async (user?: string) =>
  (await world.get(`slack/messages?channel=C0NETOPS001${user ? `&user=${user}` : ''}`)).json.messages;

describe('a slash command', () => {
  test('reaches the bot signed, with everything Slack says of it', async () => {
    const { json } = await world.post('slack/command', typed);
    expect(json).toMatchObject({ ok: true, status: 200 });
    const { signed, form } = world.bot.last();
    expect(signed).toBe(true);
    expect(form).toMatchObject({
      command: '/circuit',
      text: 'list',
      user_id: 'U0OMAR0001',
      user_name: 'omar',
      channel_id: 'C0NETOPS001',
      channel_name: 'network-ops',
      team_id: 'T0TRUNK001',
      api_app_id: 'A0TRUNKAPP',
      is_enterprise_install: 'false',
    });
    expect(form.response_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/response\/\w+$/);
  });

  test('is answered at once to the person alone', async () => {
    world.bot.on(() => ({ body: { text: 'eight circuits' } }));
    await world.post('slack/command', typed);
    expect(await messagesOf('U0OMAR0001')).toContainEqual(
      expect.objectContaining({ text: 'eight circuits', ephemeral: true, user: 'U0TRUNKBOT' }),
    );
    expect(await messagesOf('U0VERA0001')).not.toContainEqual(expect.objectContaining({ ephemeral: true }));
    expect(await messagesOf()).not.toContainEqual(expect.objectContaining({ ephemeral: true }));
  });

  test('is answered to everybody below the command itself when the answer says in_channel', async () => {
    world.bot.on(() => ({ body: { text: 'eight circuits', response_type: 'in_channel' } }));
    await world.post('slack/command', typed);
    const messages = await messagesOf('U0VERA0001');
    expect(messages).toContainEqual(expect.objectContaining({ text: '/circuit list' }));
    expect(messages).toContainEqual(expect.objectContaining({ text: 'eight circuits', ephemeral: false }));
  });

  test('is answered later through its response_url, five times', async () => {
    await world.post('slack/command', typed);
    const url = String(world.bot.last().form.response_url);
    for (let use = 1; use <= 5; use++)
      expect((await call(url, 'POST', { text: `part ${use}` })).text).toBe('ok');
    expect(await call(url, 'POST', { text: 'part 6' })).toMatchObject({
      status: 404,
      json: { error: 'used_url' },
    });
    expect(await messagesOf('U0OMAR0001')).toContainEqual(
      expect.objectContaining({ text: 'part 5', ephemeral: true }),
    );
  });

  test('has a response_url that ends after thirty minutes', async () => {
    await world.post('slack/command', typed);
    const url = String(world.bot.last().form.response_url);
    await world.post('clock', { advanceMs: 30 * 60_000 + 1_000 });
    expect(await call(url, 'POST', { text: 'late' })).toMatchObject({
      status: 404,
      json: { error: 'expired_url' },
    });
  });

  test('has a response_url that is throttled and breaks as the Web API does', async () => {
    await world.post('slack/command', typed);
    const url = String(world.bot.last().form.response_url);
    await world.post('faults', { target: 'slack', kind: 'throttle', match: 'response_url', times: 1 });
    expect(await call(url, 'POST', { text: 'a' })).toMatchObject({ status: 429 });
    expect(await call(url, 'POST', { blocks: [{ type: 'banner' }] })).toMatchObject({
      status: 400,
      json: { error: 'invalid_blocks' },
    });
  });

  test('that the bot refuses tells the person so', async () => {
    world.bot.on(() => ({ status: 404 }));
    expect((await world.post('slack/command', typed)).json).toMatchObject({
      error: 'dispatch_failed',
      status: 404,
    });
  });

  test('has mentions as ids and its special characters escaped', async () => {
    await world.post('slack/command', { ...typed, text: 'tell @vera & #noc-private <!channel> me@vera' });
    expect(world.bot.last().form.text).toBe(
      'tell <@U0VERA0001|vera> &amp; <#C0PRIVATE01|noc-private> &lt;!channel&gt; me@vera',
    );
  });

  test('keeps a mention that was complete already', async () => {
    await world.post('slack/command', { ...typed, text: 'subscribe <#C0NETOPS001|network-ops>' });
    expect(world.bot.last().form.text).toBe('subscribe <#C0NETOPS001|network-ops>');
  });

  test('in a direct message or a private channel carries no channel name', async () => {
    await world.post('slack/command', { ...typed, channel: 'D0OMAR0001' });
    expect(world.bot.last().form.channel_name).toBe('directmessage');
    await world.post('slack/command', { ...typed, channel: 'C0PRIVATE01' });
    expect(world.bot.last().form.channel_name).toBe('privategroup');
  });

  test('of a Slack Connect guest names the other company', async () => {
    await world.post('slack/command', { ...typed, user: 'U0XENIA001' });
    expect(world.bot.last().form.team_id).toBe('T0PARTNER1');
  });

  test('is sent twice by a duplicate fault', async () => {
    await world.post('faults', { target: 'slack', kind: 'duplicate', match: 'deliver command', times: 1 });
    await world.post('slack/command', typed);
    expect(world.bot.deliveries).toHaveLength(2);
    expect(world.bot.deliveries[0]?.body).toBe(world.bot.deliveries[1]?.body);
  });

  test('never arrives under a drop fault', async () => {
    await world.post('faults', { target: 'slack', kind: 'drop', match: 'deliver command', times: 1 });
    expect((await world.post('slack/command', typed)).json).toMatchObject({ ok: false });
    expect(world.bot.deliveries).toHaveLength(0);
  });
});

test('a command that the bot does not answer in time tells the person so', async () => {
  const impatient = await startSlackWorld({ answerTimeoutMs: 20 });
  try {
    impatient.bot.on(() => new Promise(() => {}));
    const { json } = await impatient.post('slack/command', typed);
    expect(json).toEqual({ ok: false, error: 'operation_timeout' });
    const { messages } = (await impatient.get('slack/messages?channel=C0NETOPS001&user=U0OMAR0001')).json;
    expect(messages).toContainEqual(
      expect.objectContaining({
        user: 'USLACKBOT',
        ephemeral: true,
        text: '/circuit failed with the error "operation_timeout"',
      }),
    );
  } finally {
    await impatient.close();
  }
});
