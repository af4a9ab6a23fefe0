import type { App } from '@slack/bolt';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { actionIds } from '../action-ids.ts';
import { type CreateChoice, createInputs as inputs } from '../blocks/forms/create-inputs.ts';
import { replyModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { platformCode } from '../outcome.ts';
import { createForm } from '../writes/create.ts';
import { parseFormMetadata } from '../writes/form.ts';
import { createReading } from '../writes/reading.ts';
import type { FormValues } from '../writes/values.ts';
import { onPress, type Press, type PressedView } from './press.ts';

/** What the form of a new circuit offers follows from what is chosen in it. */
export function registerCreateForm(app: App, shared: SharedDeps): void {
  for (const actionId of [actionIds.createSubscription, actionIds.createGroup, actionIds.createProvider]) {
    onPress(app, actionId, shared, (press, deps) =>
      press.view
        ? renew(press, press.view, deps)
        : press.answer(async () => refusalReply({ code: 'button-unreadable' })),
    );
  }
}

async function renew({ userId, client }: Press, view: PressedView, deps: ChatDeps): Promise<void> {
  const { channelId } = parseFormMetadata(view.metadata);
  const leave = await checkPermission(deps, { userId, channelId }, 'create');
  const shown = leave.ok
    ? await createForm(view.metadata, chosenIn(view.values, deps), deps, nameIn(view.values))
    : replyModal('New circuit', refusalReply(leave.refusal));
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: shown });
  } catch (error) {
    // Something else was chosen meanwhile, and that answer is on its way; or the form was closed.
    if (!['hash_conflict', 'not_found'].includes(platformCode(error))) throw error;
  }
}

/** Kept as it was typed, after the command or in the form. */
function nameIn(values: FormValues): string {
  return createReading(values).text(inputs.name);
}

function chosenIn(values: FormValues, { subscriptionIds }: ChatDeps): CreateChoice {
  const reading = createReading(values);
  const [first = ''] = subscriptionIds;
  const asked = reading.chosen(inputs.subscription);
  return {
    subscriptionId: subscriptionIds.includes(asked) ? asked : first,
    resourceGroup: reading.given(inputs.resourceGroup),
    provider: reading.given(inputs.provider),
  };
}
