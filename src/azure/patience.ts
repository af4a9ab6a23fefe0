import { AzureFault } from '../usecases/ports.ts';
import type { ArmAnswer } from './arm-answer.ts';
import type { ArmClient, ArmQuestion } from './arm-client.ts';

/** Milliseconds. */
export type Wait = (ms: number) => Promise<unknown>;

/** How long an operation that only reads is followed: its questions and the pauses between them, together. */
export interface Patience {
  /** Throws AzureFault: `unavailable` when the time is over. */
  ask(question: ArmQuestion): Promise<ArmAnswer>;
  /** Throws AzureFault at once when no time would be left after it. */
  pause(ms: number): Promise<void>;
}

/** A timer may ring a little before its time. */
const timerErrorMs = 5;

/** `uptime`: milliseconds on a clock that nobody sets. */
export function startPatience(
  arm: ArmClient,
  totalMs: number,
  wait: Wait,
  uptime: () => number = () => performance.now(),
): Patience {
  const begunAt = uptime();
  let pausedMs = 0;
  const leftMs = () => totalMs - Math.max(pausedMs, uptime() - begunAt);
  const tooLate = (cause?: unknown) =>
    new AzureFault('unavailable', `Azure took longer than ${Math.ceil(totalMs / 1_000)} s to answer`, {
      cause,
    });
  return {
    async ask(question) {
      try {
        return await arm.ask({ ...question, patienceMs: leftMs() });
      } catch (fault) {
        const isOver = fault instanceof AzureFault && fault.kind === 'unreachable' && leftMs() < timerErrorMs;
        throw isOver ? tooLate(fault) : fault;
      }
    },
    async pause(ms) {
      if (ms >= leftMs()) throw tooLate();
      pausedMs += ms;
      await wait(ms);
    },
  };
}
