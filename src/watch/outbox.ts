import { type Owed, recipientKey, slackKeyOf } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { Instant } from '../domain/instant.ts';
import { type Log, type Messenger, type Now, SlackFault } from '../usecases/ports.ts';
import type { Store } from '../usecases/store.ts';
import { clockSlackMs } from './clock-slack.ts';
import { withoutTold } from './untold.ts';

export type OutboxDeps = {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly suspend: (channelId: string, reason: SuspensionReason) => Promise<void>;
  readonly now: Now;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

export interface Outbox {
  /** Look for owed messages now. */
  wake(): void;
  /** Ends after the message under way. What is still owed stays owed. */
  stop(): Promise<void>;
}

/** Slack takes one message a second in a channel (facts/slack.md 3.6). */
const spacingMs = 1_000;
const retryAfterFailureMs = 5_000;

/**
 * Sends what is owed: each recipient in order, recipients independently. A message leaves the store only when Slack
 * has it. Where the outcome is not known, at the start (a former process may have sent it) or after a broken answer,
 * the recipient's history is asked before anything is sent again.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const ending = new AbortController();
  const lanes = new Map<string, Promise<void>>();
  const lastSentAt = new Map<string, Instant>();
  /** Recipients who were asked for while their lane was about to end. */
  const asked = new Set<string>();
  /** Recipients of whom some owed message may have arrived already; undefined: nobody has looked yet. */
  let doubtful: Set<string> | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;

  async function look(): Promise<void> {
    lookAgain = false;
    const recipients = new Set((await deps.store.owed()).map(({ to }) => recipientKey(to)));
    doubtful ??= new Set(recipients);
    for (const lane of recipients) startLane(lane);
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
      const [next] = waiting;
      if (!next) return;
      const step = doubtful?.has(lane) ? reconcile(lane, next, waiting) : sendNext(lane, next);
      await deps.wait(await step.catch(pauseAfter), ending.signal);
    }
  }

  /** Cards of a channel that cannot be reached wait until it can be. */
  async function waitingFor(lane: string): Promise<readonly Owed[]> {
    const isLost = (await deps.store.suspensions()).some(({ channelId }) => channelId === lane);
    const owed = await deps.store.owed();
    return owed.filter(({ to, card }) => recipientKey(to) === lane && !(isLost && card));
  }

  /** How long to pause when the history could not be asked. */
  function pauseAfter(fault: unknown): number {
    if (!(fault instanceof SlackFault)) throw fault;
    deps.log.warn({ reason: fault.message }, 'whether messages arrived could not be looked up yet');
    return fault.retryAfterMs ?? retryAfterFailureMs;
  }

  /** Settles what has arrived already; a card that stands is remembered, to be edited. Returns how long to pause. */
  async function reconcile(lane: string, first: Owed, waiting: readonly Owed[]): Promise<number> {
    const since = Math.min(...waiting.map(({ owedAt }) => owedAt)) - clockSlackMs;
    const arrived = await deps.messenger.findDelivered(first.to, waiting.map(slackKeyOf), since);
    await deps.store.commit({
      settle: waiting.filter(({ card, key }) => !card && arrived.has(key)).map(({ key }) => key),
      putPosted: waiting.flatMap(({ card }) => {
        const posted = card && arrived.get(card);
        return card && posted ? [{ card, posted }] : [];
      }),
    });
    doubtful?.delete(lane);
    return 0;
  }

  async function sendNext(lane: string, owed: Owed): Promise<number> {
    const sinceLast = deps.now() - (lastSentAt.get(lane) ?? Number.NEGATIVE_INFINITY);
    if (sinceLast >= 0 && sinceLast < spacingMs) return spacingMs - sinceLast;
    const untold = await withoutTold(deps.messenger, owed);
    if (!untold) {
      await deps.store.commit({ settle: [owed.key] });
      return 0;
    }
    // In doubt until the outcome is both known and written down: what throws on the way leaves the doubt standing.
    doubtful?.add(lane);
    const { card } = owed;
    const outcome = await deps.messenger.post(untold, card ? await deps.store.posted(card) : undefined);
    if (outcome.kind === 'sent') {
      lastSentAt.set(lane, deps.now());
      const { posted } = outcome;
      await deps.store.commit({ settle: [owed.key], putPosted: card ? [{ card, posted }] : [] });
    }
    if (outcome.kind !== 'unknown') doubtful?.delete(lane);
    switch (outcome.kind) {
      case 'sent':
        return 0;
      case 'throttled':
        return outcome.retryAfterMs;
      case 'unknown':
      case 'failed':
        deps.log.warn({ key: owed.key, reason: outcome.reason }, 'a message is sent again later');
        return retryAfterFailureMs;
      case 'unreachable-channel':
        await leave(owed, outcome.reason);
        return 0;
      case 'rejected':
        deps.log.error(
          { key: owed.key, reason: outcome.reason },
          'Slack refuses a message for good; it is parked',
        );
        await deps.store.commit({ park: [{ owed, reason: outcome.reason, parkedAt: deps.now() }] });
        return 0;
    }
  }

  /**
   * A person who cannot be reached has nobody to be told to; a channel has an owner. Its history may not have been told
   * either: it is asked again when the channel is back.
   */
  async function leave(owed: Owed, reason: SuspensionReason): Promise<void> {
    doubtful?.add(recipientKey(owed.to));
    if ('channelId' in owed.to) await deps.suspend(owed.to.channelId, reason);
    else await deps.store.commit({ park: [{ owed, reason, parkedAt: deps.now() }] });
    wake();
  }

  return {
    wake,
    async stop() {
      ending.abort();
      await Promise.all([looking, ...lanes.values()]);
    },
  };
}
