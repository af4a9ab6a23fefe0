import { type Owed, slackKeyOf } from '../domain/alert/notice.ts';
import type { Messenger } from '../usecases/ports.ts';
import type { Store } from '../usecases/store.ts';
import { clockSlackMs } from './clock-slack.ts';

/**
 * Settles what has arrived already, of messages that are owed in one place; a card that stands is remembered, to be
 * edited. Throws SlackFault.
 */
export async function reconcile(
  { store, messenger }: { readonly store: Store; readonly messenger: Messenger },
  waiting: readonly Owed[],
): Promise<void> {
  const [first] = waiting;
  if (!first) return;
  const { to, replyTo } = first;
  const thread = replyTo === undefined ? undefined : await store.posted(replyTo);
  // A card comes before its replies: none of them was sent either.
  if (replyTo !== undefined && !thread) return;
  const since = Math.min(...waiting.map(({ owedAt }) => owedAt)) - clockSlackMs;
  const arrived = await messenger.findDelivered(to, waiting.map(slackKeyOf), since, thread);
  await store.commit({
    settle: waiting.filter(({ card, key }) => !card && arrived.has(key)).map(({ key }) => key),
    putPosted: waiting.flatMap(({ card }) => {
      const posted = card && arrived.get(card);
      return card && posted ? [{ card, posted }] : [];
    }),
  });
}
