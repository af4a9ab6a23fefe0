import type { Choice } from './kit.ts';
import type { SubscriptionPayload } from './payload.ts';

const texts = { change: 'Change this subscription', end: 'End this subscription' } as const;
type Deed = keyof typeof texts;

/** What can be done with one of a list of subscriptions; an option's value may be 150 characters long. */
export function subscriptionChoices({ id, channelId }: SubscriptionPayload): readonly Choice[] {
  return Object.entries(texts).map(([deed, text]) => ({ text, value: `${deed} ${channelId} ${id}` }));
}

/** Undefined for a value that no menu of ours has. */
export function parseSubscriptionChoice(
  value: string,
): { readonly deed: Deed; readonly payload: SubscriptionPayload } | undefined {
  const [, deed, channelId, id] = /^(change|end) (\S{1,50}) (\S{1,100})$/u.exec(value) ?? [];
  if ((deed !== 'change' && deed !== 'end') || !channelId || !id) return undefined;
  return { deed, payload: { id, channelId } };
}
