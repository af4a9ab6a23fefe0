export interface Turns {
  /** Resolves when it is this caller's turn. */
  next(): Promise<void>;
}

/** Under unbroken load somebody gets a turn this often, milliseconds. */
const patienceMs = 20;

/**
 * Hands out turns, first come first served, one for each round of the event loop in which nobody came anew. Work that
 * waits for its turn does not stand before requests that have not even been acknowledged.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let cameAnew = false;
  let servedAt = 0;

  function serve(): void {
    const now = performance.now();
    if (!cameAnew || now - servedAt >= patienceMs) {
      servedAt = now;
      waiting.shift()?.();
    }
    cameAnew = false;
    if (waiting.length > 0) setImmediate(serve);
  }

  return {
    next: () =>
      new Promise((resolve) => {
        cameAnew = true;
        if (waiting.push(resolve) === 1) setImmediate(serve);
      }),
  };
}
