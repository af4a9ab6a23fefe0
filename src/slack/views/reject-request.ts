import type { App } from '@slack/bolt';
import { viewIds } from '../action-ids.ts';
import { replyModal } from '../blocks/modals.ts';
import { refusalReply, refusalText } from '../blocks/refusal.ts';
import { reasonInput } from '../blocks/request/reject.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { troubleReply } from '../trouble.ts';
import { parseFormMetadata } from '../writes/form.ts';
import { textOf } from '../writes/values.ts';

/** A request was rejected, with its reason. Only memory is asked, so the verdict comes in time. */
export function registerRejectRequest(app: App, deps: SharedDeps): void {
  app.view(viewIds.reject, async ({ ack, view, body }) => {
    const { metadata: requestId, channelId } = parseFormMetadata(view.private_metadata);
    const reason = textOf(view.state.values, reasonInput);
    const caller = { userId: body.user.id, channelId };
    try {
      const rejected = await deps.desk.reject(caller, requestId, reason);
      if (rejected.ok) await ack({ response_action: 'clear' });
      else if (rejected.refusal.code === 'reason-missing' || rejected.refusal.code === 'reason-too-long') {
        await ack({
          response_action: 'errors',
          errors: { [reasonInput.block]: refusalText(rejected.refusal) },
        });
      } else
        await ack({
          response_action: 'update',
          view: replyModal('Not possible', refusalReply(rejected.refusal)),
        });
    } catch (error) {
      await ack({ response_action: 'update', view: replyModal('Trunkline', troubleReply(error, deps.log)) });
    }
  });
}
