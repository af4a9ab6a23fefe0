import type { App } from '@slack/bolt';
import { viewIds } from '../action-ids.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { submittedReply } from '../blocks/request/submitted.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from '../writes/fill-waiting.ts';

/** The review was confirmed: it becomes a request. Pressed or delivered twice, it is one. */
export function registerConfirmRequest(app: App, deps: SharedDeps): void {
  app.view(viewIds.review, async ({ ack, view, body, client }) => {
    await ack({ response_action: 'update', view: waitingModal() });
    const caller = { userId: body.user.id, channelId: undefined };
    const reply = await deps.desk
      .submit(caller, view.private_metadata)
      .then((submitted) => (submitted.ok ? submittedReply(submitted.value) : refusalReply(submitted.refusal)))
      .catch((error: unknown) => troubleReply(error, deps.log));
    await fillWaiting({ client, viewId: view.id }, replyModal('Request', reply));
  });
}
