import { renderWish, type Subscription, type Wish } from '../domain/alert/subscription.ts';
import type { SuspensionReason } from '../domain/alert/suspension.ts';
import { matchesRef } from '../domain/circuit/filter.ts';
import { circuitRef } from '../domain/circuit/survey.ts';
import { answer, type Result, refuse } from '../domain/result.ts';
import type { AlertDesk } from './alerts/alert-desk.ts';
import { wishEntry } from './audit/audit-wish.ts';
import type { Caller } from './caller.ts';
import type { Channels, Now } from './ports.ts';
import type { Store } from './store.ts';

export type SubscribeDeps = {
  readonly store: Store;
  readonly channels: Channels;
  readonly alerts: Pick<AlertDesk, 'resume'>;
  readonly now: Now;
  readonly newId: () => string;
};

export type Subscribed = {
  readonly subscription: Subscription;
  /** The channel had this very subscription already. */
  readonly existed: boolean;
  readonly matchingNow: number;
};

export type SubscribeRefusal =
  | { readonly code: 'bot-not-in-channel'; readonly channelId: string; readonly reason: SuspensionReason }
  | { readonly code: 'too-many-subscriptions'; readonly limit: number };

/** More than this in one channel is a mistake, and would not fit into one list. */
export const subscriptionsPerChannel = 20;

/** Subscribes a channel to what is wished. Asking twice for the same changes nothing. */
export async function subscribeChannel(
  deps: SubscribeDeps,
  caller: Caller,
  ask: { readonly channelId: string; readonly wish: Wish; readonly replaces?: string },
): Promise<Result<Subscribed, SubscribeRefusal>> {
  const { store, channels, now, newId } = deps;
  const { channelId, wish, replaces } = ask;
  const standing = await channels.standing(channelId);
  if (standing.kind === 'not-member') {
    return refuse({ code: 'bot-not-in-channel', channelId, reason: standing.reason });
  }
  const present = await store.subscriptions(channelId);
  const old = present.find(({ id }) => id === replaces);
  const same = present.find((entry) => renderWish(entry.wish) === renderWish(wish));
  if (!same && !old && present.length >= subscriptionsPerChannel) {
    return refuse({ code: 'too-many-subscriptions', limit: subscriptionsPerChannel });
  }
  const ownerId = old?.ownerId || caller.userId;
  const subscription = same ?? { id: old?.id ?? newId(), channelId, ownerId, createdAt: now(), wish };
  const superseded = old && same && old.id !== same.id ? [old.id] : [];
  const isNews = !same || superseded.length > 0;
  await store.commit({
    putSubscriptions: same ? [] : [subscription],
    removeSubscriptions: superseded,
    audit: isNews ? [wishEntry(deps, caller, channelId, { before: old, after: subscription })] : [],
  });
  await deps.alerts.resume(channelId);
  const matchingNow = (await store.circuits()).filter(({ circuit }) =>
    matchesRef(wish.filter, circuitRef(circuit)),
  ).length;
  return answer({ subscription, existed: same !== undefined, matchingNow });
}
