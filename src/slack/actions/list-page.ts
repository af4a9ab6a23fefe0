import type { App } from '@slack/bolt';
import { parseFilter } from '../../domain/circuit/filter.ts';
import { parseWords } from '../../domain/text/words.ts';
import { listCircuits } from '../../usecases/list-circuits.ts';
import { actionIds } from '../action-ids.ts';
import { circuitListReply } from '../blocks/circuit-list.ts';
import { decode, PagePayload } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { onPress } from './press.ts';

/** Another page of the list; Slack wants each button of a message to have an action of its own. */
export function registerListPage(app: App, shared: SharedDeps): void {
  for (const actionId of [actionIds.listPage, actionIds.listPrevious]) {
    onPress(app, actionId, shared, (press, deps) =>
      press.answer(() => pageReply(press.value, deps), { instead: true }),
    );
  }
}

async function pageReply(value: string, deps: ChatDeps): Promise<Reply> {
  const payload = decode(PagePayload, value);
  if (!payload) return refusalReply({ code: 'button-unreadable' });
  return filteredListReply(payload.filter, payload.page, deps);
}

/** The list for a filter as a person would type it. */
export async function filteredListReply(text: string, page: number, deps: ChatDeps): Promise<Reply> {
  const words = parseWords(text);
  if (!words.ok) return refusalReply(words.refusal);
  const filter = parseFilter(words.value);
  if (!filter.ok) return refusalReply(filter.refusal);
  return circuitListReply(await listCircuits(deps, filter.value, page), deps.now());
}
