import { parseWish } from '../../domain/alert/subscription.ts';
import { changeKinds } from '../../domain/circuit/changes.ts';
import { subscribeChannel } from '../../usecases/subscribe-channel.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { subscribedReply } from '../blocks/subscriptions.ts';
import { forChannel } from '../personal.ts';
import { alertChannel } from './alert-channel.ts';
import type { Command } from './command.ts';

export const subscribeCommand: Command = {
  name: 'subscribe',
  usage: '[filters]',
  gist: 'tells this channel of changes',
  summary: 'Tells this channel when circuits change. Without filters: every change of every circuit.',
  details: [
    'circuit: provider: location: subscription: tag: narrow the circuits, as in list',
    `kind: narrows the changes, several with commas: ${changeKinds.join(', ')}`,
    'severity:warning or severity:critical: only what is at least so bad',
    'I must be in the channel: /invite @Trunkline. In a direct conversation, you alone are told.',
  ],
  examples: [
    'subscribe',
    'subscribe location:London',
    'subscribe tag:env=prod kind:provider-state,prefixes-state',
    'subscribe severity:critical',
  ],
  async run(words, ask, deps) {
    const wish = parseWish(words);
    if (!wish.ok) return refusalReply(wish.refusal);
    const leave = deps.access.mayTell(deps.sight, wish.value.filter);
    if (!leave.ok) return refusalReply(leave.refusal);
    const channelId = await alertChannel(ask, deps);
    const subscribed = await subscribeChannel(forChannel(deps), ask, { channelId, wish: wish.value });
    if (!subscribed.ok) return refusalReply(subscribed.refusal);
    deps.wakeOutbox();
    return subscribedReply(subscribed.value);
  },
};
