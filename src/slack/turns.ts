export interface Turns {
  /** Resolves when it is this caller's turn. */
  next(): Promise<void>;
}

/** How long nobody may have come for it to be quiet, milliseconds. */
const quietMs = 3;
/** Where it never gets quiet, somebody has a turn this often, milliseconds. */
const patienceMs = 25;
const lookMs = 1;

/**
 * Hands out turns one by one, first come first served, when it is quiet. Work that waits for its turn does not stand
 * before requests that have not even been acknowledged.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let cameAt = 0;
  let servedAt = 0;

  function look(): void {
    const now = performance.now();
    if (now - cameAt >= quietMs || now - servedAt >= patienceMs) {
      servedAt = now;
      waiting.shift()?.();
    }
    if (waiting.length > 0) setTimeout(look, lookMs);
  }

  return {
    next: () =>
      new Promise((resolve) => {
        cameAt = performance.now();
        if (waiting.push(resolve) === 1) setTimeout(look, lookMs);
      }),
  };
}
