import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startDeadline, until } from '../../src/registry/deadline.ts';
import { createLanes } from '../../src/registry/lanes.ts';
import { SourceFault } from '../../src/registry/source-fault.ts';

const none = new AbortController().signal;
const waiting = () => new Promise(setImmediate);

/** Work that ends when the test says so. */
function someWork() {
  const work = Promise.withResolvers<void>();
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return work.promise;
  };
  return { begin, end: work.resolve, isBegun: () => isBegun };
}

describe('lanes', () => {
  it('let in so many, the next when one has left, in their order', async () => {
    const lanes = createLanes(1);
    const all = [someWork(), someWork(), someWork()];
    const runs = all.map(({ begin }) => lanes(none, begin));
    for (const [index, { end }] of all.entries()) {
      await waiting();
      expect(all.map(({ isBegun }) => isBegun())).toEqual(all.map((_, place) => place <= index));
      end();
      await runs[index];
    }
  });

  it('make no room when somebody leaves who only waited', async () => {
    const lanes = createLanes(1);
    const [first, last] = [someWork(), someWork()];
    const running = lanes(none, first.begin);
    const after = lanes(none, last.begin);
    const leaving = new AbortController();
    const left = lanes(leaving.signal, async () => 'let in').catch((reason: unknown) => reason);
    leaving.abort('enough');
    expect(await left).toBe('enough');
    await waiting();
    expect(last.isBegun()).toBe(false);
    first.end();
    last.end();
    await Promise.all([running, after]);
  });

  it('are left also by work that fails', async () => {
    const lanes = createLanes(1);
    await expect(lanes(none, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await lanes(none, async () => 'let in')).toBe('let in');
  });
});

describe('a deadline', () => {
  it('ends by itself, in words for people', async () => {
    const deadline = startDeadline(1, []);
    await expect(until(deadline.signal, new Promise(() => {}))).rejects.toEqual(
      new SourceFault('timed-out', 'It had not answered after 0.001 s.'),
    );
  });

  it('ends with others: as theirs when time was over, as an abort else', () => {
    const [time, person] = [new AbortController(), new AbortController()];
    const late = new SourceFault('timed-out', 'It had not answered after 10 s.');
    const deadlines = [time, person].map(({ signal }) => startDeadline(60_000, [undefined, signal]));
    time.abort(late);
    person.abort('enough');
    const [first, second] = deadlines.map(({ signal }): unknown => signal.reason);
    expect(first).toBe(late);
    expect(second).toMatchObject({ name: 'AbortError' });
    const tooLate = startDeadline(60_000, [person.signal]);
    expect(tooLate.signal.aborted).toBe(true);
    for (const { end } of [...deadlines, tooLate]) end();
  });

  it('leaves nothing behind', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { signal } = new AbortController();
    const deadline = startDeadline(60_000, [signal]);
    await until(deadline.signal, Promise.resolve());
    await until(deadline.signal, Promise.reject(new Error('failed'))).catch(() => undefined);
    deadline.end();
    const listeners = [signal, deadline.signal].map((each) => getEventListeners(each, 'abort').length);
    expect([...listeners, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });
});
