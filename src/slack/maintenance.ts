import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { WindowDraft } from '../domain/alert/window-words.ts';
import { checkPermission } from '../usecases/access/check-permission.ts';
import type { WindowAsk } from '../usecases/alerts/alert-desk.ts';
import { mayPlan } from '../usecases/alerts/may-plan.ts';
import type { Caller } from '../usecases/caller.ts';
import { maintenanceModal } from './blocks/forms/maintenance.ts';
import { windowEndedReply, windowPlannedReply } from './blocks/maintenance.ts';
import { refusalReply } from './blocks/refusal.ts';
import type { Reply } from './blocks/reply.ts';
import type { ChatDeps } from './chat-deps.ts';
import { forChannel } from './personal.ts';
import { tellChannel } from './tell-channel.ts';
import { formMetadata } from './writes/form.ts';

/** Undefined: everybody in the channel was told. Whoever plans must be allowed to on each circuit that it fits. */
export async function planWindow(
  client: WebClient,
  caller: Caller,
  ask: WindowAsk,
  deps: ChatDeps,
): Promise<Reply | undefined> {
  const covered = await mayPlan(forChannel(deps), caller, ask.filter);
  if (!covered.ok) return refusalReply(covered.refusal);
  const planned = await deps.alerts.announce(caller, ask);
  if (!planned.ok) return refusalReply(planned.refusal);
  const reply = windowPlannedReply(planned.value, covered.value, deps.now());
  return (await tellChannel(client, ask.channelId, reply)) ? undefined : reply;
}

/** Asks for the rest, if this person may plan it; what they may not is said before they fill anything in. */
export async function askForWindow(
  caller: Caller,
  draft: WindowDraft,
  ask: (view: ModalView) => Promise<unknown>,
  deps: ChatDeps,
): Promise<Reply | undefined> {
  // Without a filter the circuits are still to be named: a role on some of them is enough to be asked.
  const leave =
    draft.filter.length === 0
      ? await checkPermission(forChannel(deps), caller, 'maintenance')
      : await mayPlan(forChannel(deps), caller, draft.filter);
  if (!leave.ok) return refusalReply(leave.refusal);
  await ask(maintenanceModal(draft, deps.now(), formMetadata(caller.channelId, '')));
  return undefined;
}

/** The same for its end, told where it is ended. */
export async function endWindow(
  client: WebClient,
  caller: Caller,
  id: string,
  deps: ChatDeps,
): Promise<Reply | undefined> {
  const windows = await deps.whole.maintenanceWindows();
  const window = windows.find((entry) => entry.id.toLowerCase() === id.toLowerCase());
  if (!window) return refusalReply({ code: 'window-unknown', id });
  const leave = await mayPlan(forChannel(deps), caller, window.filter);
  if (!leave.ok) return refusalReply(leave.refusal);
  const ended = await deps.alerts.endWindow(caller, window.id);
  if (!ended.ok) return refusalReply(ended.refusal);
  const reply = windowEndedReply(ended.value, caller.userId, deps.now());
  const isTold = caller.channelId !== undefined && (await tellChannel(client, caller.channelId, reply));
  return isTold ? undefined : reply;
}
