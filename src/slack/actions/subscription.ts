import type { App } from '@slack/bolt';
import { resumeByHand } from '../../usecases/resume-channel.ts';
import { endAllSubscriptions, endSubscription } from '../../usecases/unsubscribe-channel.ts';
import { actionIds } from '../action-ids.ts';
import { subscriptionModal } from '../blocks/modals.ts';
import { decode, SubscriptionPayload } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { parseSubscriptionChoice } from '../blocks/subscription-menu.ts';
import { endedReply } from '../blocks/subscriptions.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { subscriptionsHere } from '../commands/subscriptions.ts';
import { mayManage } from '../may-manage.ts';
import { forChannel } from '../personal.ts';
import { onPress, type Press } from './press.ts';

/** The buttons under a subscription and under the notice that a channel is lost. */
export function registerSubscriptionActions(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.editSubscription, shared, (press, deps) => edit(press, carried(press), deps));
  onPress(app, actionIds.endSubscription, shared, (press, deps) => end(press, carried(press), deps));
  onPress(app, actionIds.subscriptionMenu, shared, (press, deps) => {
    const choice = parseSubscriptionChoice(press.value);
    const act = choice?.deed === 'change' ? edit : end;
    return act(press, choice?.payload, deps);
  });
  onPress(app, actionIds.endAllSubscriptions, shared, (press, deps) =>
    withPayload(press, carried(press), deps, async ({ channelId }) =>
      endedReply(await endAllSubscriptions(deps, press, channelId)),
    ),
  );
  onPress(app, actionIds.resumeChannel, shared, (press, deps) =>
    withPayload(press, carried(press), deps, ({ channelId }) => resume(press, channelId, deps)),
  );
}

/** What a button names; undefined when it cannot be read. */
type Named = SubscriptionPayload | undefined;

function carried({ value }: Press): Named {
  return decode(SubscriptionPayload, value);
}

async function edit(press: Press, payload: Named, deps: ChatDeps): Promise<void> {
  const present = payload ? await deps.store.subscriptions(payload.channelId) : [];
  const subscription = present.find(({ id }) => id === payload?.id);
  if (!subscription || !(await mayManage(press, subscription.channelId, deps))) {
    return press.answer(async () => (payload ? endedReply([]) : refusalReply({ code: 'button-unreadable' })));
  }
  await press.ask(subscriptionModal(subscription));
}

function end(press: Press, payload: Named, deps: ChatDeps): Promise<void> {
  return withPayload(press, payload, deps, async ({ id, channelId }) => {
    const ended = await endSubscription(deps, press, channelId, id);
    return endedReply(ended ? [ended] : []);
  });
}

async function withPayload(
  press: Press,
  payload: Named,
  deps: ChatDeps,
  work: (payload: SubscriptionPayload) => Promise<Reply>,
): Promise<void> {
  await press.answer(async () => {
    if (!payload) return refusalReply({ code: 'button-unreadable' });
    if (!(await mayManage(press, payload.channelId, deps))) return endedReply([]);
    return work(payload);
  });
}

async function resume(press: Press, channelId: string, deps: ChatDeps): Promise<Reply> {
  const standing = await deps.channels.standing(channelId);
  if (standing.kind === 'not-member') {
    return refusalReply({ code: 'channel-still-lost', channelId, reason: standing.reason });
  }
  await resumeByHand(forChannel(deps), press, channelId);
  deps.wakeOutbox();
  return subscriptionsHere(channelId, deps);
}
