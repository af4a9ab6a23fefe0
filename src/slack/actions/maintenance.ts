import type { App } from '@slack/bolt';
import { actionIds } from '../action-ids.ts';
import { decode, WindowPayload } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { askForWindow, endWindow } from '../maintenance.ts';
import { onPress, type Press } from './press.ts';

export function registerMaintenance(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.maintenanceForm, shared, async (press, deps) => {
    const { userId, channelId, ask, answer } = press;
    const draft = { filter: [], effect: 'mark', note: '' } as const;
    const reply = await askForWindow({ userId, channelId }, draft, ask, deps);
    if (reply) await answer(async () => reply);
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
