import { z } from 'zod';
import { readView } from '../api/view-definition.ts';
import { asList, asObject, asText, isObject, type JsonObject, readJson } from '../world/json.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { viewJson } from '../world/view-json.ts';
import type { View } from '../world/views.ts';
import { deliverInteraction } from './interaction.ts';

/** What a bot may answer a submission with; nothing closes the modal. */
const Answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);
type Answer = z.infer<typeof Answer>;

/** What became of a submission, for the person's eyes. */
export type Submitted =
  | { readonly ok: true; readonly response_action: 'close' | 'clear' }
  | {
      readonly ok: true;
      readonly response_action: 'errors';
      readonly errors: Readonly<Record<string, string>>;
    }
  | { readonly ok: true; readonly response_action: 'update' | 'push'; readonly view: JsonObject }
  | { readonly ok: false; readonly error: string; readonly messages?: unknown };

/** Sends a filled-in modal to the bot and does with it what the bot answers. */
export async function deliverSubmission(world: SlackWorld, person: Person, view: View): Promise<Submitted> {
  world.files.hand(fileIdsIn(view));
  const delivery = await deliverInteraction(world, person, {
    type: 'view_submission',
    trigger_id: world.triggers.issue(person.id, view.id),
    view: viewJson(view),
    response_urls: [],
  });
  if (!delivery.ok) return { ok: false, error: delivery.error };
  const body = readJson(delivery.body);
  if (!isObject(body) || Object.keys(body).length === 0) {
    world.views.close(view);
    return { ok: true, response_action: 'close' };
  }
  const answer = Answer.safeParse(body);
  if (!answer.success) return { ok: false, error: 'invalid_response_action' };
  // While it answered, the bot may have changed the view through the Web API.
  return apply(world, world.views.find(view.id) ?? view, answer.data);
}

/** Whoever submits a form lets the app have the files in it. */
const fileIdsIn = (view: View): readonly string[] =>
  Object.values(view.values)
    .flatMap((block) => Object.values(block))
    .flatMap((state) => asList(state.files))
    .map((file) => asText(asObject(file).id));

function apply(world: SlackWorld, view: View, answer: Answer): Submitted {
  if (answer.response_action === 'errors') return showErrors(view, answer.errors);
  if (answer.response_action === 'clear') {
    world.views.clear(view.user);
    return { ok: true, response_action: 'clear' };
  }
  const read = readView(world, answer.view, 'modal', view);
  if ('refusal' in read) {
    return {
      ok: false,
      error: 'invalid_view',
      messages: read.refusal.response_metadata ?? read.refusal.error,
    };
  }
  const isUpdate = answer.response_action === 'update';
  const shown = isUpdate
    ? world.views.update(view, read.definition)
    : world.views.push(view.user, read.definition);
  if (!shown) return { ok: false, error: 'push_limit_reached' };
  return { ok: true, response_action: answer.response_action, view: viewJson(shown) };
}

/** Errors stand below input blocks: naming anything else is a fault of the bot, and the person sees nothing. */
function showErrors(view: View, errors: Readonly<Record<string, string>>): Submitted {
  const inputs = view.definition.blocks
    .filter((block) => block.type === 'input')
    .map((block) => block.block_id);
  const stray = Object.keys(errors).filter((blockId) => !inputs.includes(blockId));
  if (stray.length > 0) return { ok: false, error: 'invalid_errors', messages: stray };
  return { ok: true, response_action: 'errors', errors };
}

/** The person closes a modal; the bot hears of it only when the modal asked for that. */
export async function deliverClosed(world: SlackWorld, person: Person, view: View): Promise<void> {
  const clears = view.definition.clear_on_close === true;
  if (clears) world.views.clear(person.id);
  else world.views.close(view);
  if (view.definition.notify_on_close !== true) return;
  await deliverInteraction(world, person, { type: 'view_closed', view: viewJson(view), is_cleared: clears });
}
