import { nextOf } from '../domain/alert/next-owed.ts';
import type { Owed } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import { type Log, type Messenger, type Now, type Posted, SlackFault } from '../usecases/ports.ts';
import type { OutboxSight } from '../usecases/sights.ts';
import type { Store } from '../usecases/store.ts';
import { staysOwed } from '../usecases/suspend-channel.ts';
import { createLanes, placeOf } from './outbox-lanes.ts';
import { reconcile } from './reconcile.ts';
import { createSender, retryAfterFailureMs } from './sender.ts';

export type OutboxDeps = {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly suspend: (channelId: string, reason: SuspensionReason) => Promise<void>;
  /** Takes out of a digest what its channel was told after all, in the turn of the desk; `arrived`: keys in Slack. */
  readonly dropTold: (digestId: string, arrived: ReadonlyMap<string, Posted>) => Promise<void>;
  readonly now: Now;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Between two messages to the same recipient, milliseconds; absent: as Slack takes them. */
  readonly spacingMs?: number;
  /** Told of each attempt: for health. */
  readonly observe: (sight: OutboxSight) => void;
  readonly log: Log;
};

export interface Outbox {
  /** Look for owed messages now. */
  wake(): void;
  /** Ends after the message under way. What is still owed stays owed. */
  stop(): Promise<void>;
}

/**
 * Sends what is owed: each recipient's messages one after the other, recipients independently. A message leaves the
 * store only when Slack has it. Where the outcome is not known, at the start (a former process may have sent it) or
 * after a broken answer, the recipient's history, or the thread, is asked before anything is sent there again.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const ending = new AbortController();
  const lanes = new Map<string, Promise<void>>();
  const owedByLane = createLanes(deps.store);
  /** Recipients who were asked for while their lane was about to end. */
  const asked = new Set<string>();
  /** Places where some owed message may stand already; undefined: nobody has looked yet. */
  let doubtful: Set<string> | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  const sender = createSender(deps, {
    begin: (owed) => void doubtful?.add(placeOf(owed)),
    end: (owed) => void doubtful?.delete(placeOf(owed)),
    wake,
  });

  async function look(): Promise<void> {
    lookAgain = false;
    const owed = await owedByLane();
    doubtful ??= new Set([...owed.values()].flat().map(placeOf));
    for (const lane of owed.keys()) startLane(lane);
  }

  function wake(): void {
    if (ending.signal.aborted) return;
    lookAgain = true;
    looking ??= look()
      .catch((error: unknown) => deps.log.error({ err: error }, 'owed messages could not be looked up'))
      .finally(() => {
        looking = undefined;
        // Whoever woke us since the store was read may know of a message that was not seen.
        if (lookAgain) wake();
      });
  }

  function startLane(lane: string): void {
    if (lanes.has(lane)) {
      asked.add(lane);
      return;
    }
    const run = drain(lane)
      .catch((error: unknown) => deps.log.error({ err: error }, 'sending owed messages stopped'))
      .finally(() => {
        lanes.delete(lane);
        if (asked.delete(lane) && !ending.signal.aborted) startLane(lane);
      });
    lanes.set(lane, run);
  }

  async function drain(lane: string): Promise<void> {
    while (!ending.signal.aborted) {
      const waiting = await waitingFor(lane);
      const next = nextOf(waiting, deps.now());
      if (!next) return;
      await deps.wait(await step(next, waiting).catch(pauseAfter), ending.signal);
    }
  }

  /** What goes on when a channel that cannot be reached is back, cards and their threads, waits until then. */
  async function waitingFor(lane: string): Promise<readonly Owed[]> {
    const isLost = (await deps.store.suspensions()).some(({ channelId }) => channelId === lane);
    const owed = (await owedByLane()).get(lane) ?? [];
    return isLost ? owed.filter((message) => !staysOwed(message)) : owed;
  }

  /** Returns how long to pause. */
  async function step(next: Owed, waiting: readonly Owed[]): Promise<number> {
    const place = placeOf(next);
    if (!doubtful?.has(place)) return sender.send(next, waiting);
    await reconcile(
      deps,
      waiting.filter((owed) => placeOf(owed) === place),
    );
    doubtful.delete(place);
    return 0;
  }

  /** How long to pause when the history could not be asked. */
  function pauseAfter(fault: unknown): number {
    if (!(fault instanceof SlackFault)) throw fault;
    deps.log.warn({ reason: fault.message }, 'whether messages arrived could not be looked up yet');
    return fault.retryAfterMs ?? retryAfterFailureMs;
  }

  return {
    wake,
    async stop() {
      ending.abort();
      await Promise.all([looking, ...lanes.values()]);
    },
  };
}
