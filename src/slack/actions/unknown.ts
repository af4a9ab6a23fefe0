import type { App } from '@slack/bolt';
import { actionIds } from '../action-ids.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { onPress } from './press.ts';

const known = Object.values(actionIds).map((id) => id.replaceAll('.', '\\.'));
const unknown = new RegExp(`^(?!(?:${known.join('|')})$)`, 'u');

/** Messages outlive the version that sent them: a button that is there no more is answered, not left to time out. */
export function registerUnknown(app: App, deps: SharedDeps): void {
  onPress(app, unknown, deps, (press) =>
    press.answer(async () => refusalReply({ code: 'button-unreadable' })),
  );
}
