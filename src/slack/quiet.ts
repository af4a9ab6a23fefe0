import type { WebClient } from '@slack/web-api';
import type { QuietHours } from '../domain/alert/quiet.ts';
import type { QuietAsk } from '../domain/alert/quiet-words.ts';
import { checkPermission } from '../usecases/access/check-permission.ts';
import type { Caller } from '../usecases/caller.ts';
import { quietEndedReply, quietReply, quietSetReply } from './blocks/quiet.ts';
import { refusalReply } from './blocks/refusal.ts';
import type { Reply } from './blocks/reply.ts';
import type { ChatDeps } from './chat-deps.ts';
import { tellChannel } from './tell-channel.ts';

/** A channel's quiet hours as they are. */
export async function quietHoursOf(
  channelId: string,
  { whole }: Pick<ChatDeps, 'whole'>,
): Promise<QuietHours | undefined> {
  return (await whole.quietHours()).find((hours) => hours.channelId === channelId);
}

/** Undefined: everybody in the channel was told. */
export async function setQuiet(
  client: WebClient,
  caller: Caller,
  ask: QuietAsk & { readonly channelId: string },
  deps: ChatDeps,
): Promise<Reply | undefined> {
  const leave = await checkPermission(deps, caller, 'maintenance');
  if (!leave.ok) return refusalReply(leave.refusal);
  const reply = quietSetReply(await deps.alerts.setQuietHours(caller, ask));
  return (await tellChannel(client, ask.channelId, reply)) ? undefined : reply;
}

/** The same for their end. */
export async function endQuiet(
  client: WebClient,
  caller: Caller,
  channelId: string,
  deps: ChatDeps,
): Promise<Reply | undefined> {
  const leave = await checkPermission(deps, caller, 'maintenance');
  if (!leave.ok) return refusalReply(leave.refusal);
  if (!(await deps.alerts.endQuietHours(caller, channelId))) return quietReply(channelId, undefined);
  const reply = quietEndedReply(caller.userId);
  return (await tellChannel(client, channelId, reply)) ? undefined : reply;
}
