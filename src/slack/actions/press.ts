import type { App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { platformCode } from '../outcome.ts';
import { personalDeps } from '../personal.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from '../writes/fill-waiting.ts';
import type { FormValues } from '../writes/values.ts';

/** Something was pressed or chosen, in a message, a modal or App Home. */
export type Press = {
  readonly userId: string;
  /** Undefined in App Home and modals. */
  readonly channelId: string | undefined;
  /** It stands where this person alone sees it: in a modal, App Home, or a message to them alone. */
  readonly isPrivate: boolean;
  readonly client: WebClient;
  /** Good for one modal, within three seconds. */
  readonly triggerId: string;
  /** The button's value or the chosen option's. */
  readonly value: string;
  /** The modal or App Home in which it was pressed, as it stands. */
  readonly view: PressedView | undefined;
  /**
   * Answers the person alone: beside the message, or in a modal where there is no message. `instead`: an answer that
   * only this person sees is replaced by the new one.
   */
  readonly answer: (work: () => Promise<Reply>, how?: { readonly instead?: boolean }) => Promise<void>;
  /** Asks the person something in a modal, above the one that the press came from. */
  readonly ask: (view: ModalView) => Promise<void>;
};

/** `hash` tells this version of the view from later ones. */
export type PressedView = {
  readonly id: string;
  readonly hash: string;
  readonly metadata: string;
  readonly values: FormValues;
};

type Args = SlackActionMiddlewareArgs<BlockAction> & { client: WebClient };

/**
 * Listens to one action: acknowledges at once, turns away whoever may look at nothing, and tells the person when
 * something broke.
 */
export function onPress(
  app: App,
  actionId: string | RegExp,
  shared: SharedDeps,
  listener: (press: Press, deps: ChatDeps) => Promise<void>,
): void {
  app.action<BlockAction>(actionId, async (args) => {
    await args.ack();
    const press = toPress(args, shared);
    await answerPress(press, shared, listener).catch((error: unknown) =>
      press.answer(async () => troubleReply(error, shared.log)),
    );
  });
}

async function answerPress(
  press: Press,
  shared: SharedDeps,
  listener: (press: Press, deps: ChatDeps) => Promise<void>,
): Promise<void> {
  const deps = await personalDeps(shared, press.userId);
  const { refusal } = deps.sight;
  await (refusal ? press.answer(async () => refusalReply(refusal)) : listener(press, deps));
}

function toPress(args: Args, deps: SharedDeps): Press {
  const { body, client } = args;
  const channelId = body.channel?.id;
  return {
    userId: body.user.id,
    channelId,
    isPrivate: channelId === undefined || body.container?.is_ephemeral === true,
    client,
    triggerId: body.trigger_id,
    value: pressedValue(args.action),
    view: pressedView(body.view),
    answer: (work, { instead = false } = {}) =>
      channelId === undefined
        ? answerInModal(args, deps, work)
        : answerInMessage(args, deps, work, instead && body.container?.is_ephemeral === true),
    ask: async (view) => {
      await openModal(client, body, view);
    },
  };
}

function pressedView(view: BlockAction['view']): PressedView | undefined {
  if (!view) return undefined;
  const { id, hash, private_metadata: metadata, state } = view;
  return { id, hash, metadata, values: state?.values ?? {} };
}

function pressedValue(action: Args['action']): string {
  if ('selected_option' in action) {
    const { selected_option: chosen } = action;
    return chosen && 'value' in chosen ? (chosen.value ?? '') : '';
  }
  return 'value' in action && typeof action.value === 'string' ? action.value : '';
}

async function answerInMessage(
  { respond }: Args,
  deps: SharedDeps,
  work: () => Promise<Reply>,
  replace: boolean,
): Promise<void> {
  const reply = await work().catch((error: unknown) => troubleReply(error, deps.log));
  await respond({ response_type: 'ephemeral', replace_original: replace, ...reply });
}

/** A trigger lives three seconds: the modal opens first and is filled when the answer is there. */
async function answerInModal(
  { client, body }: Args,
  deps: SharedDeps,
  work: () => Promise<Reply>,
): Promise<void> {
  const opened = await openModal(client, body, waitingModal());
  const reply = await work().catch((error: unknown) => troubleReply(error, deps.log));
  if (opened) await fillWaiting({ client, viewId: opened }, replyModal('Trunkline', reply));
}

/** Returns the modal's id. Slack stacks three: above that, the top one is used again. */
async function openModal(
  { views }: WebClient,
  { view: below, trigger_id }: BlockAction,
  view: ModalView,
): Promise<string | undefined> {
  if (below?.type !== 'modal') return (await views.open({ trigger_id, view })).view?.id;
  try {
    return (await views.push({ trigger_id, view })).view?.id;
  } catch (error) {
    if (platformCode(error) !== 'push_limit_reached') throw error;
    return (await views.update({ view_id: below.id, view })).view?.id;
  }
}
