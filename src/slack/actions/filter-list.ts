import type { App } from '@slack/bolt';
import { parseFilter } from '../../domain/circuit/filter.ts';
import { parseWords } from '../../domain/text/words.ts';
import { actionIds } from '../action-ids.ts';
import { filterModal } from '../blocks/modals.ts';
import { decode, PagePayload } from '../blocks/payload.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { onPress } from './press.ts';

/** Opens the modal that narrows the list. A filter that cannot be read any more opens it empty. */
export function registerFilterList(app: App, deps: SharedDeps): void {
  onPress(app, actionIds.filterList, deps, async ({ ask, channelId, value }) => {
    const words = parseWords(decode(PagePayload, value)?.filter ?? '');
    const filter = words.ok ? parseFilter(words.value) : words;
    await ask(filterModal(filter.ok ? filter.value : [], channelId ?? ''));
  });
}
