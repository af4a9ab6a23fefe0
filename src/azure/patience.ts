import { AzureFault } from '../usecases/ports.ts';

/** Milliseconds. */
export type Wait = (ms: number) => Promise<unknown>;

/** How long an operation that only reads is followed: its questions and the pauses between them, together. */
export interface Patience {
  leftMs(): number;
  /** Throws AzureFault when it would last longer than there is patience. */
  pause(ms: number): Promise<void>;
}

/** `uptime`: milliseconds on a clock that nobody sets. */
export function startPatience(
  totalMs: number,
  wait: Wait,
  uptime: () => number = () => performance.now(),
): Patience {
  const begunAt = uptime();
  let pausedMs = 0;
  const leftMs = () => totalMs - Math.max(pausedMs, uptime() - begunAt);
  return {
    leftMs,
    async pause(ms) {
      if (ms > leftMs()) throw tooLate(totalMs);
      pausedMs += ms;
      await wait(ms);
    },
  };
}

export function tooLate(totalMs: number, cause?: unknown): AzureFault {
  const limit = totalMs === 60_000 ? 'a minute' : `${Math.round(totalMs / 1_000)} s`;
  return new AzureFault('unavailable', `Azure took longer than ${limit} to answer`, { cause });
}
