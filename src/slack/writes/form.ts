import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Intent } from '../../domain/operation/intent.ts';
import type { Result } from '../../domain/result.ts';
import type { Caller } from '../../usecases/caller.ts';
import { refilledModal, type SubmittedForm } from '../blocks/forms/refilled.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { type ChatRefusal, refusalText } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';
import { fillWaiting } from './fill-waiting.ts';
import { proposedReview } from './review.ts';
import type { FormValues } from './values.ts';

/** What is wrong with which input, by block id. Slack shows it below the input. */
export type FormProblems = Readonly<Record<string, ChatRefusal>>;

/** Reads a submitted form. Only memory may be asked: Slack waits three seconds for the verdict. */
export type ReadForm = (
  values: FormValues,
  form: { readonly metadata: string; readonly caller: Caller },
  deps: ChatDeps,
) => Promise<Result<Intent, FormProblems>>;

/**
 * Listens to the submission of one form. What is mistyped is shown in it; otherwise the modal waits while Azure is
 * read, and then shows what would be done, or the form again below why it may not be.
 */
export function onForm(app: App, viewId: string, shared: SharedDeps, read: ReadForm): void {
  app.view(viewId, async ({ ack, view, body, client }) => {
    const { channelId, metadata } = parseFormMetadata(view.private_metadata);
    const caller = { userId: body.user.id, channelId };
    const deps = await personalDeps(shared, caller.userId);
    const intent = await read(view.state.values, { metadata, caller }, deps);
    if (!intent.ok) {
      await ack(problemsAnswer(intent.refusal));
      return;
    }
    await ack({ response_action: 'update', view: waitingModal() });
    const review = await proposedReview(caller, intent.value, deps);
    const next = review.ok ? review.value : refusedForm(view, review.refusal);
    await fillWaiting({ client, viewId: view.id }, next);
  });
}

/** A payload without its form is not Slack's own: there is nothing to go back to. */
export function refusedForm(form: SubmittedForm, refusal: Reply): ModalView {
  const { blocks, title }: Partial<SubmittedForm> = form;
  return blocks && title ? refilledModal(form, refusal) : replyModal('Not possible', refusal);
}

/** What is wrong, as Slack shows it: below each input. */
export function problemsAnswer(problems: FormProblems) {
  const errors = Object.entries(problems).map(([block, refusal]) => [block, refusalText(refusal)]);
  return { response_action: 'errors', errors: Object.fromEntries(errors) } as const;
}

/** What a form carries: where it was asked for, and whatever its reader needs (names only, never a right). */
export function formMetadata(channelId: string | undefined, metadata: string): string {
  return JSON.stringify({ channelId: channelId ?? '', metadata });
}

export function parseFormMetadata(text: string): { channelId: string | undefined; metadata: string } {
  try {
    const { channelId, metadata } = JSON.parse(text);
    return {
      channelId: typeof channelId === 'string' && channelId !== '' ? channelId : undefined,
      metadata: typeof metadata === 'string' ? metadata : '',
    };
  } catch {
    return { channelId: undefined, metadata: '' };
  }
}
