import type { App } from '@slack/bolt';
import { parseWish, type Wish, type WishRefusal } from '../../domain/alert/subscription.ts';
import type { Result } from '../../domain/result.ts';
import { parseWords, type Word, type WordsRefusal } from '../../domain/text/words.ts';
import { subscribeChannel } from '../../usecases/subscribe-channel.ts';
import { viewIds } from '../action-ids.ts';
import { inputs, replyModal } from '../blocks/modals.ts';
import { decode, SubscriptionPayload } from '../blocks/payload.ts';
import { refusalReply, refusalText } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { subscribedReply } from '../blocks/subscriptions.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { forChannel, personalDeps } from '../personal.ts';
import { troubleReply } from '../trouble.ts';
import { chosenOf, type FormValues } from '../writes/values.ts';

/** A subscription was changed in its modal. Slack waits three seconds for the verdict. */
export function registerEditSubscriptionView(app: App, shared: SharedDeps): void {
  app.view(viewIds.editSubscription, async ({ ack, view, body }) => {
    const payload = decode(SubscriptionPayload, view.private_metadata);
    const wish = readWish(view.state.values);
    if (!wish.ok) {
      const block = wish.refusal.code === 'kind-unknown' ? inputs.kinds.block : inputs.filter.block;
      await ack({ response_action: 'errors', errors: { [block]: refusalText(wish.refusal) } });
      return;
    }
    const outcome = await personalDeps(shared, body.user.id)
      .then((deps) => save(payload, wish.value, body.user.id, deps))
      .catch((error: unknown) => ({
        kind: 'reply' as const,
        reply: troubleReply(error, shared.log),
      }));
    if (outcome.kind === 'error') {
      await ack({ response_action: 'errors', errors: { [inputs.filter.block]: outcome.text } });
    } else await ack({ response_action: 'update', view: replyModal('Subscription', outcome.reply) });
  });
}

type Saved =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'error'; readonly text: string };

async function save(
  payload: SubscriptionPayload | undefined,
  wish: Wish,
  userId: string,
  deps: ChatDeps,
): Promise<Saved> {
  const present = payload ? await deps.store.subscriptions(payload.channelId) : [];
  const old = present.find(({ id }) => id === payload?.id);
  if (!old) {
    return { kind: 'reply', reply: refusalReply({ code: 'subscription-ended' }) };
  }
  const leave = deps.access.mayTell(deps.sight, wish.filter);
  if (!leave.ok) return { kind: 'reply', reply: refusalReply(leave.refusal) };
  const { channelId, id } = old;
  const saved = await subscribeChannel(
    forChannel(deps),
    { userId, channelId: undefined },
    { channelId, wish, replaces: id },
  );
  if (!saved.ok) return { kind: 'error', text: refusalText(saved.refusal) };
  deps.wakeOutbox();
  return { kind: 'reply', reply: subscribedReply(saved.value) };
}

function readWish(values: FormValues): Result<Wish, WishRefusal | WordsRefusal> {
  const words = parseWords(values[inputs.filter.block]?.[inputs.filter.action]?.value ?? '');
  if (!words.ok) return words;
  const chosen = values[inputs.kinds.block]?.[inputs.kinds.action]?.selected_options ?? [];
  const kinds: readonly Word[] = chosen.map(({ value }) => ({ key: 'kind', value }));
  const atLeast = chosenOf(values, inputs.atLeast);
  // Everything is no narrowing: the wish is then as one that says nothing of it.
  const severity = atLeast === '' || atLeast === 'info' ? [] : [{ key: 'severity', value: atLeast }];
  return parseWish([...words.value, ...kinds, ...severity]);
}
