import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody, readQuery } from '../../control/bad-call.ts';
import { deliverAction } from '../deliver/action.ts';
import type { Place } from '../deliver/place.ts';
import { askForOptions } from '../deliver/suggestion.ts';
import { app } from '../world/app-identity.ts';
import type { PlacedElement } from '../world/block-elements.ts';
import type { JsonObject } from '../world/json.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { chosen } from './choose.ts';
import { outcome } from './outcome.ts';
import { elementOf, placeOf } from './place.ts';
import { personOf, requireBot } from './subjects.ts';

const place = {
  user: z.string(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  view_id: z.string().optional(),
  action_id: z.string(),
  block_id: z.string().optional(),
};
const Action = z.object({ ...place, value: z.unknown().optional() });
const Options = z.object({ ...place, value: z.string().default('') });

const noChoice = ['button', 'workflow_button', 'feedback_buttons', 'icon_button'];
/** A choice that an act without a value would not say. */
const needsValue = ['overflow', 'static_select', 'external_select', 'radio_buttons'];

export function createActionRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.post('/action', async (context) => {
    const call = await readBody(context, Action);
    const person = personOf(call.user);
    const at = placeOf(world, person, call);
    const placed = elementOf(at, call);
    if (needsValue.includes(placed.type) && call.value === undefined) {
      throw new BadCall(`value is missing: ${placed.actionId} is a choice`);
    }
    const state = noChoice.includes(placed.type)
      ? { type: placed.type }
      : chosen(world, person.id, placed, call.value);
    return context.json(await act(world, person, at, placed, state));
  });
  routes.get('/options', async (context) => {
    const call = readQuery(context, Options);
    const person = personOf(call.user);
    const at = placeOf(world, person, call);
    const placed = elementOf(at, { action_id: call.action_id, block_id: call.block_id });
    requireBot(world);
    const suggested = await askForOptions(world, { person, place: at, placed, value: call.value });
    if ('error' in suggested) throw new BadCall(`the bot gave no options: ${suggested.error}`);
    return context.json(suggested);
  });
  return routes;
}

async function act(
  world: SlackWorld,
  person: Person,
  at: Place,
  placed: PlacedElement,
  state: JsonObject,
): Promise<JsonObject> {
  const place = remember(world, at, placed, state);
  const silent = placed.input !== undefined && placed.input.dispatch_action !== true;
  const foreign = place.kind === 'message' && place.message.user !== app.botUserId;
  if (silent || foreign) return { ok: true, delivered: false };
  requireBot(world);
  return outcome(await deliverAction(world, { person, place, placed, state }));
}

/** What is filled into a view stays there until it is submitted. */
function remember(world: SlackWorld, at: Place, placed: PlacedElement, state: JsonObject): Place {
  const keeps = at.kind === 'view' && placed.type !== 'overflow' && !noChoice.includes(placed.type);
  if (!keeps) return at;
  return { kind: 'view', view: world.views.setValue(at.view, placed.blockId, placed.actionId, state) };
}
