import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Intent } from '../../domain/operation/intent.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Caller } from '../../usecases/caller.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { reviewModal } from '../blocks/review.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from './fill-waiting.ts';
import { forecastOf } from './forecast.ts';

/** What would be done, for the person to confirm; refused with why it may not be done. */
export async function proposedReview(
  caller: Caller,
  intent: Intent,
  deps: ChatDeps,
): Promise<Result<ModalView, Reply>> {
  // Beside Azure's answer, which takes longer: what is refused does not wait for it.
  const forecast = forecastOf(intent, deps);
  try {
    const proposed = await deps.desk.propose(caller, intent);
    return proposed.ok
      ? answer(reviewModal(proposed.value, deps.now(), await forecast))
      : refuse(refusalReply(proposed.refusal));
  } catch (error) {
    return refuse(troubleReply(error, deps.log));
  }
}

/** The same where there is no form to go back to. */
export async function reviewOf(caller: Caller, intent: Intent, deps: ChatDeps): Promise<ModalView> {
  const review = await proposedReview(caller, intent, deps);
  return review.ok ? review.value : replyModal('Not possible', review.refusal);
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
  if (viewId) await fillWaiting({ client, viewId }, await reviewOf(caller, intent, deps));
}
