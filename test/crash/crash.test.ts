import { describe, expect, test } from 'vitest';
import type { Env } from './storm/bot-life.ts';
import { survive } from './storm/survive.ts';

describe.concurrent('a bot that is killed again and again while Azure and Slack fail', {
  timeout: 300_000,
}, () => {
  test.each<[string, number, Env]>([
    ['a message for each change', 1, {}],
    ['a message for each change', 5, {}],
    ['one digest for many', 3, { DIGEST_OVER: '1' }],
  ])('has told everything once and in order: %s (seed %i)', async (_telling, seed, env) => {
    const { wrong, messages } = await survive(seed, 4, env);
    expect(wrong).toEqual([]);
    expect(messages).toBeGreaterThan(0);
  });
});
