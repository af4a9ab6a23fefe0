import type { Subscription } from '../domain/alert/subscription.ts';
import type { Store } from './store.ts';

/** Ends one subscription of a channel. Returns it, or undefined when the channel has it no more. */
export async function endSubscription(
  { store }: { readonly store: Store },
  channelId: string,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const present = await store.subscriptions(channelId);
  const subscription = present.find(({ id }) => id === subscriptionId);
  if (subscription) await store.commit({ removeSubscriptions: [subscription.id] });
  return subscription;
}

/** Ends all subscriptions of a channel and returns them. */
export async function endAllSubscriptions(
  { store }: { readonly store: Store },
  channelId: string,
): Promise<readonly Subscription[]> {
  const present = await store.subscriptions(channelId);
  if (present.length > 0) {
    await store.commit({
      removeSubscriptions: present.map(({ id }) => id),
      removeSuspensions: [channelId],
    });
  }
  return present;
}
