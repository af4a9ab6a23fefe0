import type { Subscription } from '../domain/alert/subscription.ts';
import { wishEntry } from './audit/audit-wish.ts';
import type { Caller } from './caller.ts';
import type { Now } from './ports.ts';
import type { Store } from './store.ts';

type UnsubscribeDeps = { readonly store: Store; readonly now: Now; readonly newId: () => string };

/** Ends one subscription of a channel. Returns it, or undefined when the channel has it no more. */
export async function endSubscription(
  deps: UnsubscribeDeps,
  caller: Caller,
  channelId: string,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const present = await deps.store.subscriptions(channelId);
  const subscription = present.find(({ id }) => id === subscriptionId);
  if (subscription) {
    await deps.store.commit({
      removeSubscriptions: [subscription.id],
      audit: [wishEntry(deps, caller, channelId, { before: subscription })],
    });
  }
  return subscription;
}

/** Ends all subscriptions of a channel and returns them. */
export async function endAllSubscriptions(
  deps: UnsubscribeDeps,
  caller: Caller,
  channelId: string,
): Promise<readonly Subscription[]> {
  const present = await deps.store.subscriptions(channelId);
  if (present.length > 0) {
    await deps.store.commit({
      removeSubscriptions: present.map(({ id }) => id),
      removeSuspensions: [channelId],
      audit: present.map((before) => wishEntry(deps, caller, channelId, { before })),
    });
  }
  return present;
}
