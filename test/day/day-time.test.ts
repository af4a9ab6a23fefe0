import { describe, expect, test } from 'vitest';
import { cronFits } from './cron-fits.ts';
import { createDayTime } from './day-time.ts';

const never = new AbortController().signal;

function aTime() {
  const world = { movedMs: 0 };
  const time = createDayTime(
    async (ms) => {
      world.movedMs += ms;
    },
    () => false,
  );
  return { time, world };
}

describe('the day’s time', () => {
  test('wakes who waits in the order of their moments, and moves the world as far', async () => {
    const { time, world } = aTime();
    const woken: string[] = [];
    const start = time.now();
    void time.pace.wait(50_000, never).then(() => woken.push(`late ${time.now() - start >= 50_000}`));
    void time.pace.wait(10_000, never).then(() => {
      woken.push(`early ${time.now() - start < 50_000}`);
      void time.pace.wait(10_000, never).then(() => woken.push('once more'));
    });
    await time.passTo(start + 60_000);
    expect(woken).toEqual(['early true', 'once more', 'late true']);
    expect(world.movedMs).toBeGreaterThan(55_000);
    expect(world.movedMs).toBeLessThanOrEqual(60_001);
  });

  test('does not hold who gives up waiting', async () => {
    const { time } = aTime();
    const ending = new AbortController();
    const waiting = time.pace.wait(3_600_000, ending.signal);
    ending.abort();
    await waiting;
  });

  test('runs what its schedule says to its end, whatever that waits for', async () => {
    const { time } = aTime();
    const ran: string[] = [];
    time.pace.every('0 */10 * * * *', 'tens', async () => void ran.push('tens'));
    const gone = time.pace.every('0 * * * * *', 'gone', async () => void ran.push('gone'));
    time.pace.every('0 * * * * *', 'minutes', async () => {
      await time.pace.wait(500, never);
      ran.push('minutes');
    });
    gone.destroy();
    await time.passTo(Math.ceil(time.now() / 600_000) * 600_000);
    expect([...(await time.runDue()).keys()]).toEqual(['tens', 'minutes']);
    await time.passTo(Math.ceil(time.now() / 60_000) * 60_000);
    await time.runDue();
    expect(ran).toEqual(['tens', 'minutes', 'minutes']);
  });
});

test.each([
  ['*/15 * * * * *', '03:12:45', true],
  ['*/15 * * * * *', '03:12:46', false],
  ['30 */15 * * * *', '03:15:30', true],
  ['30 */15 * * * *', '03:16:30', false],
  ['0 * * * * *', '03:16:00', true],
])('%s at %s: %s', (when, clock, fits) => {
  expect(cronFits(when, Date.parse(`2026-03-02T${clock}Z`))).toBe(fits);
});
