import { parseWish, renderWish } from '../../domain/alert/subscription.ts';
import { endAllSubscriptions, endSubscription } from '../../usecases/unsubscribe-channel.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { endedReply } from '../blocks/subscriptions.ts';
import { alertChannel } from './alert-channel.ts';
import type { Command } from './command.ts';
import { subscriptionsHere } from './subscriptions.ts';

export const unsubscribeCommand: Command = {
  name: 'unsubscribe',
  usage: '[filters | all]',
  gist: 'ends that',
  summary: 'Ends a subscription of this channel. With several, you choose; `all` ends them all.',
  details: ['With the filters of a subscription, as /circuit subscriptions shows them, that one ends.'],
  examples: ['unsubscribe', 'unsubscribe location:London', 'unsubscribe all'],
  async run(words, ask, deps) {
    const channelId = await alertChannel(ask, deps);
    const present = await deps.store.subscriptions(channelId);
    const [only] = present;
    if (!only) return refusalReply({ code: 'not-subscribed', channelId });
    const isAll =
      words.length === 1 && words[0]?.key === undefined && words[0]?.value.toLowerCase() === 'all';
    if (isAll || (words.length === 0 && present.length === 1)) {
      return endedReply(await endAllSubscriptions(deps, ask, channelId));
    }
    if (words.length === 0) return subscriptionsHere(channelId, deps);
    const wish = parseWish(words);
    if (!wish.ok) return refusalReply(wish.refusal);
    const meant = present.find((entry) => renderWish(entry.wish) === renderWish(wish.value));
    if (!meant) return subscriptionsHere(channelId, deps);
    const ended = await endSubscription(deps, ask, channelId, meant.id);
    return endedReply(ended ? [ended] : []);
  },
};
