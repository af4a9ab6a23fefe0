import { describe, expect, test } from 'vitest';
import { sighted } from '../../src/slack/sighted.ts';
import type { SlackSight } from '../../src/usecases/sights.ts';
import { anOwed, t0 } from '../support/a-circuit.ts';
import { refusal, startMessenger } from '../support/slack-messenger.ts';

const date = 'Mon, 02 Mar 2026 03:12:05 GMT';

describe('each call of Slack', () => {
  test('is told of, with Slack’s clock', async () => {
    const answer = { headers: { date }, body: { ok: true, ts: '1.0', channel: 'C0NETOPS001' } };
    await using messenger = await startMessenger({ 'chat.postMessage': answer });
    await messenger.post(anOwed({}));
    const slackClock = t0 + 5_000;
    expect(messenger.sights).toEqual([
      { method: 'chat.postMessage', ok: true, throttled: false, at: t0, slackClock },
    ]);
  });

  test.each([
    ['answered with a no', refusal('not_in_channel'), { ok: true, throttled: false }],
    ['throttled', { status: 429, headers: { 'retry-after': '1' } }, { ok: false, throttled: true }],
    ['failing', { status: 503 }, { ok: false, throttled: false }],
  ])('that is %s is told as that', async (_name, answer, expected) => {
    await using messenger = await startMessenger({ 'chat.postMessage': answer });
    await messenger.post(anOwed({}));
    expect(messenger.sights).toMatchObject([expected]);
  });

  test('that gets no answer is told of, and fails as before', async () => {
    const sights: SlackSight[] = [];
    const lost = () => Promise.reject(new Error('no route'));
    const watched = sighted(lost, 'https://slack.com/api/', {
      observe: (sight) => void sights.push(sight),
      now: () => t0,
    });
    await expect(watched('https://slack.com/api/chat.update')).rejects.toThrow('no route');
    await expect(watched('https://hooks.slack.com/commands/1')).rejects.toThrow('no route');
    expect(sights).toEqual([{ method: 'chat.update', ok: false, throttled: false, at: t0 }]);
  });
});
