import { type Owed, recipientKey } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { Instant } from '../domain/instant.ts';
import type { Posted, PostOutcome } from '../usecases/ports.ts';
import type { OutboxSight } from '../usecases/sights.ts';
import type { OutboxDeps } from './outbox.ts';
import { slackSpacingMs } from './pace.ts';
import { createThrottle } from './throttle.ts';
import { toldLines, withoutTold } from './untold.ts';

export const retryAfterFailureMs = 5_000;

/** What the outbox must know of an attempt. */
export type Attempts = {
  /** From here on it may have arrived. */
  readonly begin: (owed: Owed) => void;
  /** What became of it is both known and written down. */
  readonly end: (owed: Owed) => void;
  /** Something became owed. */
  readonly wake: () => void;
};

export interface Sender {
  /** Sends it, or what must go before it, or finds that it need not be sent. Returns how long to pause. */
  send(owed: Owed, waiting: readonly Owed[]): Promise<number>;
}

/** Where a message goes: over one that stands, into a thread, or as a new one into the conversation. */
type Spot = { readonly at?: Posted; readonly thread?: Posted };

export function createSender(deps: OutboxDeps, attempts: Attempts): Sender {
  const { store, messenger, now, log, spacingMs = slackSpacingMs } = deps;
  const lastSentAt = new Map<string, Instant>();
  const throttle = createThrottle(now);
  /** Versions of digests of which it was looked up what their channel was told already. */
  const looked = new Set<string>();

  async function send(owed: Owed, waiting: readonly Owed[]): Promise<number> {
    const { card, replyTo } = owed;
    if (replyTo === undefined) {
      const at = card === undefined ? undefined : await store.posted(card);
      return rest(owed, { at }) || (at ? tell(owed, { at }, waiting) : sendUntold(owed, waiting));
    }
    const thread = await store.posted(replyTo);
    if (thread) return rest(owed, { thread }) || tell(owed, { thread }, waiting);
    const first = waiting.find((other) => other.card === replyTo);
    // What would stand in the thread of a message that never came to be is not sent either.
    return first ? send(first, waiting) : settle(owed);
  }

  /** How long its recipient must still be left alone. */
  function rest({ to }: Owed, { at }: Spot): number {
    const lane = recipientKey(to);
    const sinceLast = now() - (lastSentAt.get(lane) ?? Number.NEGATIVE_INFINITY);
    const spacing = sinceLast >= 0 && sinceLast < spacingMs ? spacingMs - sinceLast : 0;
    return Math.max(spacing, throttle.restFor(lane, at ? 'edit' : 'post'));
  }

  /** A new message, without what its channel was told after all. */
  async function sendUntold(owed: Owed, waiting: readonly Owed[]): Promise<number> {
    if (owed.notice.kind === 'digest' && !looked.has(owed.key)) {
      const arrived = await toldLines(deps, owed);
      looked.add(owed.key);
      if (arrived.size > 0) {
        await deps.dropTold(owed.notice.view.id, arrived);
        return 0;
      }
    }
    const untold = await withoutTold(messenger, owed);
    return untold ? tell(untold, {}, waiting) : settle(owed);
  }

  async function settle({ key }: Owed): Promise<number> {
    await store.commit({ settle: [key] });
    return 0;
  }

  async function tell(owed: Owed, spot: Spot, waiting: readonly Owed[]): Promise<number> {
    // In doubt until the outcome is both known and written down: what throws on the way leaves the doubt standing.
    attempts.begin(owed);
    const outcome = await messenger.post(owed, spot.at, spot.thread);
    observe(owed, outcome);
    if (outcome.kind === 'sent') await noteSent(owed, outcome.posted);
    if (outcome.kind !== 'unknown') attempts.end(owed);
    return goOn(owed, spot, outcome, waiting);
  }

  async function noteSent({ key, card, to }: Owed, posted: Posted): Promise<void> {
    lastSentAt.set(recipientKey(to), now());
    await store.commit({ settle: [key], putPosted: card === undefined ? [] : [{ card, posted }] });
  }

  async function goOn(
    owed: Owed,
    { at }: Spot,
    outcome: PostOutcome,
    waiting: readonly Owed[],
  ): Promise<number> {
    switch (outcome.kind) {
      case 'sent':
        return 0;
      case 'throttled':
        throttle.note(recipientKey(owed.to), at ? 'edit' : 'post', outcome.retryAfterMs);
        return 0;
      case 'unknown':
      case 'failed':
        log.warn({ key: owed.key, reason: outcome.reason }, 'a message is sent again later');
        return retryAfterFailureMs;
      case 'unreachable-channel':
        return leave(owed, outcome.reason, waiting);
      case 'thread-gone':
        log.warn({ key: owed.key, reason: outcome.reason }, 'a thread takes no replies any more');
        return settle(owed);
      case 'rejected':
        return park(owed, outcome.reason);
    }
  }

  async function park(owed: Owed, reason: string): Promise<number> {
    log.error({ key: owed.key, reason }, 'Slack refuses a message for good; it is parked');
    await store.commit({ park: [{ owed, reason, parkedAt: now() }] });
    return 0;
  }

  /**
   * A person who cannot be reached has nobody to be told to; a channel has an owner. Its history may not have been told
   * either: it is asked again when the channel is back.
   */
  async function leave(owed: Owed, reason: SuspensionReason, waiting: readonly Owed[]): Promise<number> {
    for (const other of waiting) attempts.begin(other);
    if ('channelId' in owed.to) await deps.suspend(owed.to.channelId, reason);
    else await store.commit({ park: [{ owed, reason, parkedAt: now() }] });
    attempts.wake();
    return 0;
  }

  function observe({ to }: Owed, outcome: PostOutcome): void {
    const kind = sightOf(outcome);
    const reason = 'reason' in outcome ? { reason: outcome.reason } : {};
    if (kind) deps.observe({ kind, channel: recipientKey(to), at: now(), ...reason });
  }

  return { send };
}

/** A channel that is lost is told to its owner, and no trouble of Slack's. */
function sightOf({ kind }: PostOutcome): OutboxSight['kind'] | undefined {
  switch (kind) {
    case 'sent':
    case 'throttled':
      return kind;
    case 'unknown':
    case 'failed':
      return 'trouble';
    case 'rejected':
      return 'parked';
    case 'unreachable-channel':
    case 'thread-gone':
      return undefined;
  }
}
