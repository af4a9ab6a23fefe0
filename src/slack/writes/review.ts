import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Intent } from '../../domain/operation/intent.ts';
import type { Caller } from '../../usecases/caller.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { reviewModal } from '../blocks/review.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting, type OpenModal } from './fill-waiting.ts';

/** Fills an open modal with what would be done, for the person to confirm; or with why it may not be done. */
export async function showReview(
  modal: OpenModal,
  caller: Caller,
  intent: Intent,
  deps: ChatDeps,
): Promise<void> {
  const view = await reviewOf(caller, intent, deps);
  await fillWaiting(modal, view);
}

/** What would be done, for the person to confirm; or why it may not be done. */
export function reviewOf(caller: Caller, intent: Intent, deps: ChatDeps): Promise<ModalView> {
  return deps.desk
    .propose(caller, intent)
    .then((proposed) =>
      proposed.ok
        ? reviewModal(proposed.value, deps.now())
        : replyModal('Not possible', refusalReply(proposed.refusal)),
    )
    .catch((error: unknown) => replyModal('Trunkline', troubleReply(error, deps.log)));
}

/** Opens a modal at once, while the trigger lives, and fills it with the review. For what needs no form. */
export async function openReview(
  { client, triggerId }: { readonly client: WebClient; readonly triggerId: string },
  caller: Caller,
  intent: Intent,
  deps: ChatDeps,
): Promise<void> {
  const opened = await client.views.open({ trigger_id: triggerId, view: waitingModal() });
  const viewId = opened.view?.id;
  if (viewId) await showReview({ client, viewId }, caller, intent, deps);
}
