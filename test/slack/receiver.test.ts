import { describe, expect, test } from 'vitest';
import { type SlackBot, startSlackBot } from '../support/slack-bot.ts';
import { asForm, commandFields, type Sending } from '../support/slack-request.ts';

const minuteMs = 60_000;

/** A refused command, and a good one behind it: only the good one is answered. */
async function statusOf(bot: SlackBot, sending: Sending): Promise<number> {
  const refused = await bot.send(asForm(commandFields(bot.api.responseUrl, 'whoami')), sending);
  expect((await bot.ask('help')).words).toContain('What /circuit can do');
  expect(bot.api.responses()).toHaveLength(1);
  return refused.status;
}

describe('a request', () => {
  test.each<[string, () => Sending]>([
    ['signed with another secret', () => ({ secret: 'another' })],
    ['without a signature', () => ({ headers: { 'x-slack-signature': '' } })],
    ['with a signature of another length', () => ({ headers: { 'x-slack-signature': 'v0=00' } })],
    ['without a time', () => ({ headers: { 'x-slack-request-timestamp': '' } })],
    ['with a time that is none', () => ({ headers: { 'x-slack-request-timestamp': 'soon' } })],
    ['with a time without end', () => ({ headers: { 'x-slack-request-timestamp': 'Infinity' } })],
    ['6 minutes old', () => ({ atMs: Date.now() - 6 * minuteMs })],
    ['6 minutes from the future', () => ({ atMs: Date.now() + 6 * minuteMs })],
    ['3 hours from the future', () => ({ atMs: Date.now() + 180 * minuteMs })],
    ['whose body was changed', () => ({ tampered: 'command=%2Fcircuit&text=whoami&user_id=U0ADAM0001' })],
  ])('%s is refused with 401 and nothing happens', async (_name, sending) => {
    await using bot = await startSlackBot();
    expect(await statusOf(bot, sending())).toBe(401);
  });

  test('four minutes old or ahead is taken: clocks differ', async () => {
    await using bot = await startSlackBot();
    for (const atMs of [Date.now() - 4 * minuteMs, Date.now() + 4 * minuteMs]) {
      const form = asForm(commandFields(bot.api.responseUrl, 'help'));
      expect((await bot.send(form, { atMs })).status).toBe(200);
    }
    expect(await bot.api.responded(2)).toHaveLength(2);
  });

  test('of Slack’s certificate check is answered without a signature', async () => {
    await using bot = await startSlackBot();
    const answer = await fetch(bot.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'ssl_check=1&token=x',
    });
    expect(answer.status).toBe(200);
  });

  test('that verifies the address is answered with its challenge', async () => {
    await using bot = await startSlackBot();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'prove-it' });
    const answer = await bot.send(body, { headers: { 'content-type': 'application/json' } });
    expect(await answer.json()).toEqual({ challenge: 'prove-it' });
  });

  test.each([
    ['an event', 'application/json', '{"type": "event_callback", '],
    ['an action', 'application/x-www-form-urlencoded', 'payload=%7Bnot-json'],
  ])('that holds %s and is no JSON is refused with 400', async (_name, contentType, body) => {
    await using bot = await startSlackBot();
    expect((await bot.send(body, { headers: { 'content-type': contentType } })).status).toBe(400);
    expect((await bot.ask('help')).words).toContain('What /circuit can do');
  });

  test('larger than 4 MB is refused with 413', async () => {
    await using bot = await startSlackBot();
    // A connection whose request was not read to its end would hold up the end of the test.
    const headers = { connection: 'close' };
    expect((await bot.send('x'.repeat(5 * 1_024 * 1_024), { headers })).status).toBe(413);
    expect((await bot.ask('help')).words).toContain('What /circuit can do');
  });

  test.each([
    ['GET', '/slack/events'],
    ['POST', '/'],
    ['POST', '/slack/install'],
  ])('%s %s is answered with 404', async (method, path) => {
    await using bot = await startSlackBot();
    expect((await fetch(new URL(path, bot.url), { method })).status).toBe(404);
  });
});
