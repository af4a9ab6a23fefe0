import type { App } from '@slack/bolt';
import { parseFilter } from '../../domain/circuit/filter.ts';
import { parseWords } from '../../domain/text/words.ts';
import { viewIds } from '../action-ids.ts';
import { filteredListReply } from '../actions/list-page.ts';
import { inputs, replyModal } from '../blocks/modals.ts';
import { refusalReply, refusalText } from '../blocks/refusal.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';

/** The filter was typed: wrong ones are said under the field, right ones answer where the button was pressed. */
export function registerFilterListView(app: App, shared: SharedDeps): void {
  app.view(viewIds.filterList, async ({ ack, view, body, client }) => {
    const text = view.state.values[inputs.filter.block]?.[inputs.filter.action]?.value ?? '';
    const words = parseWords(text);
    const filter = words.ok ? parseFilter(words.value) : words;
    if (!filter.ok) {
      await ack({
        response_action: 'errors',
        errors: { [inputs.filter.block]: refusalText(filter.refusal) },
      });
      return;
    }
    const deps = await personalDeps(shared, body.user.id);
    const { refusal } = deps.sight;
    const reply = refusal ? refusalReply(refusal) : await filteredListReply(text, 0, deps);
    const channel = view.private_metadata;
    // A direct conversation is only the bot's own where it may post; a modal works everywhere.
    if (channel === '' || channel.startsWith('D')) {
      await ack({ response_action: 'update', view: replyModal('Circuits', reply) });
      return;
    }
    await ack();
    await client.chat
      .postEphemeral({ channel, user: body.user.id, ...reply })
      .catch(() => client.chat.postMessage({ channel: body.user.id, ...reply }));
  });
}
