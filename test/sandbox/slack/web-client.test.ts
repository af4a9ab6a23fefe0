import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
let client: WebClient;
beforeAll(async () => {
  world = await startSlackWorld();
  client = new WebClient(world.slack.botToken, {
    slackApiUrl: `${world.url}/slack/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
});
afterAll(() => world.close());

const channel = 'C0NETOPS001';
const text = { type: 'mrkdwn' as const, text: 'lon-01 is up' };

describe("Slack's own client", () => {
  test('knows itself', async () => {
    expect(await client.auth.test()).toMatchObject({ user_id: 'U0TRUNKBOT', team_id: 'T0TRUNK001' });
  });

  test('posts blocks with metadata and finds them again', async () => {
    const metadata = { event_type: 'er_alert', event_payload: { key: 'k9' } };
    const posted = await client.chat.postMessage({
      channel,
      text: 'up',
      blocks: [{ type: 'section', text }],
      metadata,
    });
    const history = await client.conversations.history({ channel, include_all_metadata: true, limit: 1 });
    expect(history.messages).toMatchObject([{ ts: posted.ts, metadata, blocks: [{ type: 'section' }] }]);
  });

  test('updates, links to and deletes a message', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'down' });
    expect(await client.chat.update({ channel, ts, text: 'up' })).toMatchObject({ ok: true, text: 'up' });
    expect((await client.chat.getPermalink({ channel, message_ts: ts })).permalink).toContain(
      ts.replace('.', ''),
    );
    expect(await client.chat.delete({ channel, ts })).toMatchObject({ ok: true });
  });

  test('publishes a home', async () => {
    const view = { type: 'home' as const, blocks: [{ type: 'section' as const, text }] };
    const { view: home } = await client.views.publish({ user_id: 'U0ANA00001', view });
    expect(home).toMatchObject({ type: 'home', id: expect.stringMatching(/^V/) });
  });

  test('lists people page by page', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of client.paginate('users.list', { limit: 4 })) {
      names.push(...((page as { members?: { name?: string }[] }).members ?? []).map((one) => one.name));
    }
    expect(names).toEqual(['vera', 'omar', 'ana', 'adam', 'xenia', 'trunkline']);
  });

  test('throws what Slack refuses', async () => {
    await expect(client.chat.postMessage({ channel: 'C0NOWHERE01', text: 'a' })).rejects.toMatchObject({
      code: 'slack_webapi_platform_error',
      data: { error: 'channel_not_found' },
    });
  });

  test('is told how long to wait', async () => {
    await world.post('faults', {
      target: 'slack',
      kind: 'throttle',
      match: 'chat.post',
      times: 1,
      retryAfter: 30,
    });
    await expect(client.chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject({ retryAfter: 30 });
  });

  test('meets an outage', async () => {
    await world.post('faults', { target: 'slack', kind: 'error', match: 'chat.post', times: 1 });
    await expect(client.chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject({ statusCode: 503 });
  });
});
