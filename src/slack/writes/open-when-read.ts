import type { ModalView } from '@slack/types';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from './fill-waiting.ts';
import type { Opener } from './opener.ts';

/**
 * Opens a modal at once, while the trigger lives, and fills it when what it shows has been read: with a form, or with
 * what there is to say instead.
 */
export async function openWhenRead(
  { client, triggerId }: Opener,
  deps: ChatDeps,
  read: () => Promise<ModalView | Reply>,
): Promise<void> {
  const opened = await client.views.open({ trigger_id: triggerId, view: waitingModal() });
  const shown = await read().catch((error: unknown) => troubleReply(error, deps.log));
  const view = 'type' in shown ? shown : replyModal('Trunkline', shown);
  if (opened.view?.id) await fillWaiting({ client, viewId: opened.view.id }, view);
}
