import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;
const second = 1_000;

const command = (world: World) =>
  new URLSearchParams({
    command: '/circuit',
    text: 'unsubscribe all',
    user_id: 'U0VERA0001',
    team_id: 'T0TRUNK001',
    channel_id: netOps,
    trigger_id: '1.2.3',
    response_url: `${world.url}/slack/response/none`,
  }).toString();

/** A slash command as Slack would send it, signed with this secret at this time. */
async function knock(world: World, secret: string, at: number, body = command(world)): Promise<number> {
  const time = String(Math.floor(at / second));
  const signature = createHmac('sha256', secret)
    .update(`v0:${time}:${command(world)}`)
    .digest('hex');
  const answer = await fetch(world.requestUrl(), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  return answer.status;
}

describe('the door for Slack', () => {
  test('opens to a signed request and to nothing else', async () => {
    await using world = await startWorld({ withErrors: true });
    const vera = world.person('vera');
    await vera.command(netOps, 'subscribe lon');
    const secret = world.environment.SLACK_SIGNING_SECRET ?? '';
    const now = Date.now();
    expect(await knock(world, 'another secret', now)).toBe(401);
    expect(await knock(world, secret, now - 600 * second)).toBe(401);
    expect(await knock(world, secret, now + 600 * second)).toBe(401);
    expect(await knock(world, secret, now, `${command(world)}&text=whoami`)).toBe(401);
    const unsigned = await fetch(world.requestUrl(), { method: 'POST', body: command(world) });
    expect(unsigned.status).toBe(401);
    expect(wordsOf(await vera.command(netOps, 'subscriptions'))).toContain('• circuit:lon');

    expect(await knock(world, secret, now)).toBe(200);
  });

  test('is not where operations are, and those ask for a header that web pages cannot send', async () => {
    await using world = await startWorld();
    const requests = new URL(world.requestUrl());
    expect((await fetch(new URL('/poll', requests), { method: 'POST' })).status).toBe(404);
    expect((await fetch(new URL('/healthz', world.opsUrl()))).status).toBe(200);
    expect((await fetch(new URL('/poll', world.opsUrl()), { method: 'POST' })).status).toBe(403);
  });
});
