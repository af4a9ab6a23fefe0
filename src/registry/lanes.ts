import { until } from './deadline.ts';

/** Runs work when there is a lane for it; an abort ends the wait, with its reason. */
export type Lanes = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** So many pieces of work at a time, whoever asks for them: a registry counts our connections, not our reasons. */
export function createLanes(limit: number): Lanes {
  const waiting: (() => void)[] = [];
  let free = limit;

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    waiting.push(turn.resolve);
    try {
      await until(signal, turn.promise);
    } catch (reason) {
      const place = waiting.indexOf(turn.resolve);
      if (place >= 0) waiting.splice(place, 1);
      else leave();
      throw reason;
    }
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (signal, work) => {
    await enter(signal);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
