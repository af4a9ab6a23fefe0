import type { Owed } from '../domain/alert/notice.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import type { Now } from './ports.ts';
import type { Store } from './store.ts';

/**
 * A channel cannot be reached any more: its subscriptions are kept, what is owed to it will be part of one message
 * when it is back, and each owner is told once. Cards stay owed, each is told as it is when the channel is back, and so
 * do the replies in their threads: a story without its middle is none.
 */
export async function suspendChannel(
  { store, now }: { readonly store: Store; readonly now: Now },
  channelId: string,
  reason: SuspensionReason,
): Promise<void> {
  const [suspensions, subscriptions, owed] = await Promise.all([
    store.suspensions(),
    store.subscriptions(channelId),
    store.owed(),
  ]);
  const there = owed.filter(({ to }) => 'channelId' in to && to.channelId === channelId);
  const cards = there.filter(staysOwed);
  const waiting = there.filter((owed) => !staysOwed(owed));
  if (suspensions.some((entry) => entry.channelId === channelId)) {
    await store.commit({ settle: waiting.map(({ key }) => key) });
    return;
  }
  const at = now();
  const since = Math.min(at, ...waiting.map(oldestChangeAt));
  const isMissed = subscriptions.length > 0 || cards.length > 0;
  // The same as long as the same card waits: a channel that seems reachable and is not is told of once.
  const lostAt = Math.min(at, ...cards.map(({ owedAt }) => owedAt));
  const owners = new Set(subscriptions.map(({ ownerId }) => ownerId).filter((id) => id !== ''));
  await store.commit({
    putSuspensions: isMissed ? [{ channelId, reason, since }] : [],
    settle: waiting.map(({ key }) => key),
    owe: [...owners].map((userId) => ({
      key: `lost.${lostAt}.${channelId}@${userId}`,
      to: { userId },
      notice: { kind: 'channel-lost', channelId, reason, subscriptionCount: subscriptions.length },
      owedAt: at,
    })),
  });
}

/** What goes on when the channel is back. */
export function staysOwed({ card, replyTo }: Owed): boolean {
  return card !== undefined || replyTo !== undefined;
}

/**
 * Of a catch-up about an earlier suspension that could not be told either: just before that suspension, so that all it
 * held is told next time, under a key that has not been used (resumeChannel makes it of the suspension's `since`).
 */
function oldestChangeAt({ notice, owedAt }: Owed): number {
  if (notice.kind === 'change') return notice.change.at;
  if (notice.kind === 'catch-up' && notice.why === 'channel-back') return notice.since - 1;
  if (notice.kind === 'catch-up') return Math.min(owedAt, ...notice.changes.map(({ at }) => at));
  return owedAt;
}
