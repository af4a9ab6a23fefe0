import type { App } from '@slack/bolt';
import { actionIds } from '../action-ids.ts';
import { maintenanceModal } from '../blocks/forms/maintenance.ts';
import { decode, WindowPayload } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { endWindow } from '../maintenance.ts';
import { formMetadata } from '../writes/form.ts';
import { onPress, type Press } from './press.ts';

export function registerMaintenance(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.maintenanceForm, shared, (press, { now }) => {
    const draft = { filter: [], effect: 'mark', note: '' } as const;
    return press.ask(maintenanceModal(draft, now(), formMetadata(press.channelId, '')));
  });
  onPress(app, actionIds.maintenanceEnd, shared, end);
}

async function end(press: Press, deps: ChatDeps): Promise<void> {
  const { userId, channelId, client, value } = press;
  const payload = decode(WindowPayload, value);
  const reply = payload
    ? await endWindow(client, { userId, channelId }, payload.window, deps)
    : refusalReply({ code: 'button-unreadable' });
  if (reply) await press.answer(async () => reply);
}
