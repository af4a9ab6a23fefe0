import type { App } from '@slack/bolt';
import { peeringTypes } from '../../domain/peering/peering.ts';
import type { PeeringWish } from '../../domain/peering/wish.ts';
import { viewIds } from '../action-ids.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import { peeringChoiceInput, peeringDeeds } from '../blocks/forms/peering-choice.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';
import { parseFormMetadata } from '../writes/form.ts';
import { goOnWithPeering } from '../writes/peering.ts';
import { chosenOf } from '../writes/values.ts';

/** Which peering was chosen, and what to do with it: the form or the review takes the place of the choice. */
export function registerPeeringChoice(app: App, shared: SharedDeps): void {
  app.view(viewIds.peeringChoice, async ({ ack, view, body, client }) => {
    const { channelId, metadata } = parseFormMetadata(view.private_metadata);
    const caller = { userId: body.user.id, channelId };
    const deps = await personalDeps(shared, caller.userId);
    const known = circuitOfToken(metadata, await deps.store.circuits());
    const wish = parseChoice(chosenOf(view.state.values, peeringChoiceInput));
    if (!known || !wish) {
      const refusal: ChatRefusal = known ? { code: 'button-unreadable' } : { code: 'circuit-gone', name: '' };
      await ack({
        response_action: 'update',
        view: replyModal('Not possible', refusalReply(refusal)),
      });
      return;
    }
    await ack({ response_action: 'update', view: waitingModal() });
    await goOnWithPeering({ client, viewId: view.id, caller }, known, deps, wish);
  });
}

function parseChoice(value: string): PeeringWish | undefined {
  const [typed, type] = value.split(':');
  const deed = peeringDeeds.find((one) => one === typed);
  const peering = peeringTypes.find((one) => one === type);
  return deed && peering ? { peering, remove: deed === 'remove' } : undefined;
}
