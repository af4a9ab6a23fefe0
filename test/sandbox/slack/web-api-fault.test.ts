import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, speak } from './speak.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());

const { call, messages, post } = speak(() => world);

describe('a fault', () => {
  test('throttles one method, with Retry-After', async () => {
    const fault = { target: 'slack', kind: 'throttle', match: 'chat.postMessage', times: 1, retryAfter: 7 };
    await world.post('faults', fault);
    expect(await call('users.info', { user: 'U0ANA00001' })).toMatchObject({ ok: true });
    const answer = await world.api('chat.postMessage', { channel: netOps, text: 'a' });
    expect(answer).toMatchObject({ status: 429, json: { error: 'ratelimited' } });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(Date.parse(answer.headers.get('date') ?? '')).toBe(Math.floor(world.clock.told() / 1_000) * 1_000);
    expect(await post({ text: 'a' })).toMatchObject({ ok: true });
  });

  test('loses the answer after the message was posted', async () => {
    await world.post('faults', { target: 'slack', kind: 'lose-answer', match: 'chat.postMessage', times: 1 });
    await expect(post({ text: 'posted unseen' })).rejects.toThrow();
    expect(await messages()).toContainEqual(expect.objectContaining({ text: 'posted unseen' }));
  });

  test('drops a call before it has any effect', async () => {
    await world.post('faults', { target: 'slack', kind: 'drop', match: 'chat.postMessage', times: 1 });
    await expect(post({ text: 'never posted' })).rejects.toThrow();
    expect(await messages()).not.toContainEqual(expect.objectContaining({ text: 'never posted' }));
  });
});
