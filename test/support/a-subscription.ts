import { parseWish, type Subscription } from '../../src/domain/alert/subscription.ts';
import { parseWords } from '../../src/domain/text/words.ts';
import { t0 } from './a-circuit.ts';

/** A channel's subscription to what is wished in the words of `/circuit subscribe`; '' wishes everything. */
export function aSubscription(
  id: string,
  channelId: string,
  wishText: string,
  overrides: Partial<Subscription> = {},
): Subscription {
  const words = parseWords(wishText);
  const wish = words.ok ? parseWish(words.value) : words;
  if (!wish.ok) throw new Error(`${wishText}: ${wish.refusal.code}`);
  return { id, channelId, ownerId: 'U0OMAR0001', createdAt: t0, wish: wish.value, ...overrides };
}
