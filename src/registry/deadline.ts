import { SourceFault } from './source-fault.ts';

/** One end for all that belongs to a piece of work: its time, and what else ends it. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** The work is over: gives back the timer and the listeners. */
  end(): void;
}

/** The reason is a SourceFault when it is time that is over, here or of another; else it is an AbortError. */
export function startDeadline(ms: number, others: readonly (AbortSignal | undefined)[]): Deadline {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(lateness(ms)), ms);
  const stops = others.map((other) => passOn(other, ending));
  return {
    signal: ending.signal,
    end() {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}

/** The promise, or the reason of the abort: whichever is first. What comes after an abort is nobody's. */
export async function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const give = () => reject(signal.reason);
    signal.addEventListener('abort', give, { once: true });
    stop = () => signal.removeEventListener('abort', give);
    if (signal.aborted) give();
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    stop();
  }
}

function lateness(ms: number): SourceFault {
  return new SourceFault('timed-out', `It had not answered after ${ms / 1_000} s.`);
}

function abortError(): Error {
  return new DOMException('The look at the registries was given up', 'AbortError');
}

function passOn(from: AbortSignal | undefined, to: AbortController): () => void {
  const give = () => to.abort(from?.reason instanceof SourceFault ? from.reason : abortError());
  if (from?.aborted) give();
  from?.addEventListener('abort', give, { once: true });
  return () => from?.removeEventListener('abort', give);
}
