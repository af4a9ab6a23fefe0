import { describe, expect, test } from 'vitest';
import { survive } from './storm/survive.ts';

describe.concurrent('a bot that is killed again and again while Azure and Slack fail', {
  timeout: 120_000,
}, () => {
  test.each([1, 2, 3])('has told everything once and in order (seed %i)', async (seed) => {
    const { wrong, messages } = await survive(seed, 4);
    expect(wrong).toEqual([]);
    expect(messages).toBeGreaterThan(0);
  });
});
