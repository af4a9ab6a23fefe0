import { describe, expect, test } from 'vitest';
import { createThrottle } from '../../src/watch/throttle.ts';
import { createHandClock } from './support/hand-clock.ts';

function aThrottle() {
  const clock = createHandClock();
  return { clock, ...createThrottle(clock.now) };
}

describe('a channel whose post was throttled', () => {
  test('waits by itself', () => {
    const throttle = aThrottle();
    throttle.note('C1', 'post', 30_000);
    expect(throttle.restFor('C1', 'post')).toBe(30_000);
    expect(throttle.restFor('C2', 'post')).toBe(0);
    expect(throttle.restFor('C1', 'edit')).toBe(0);
  });

  test('is over when its time is', async () => {
    const throttle = aThrottle();
    throttle.note('C1', 'post', 30_000);
    await throttle.clock.run(20_000);
    expect(throttle.restFor('C1', 'post')).toBe(10_000);
    await throttle.clock.run(20_000);
    expect(throttle.restFor('C1', 'post')).toBe(0);
  });

  test('does not wait for a clock that was set back', () => {
    const throttle = aThrottle();
    throttle.note('C1', 'post', 30_000);
    throttle.clock.setBack(3_600_000);
    expect(throttle.restFor('C1', 'post')).toBe(0);
  });
});

test('two channels throttled at once hold the posts of all, as long as the longer one', async () => {
  const throttle = aThrottle();
  throttle.note('C1', 'post', 30_000);
  throttle.note('C2', 'post', 10_000);
  expect(throttle.restFor('C3', 'post')).toBe(30_000);
  expect(throttle.restFor('C2', 'post')).toBe(30_000);
  await throttle.clock.run(10_000);
  expect(throttle.restFor('C3', 'post')).toBe(0);
  expect(throttle.restFor('C1', 'post')).toBe(20_000);
});

test('an edit that was throttled holds the edits of all, and no posts', () => {
  const throttle = aThrottle();
  throttle.note('C1', 'edit', 30_000);
  expect(throttle.restFor('C2', 'edit')).toBe(30_000);
  expect(throttle.restFor('C1', 'post')).toBe(0);
});
