import { z } from 'zod';
import { validateOptions } from '../block-kit/validate-options.ts';
import type { PlacedElement } from '../world/block-elements.ts';
import { JsonObject, readJson } from '../world/json.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { deliverInteraction } from './interaction.ts';
import { type Place, placeJson } from './place.ts';

const Answer = z.object({
  options: z.array(JsonObject).optional(),
  option_groups: z.array(z.object({ label: JsonObject, options: z.array(JsonObject) })).optional(),
});
export type Suggested = z.infer<typeof Answer> | { readonly error: string };

/** Asks the bot what an external select offers for the typed text. */
export async function askForOptions(
  world: SlackWorld,
  asked: { person: Person; place: Place; placed: PlacedElement; value: string },
): Promise<Suggested> {
  const { person, place, placed, value } = asked;
  const delivery = await deliverInteraction(world, person, {
    type: 'block_suggestion',
    ...placeJson(world, place),
    action_id: placed.actionId,
    block_id: placed.blockId,
    value,
  });
  if (!delivery.ok) return { error: delivery.error };
  const answer = Answer.safeParse(readJson(delivery.body));
  if (!answer.success) return { error: 'the bot answered no options' };
  const problems = validateOptions(answer.data);
  if (problems.length > 0) return { error: problems.join('; ') };
  const { options = [], option_groups: groups = [] } = answer.data;
  world.suggestions.remember(placed.actionId, [...options, ...groups.flatMap((group) => group.options)]);
  return answer.data;
}
