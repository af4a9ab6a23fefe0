/**
 * The sandbox world's time. It runs with the wall clock and can be moved forward (`POST /control/clock`), which
 * fires everything that became due on the way, in order: a provider's hours pass in an instant.
 */
export interface WorldClock {
  /** Milliseconds since the epoch, world time. */
  now(): number;
  /**
   * The time that the servers tell to programs: world time, or the wall clock's. A bot whose clock does not follow when
   * the world is sped up shall not think that its clock is wrong.
   */
  told(): number;
  /**
   * Move world time forward. Tasks that become due run in the order of their time, each at its own: what it sets off
   * in turn happens within the same jump.
   */
  advance(ms: number): void;
  /** Run `task` once, `delayMs` of world time from now. The returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
  /** Stop all timers. */
  close(): void;
}

type Task = { readonly due: number; readonly order: number; readonly run: () => void };

export function createWorldClock(
  wallNow: () => number = Date.now,
  tells: 'world' | 'wall' = 'world',
): WorldClock {
  const tasks = new Set<Task>();
  let offset = 0;
  let order = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const now = () => wallNow() + offset;
  const earliest = () => [...tasks].sort((a, b) => a.due - b.due || a.order - b.order)[0];

  function runDue(limit: number): void {
    for (let next = earliest(); next && next.due <= limit; next = earliest()) {
      tasks.delete(next);
      next.run();
    }
    arm();
  }

  function arm(): void {
    clearTimeout(timer);
    const next = earliest();
    if (!next || closed) return;
    timer = setTimeout(() => runDue(now()), Math.max(1, Math.min(next.due - now(), 2 ** 30)));
    timer.unref();
  }

  return {
    now,
    told: tells === 'wall' ? wallNow : now,
    advance(ms) {
      const end = now() + ms;
      for (let next = earliest(); next && next.due <= end; next = earliest()) {
        offset = Math.max(offset, next.due - wallNow());
        tasks.delete(next);
        next.run();
      }
      offset = Math.max(offset, end - wallNow());
      arm();
    },
    after(delayMs, run) {
      const task = { due: now() + delayMs, order: order++, run };
      tasks.add(task);
      arm();
      return () => {
        tasks.delete(task);
      };
    },
    close() {
      closed = true;
      clearTimeout(timer);
      tasks.clear();
    },
  };
}
