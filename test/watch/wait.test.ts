import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startUntilItWorks } from '../../src/watch/start-until-it-works.ts';
import { wait } from '../../src/watch/wait.ts';
import { keptLog } from '../support/kept-log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Whether it is over, without waiting for it. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  void promise.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

describe('waiting', () => {
  test('ends after its time', async () => {
    const waiting = wait(1_000, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(999);
    expect(await isOver(waiting)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isOver(waiting)).toBe(true);
  });

  test('ends at once when it is given up, and leaves no timer behind', async () => {
    const ending = new AbortController();
    const waiting = wait(60_000, ending.signal);
    ending.abort();
    expect(await isOver(waiting)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not begin when it was given up before, or there is nothing to wait for', async () => {
    expect(await isOver(wait(60_000, AbortSignal.abort()))).toBe(true);
    expect(await isOver(wait(0, new AbortController().signal))).toBe(true);
    expect(await isOver(wait(-5, new AbortController().signal))).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('starting until it works', () => {
  const away = new Error('nobody answers');
  const isPassing = (error: unknown) => error === away;

  test('asks again every five seconds', async () => {
    const log = keptLog();
    let attempts = 0;
    const started = startUntilItWorks(
      async () => {
        if (++attempts < 3) throw away;
        return 'started';
      },
      isPassing,
      new AbortController().signal,
      log,
    );
    await vi.advanceTimersByTimeAsync(9_999);
    expect(attempts).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await started).toBe('started');
    expect(log.lines).toHaveLength(2);
  });

  test('gives up at once on a refusal', async () => {
    const refused = startUntilItWorks(
      () => Promise.reject(new Error('invalid_auth')),
      isPassing,
      new AbortController().signal,
      keptLog(),
    );
    await expect(refused).rejects.toThrow('invalid_auth');
  });

  test('ends with the bot', async () => {
    const ending = new AbortController();
    const started = startUntilItWorks(() => Promise.reject(away), isPassing, ending.signal, keptLog());
    const failed = expect(started).rejects.toThrow('nobody answers');
    await vi.advanceTimersByTimeAsync(1);
    ending.abort();
    await failed;
  });
});
