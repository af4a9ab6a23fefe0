import type { WebClient } from '@slack/web-api';
import type { WindowAsk } from '../usecases/alerts/alert-desk.ts';
import { mayPlan } from '../usecases/alerts/may-plan.ts';
import type { Caller } from '../usecases/caller.ts';
import { windowEndedReply, windowPlannedReply } from './blocks/maintenance.ts';
import { refusalReply } from './blocks/refusal.ts';
import type { Reply } from './blocks/reply.ts';
import type { ChatDeps } from './chat-deps.ts';
import { forChannel } from './personal.ts';
import { tellChannel } from './tell-channel.ts';

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
