import type { App } from '@slack/bolt';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { actionIds } from '../action-ids.ts';
import { quietModal } from '../blocks/forms/quiet.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { alertChannel } from '../commands/alert-channel.ts';
import { endQuiet, quietHoursOf } from '../quiet.ts';
import { formMetadata } from '../writes/form.ts';
import { onPress, type Press } from './press.ts';

/** The quiet hours of the channel where it was pressed: no value names another one. */
export function registerQuiet(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.quietForm, shared, async (press, deps) => {
    const channelId = await channelOf(press, deps);
    if (channelId === undefined) return unreadable(press);
    const leave = await checkPermission(deps, press, 'maintenance');
    if (!leave.ok) return press.answer(async () => refusalReply(leave.refusal));
    await press.ask(quietModal(await quietHoursOf(channelId, deps), formMetadata(channelId, '')));
  });
  onPress(app, actionIds.quietEnd, shared, async (press, deps) => {
    const channelId = await channelOf(press, deps);
    if (channelId === undefined) return unreadable(press);
    const { userId, client } = press;
    const reply = await endQuiet(client, { userId, channelId: press.channelId }, channelId, deps);
    if (reply) await press.answer(async () => reply);
  });
}

async function channelOf({ channelId, userId }: Press, deps: ChatDeps): Promise<string | undefined> {
  return channelId === undefined ? undefined : alertChannel({ channelId, userId }, deps);
}

function unreadable({ answer }: Press): Promise<void> {
  return answer(async () => refusalReply({ code: 'button-unreadable' }));
}
