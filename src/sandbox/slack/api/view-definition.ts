import { asksForFiles } from '../block-kit/asks-for-files.ts';
import { validateView, viewTooLarge } from '../block-kit/validate.ts';
import { withIds } from '../world/block-elements.ts';
import { asList, asObject, isObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import type { View, ViewDefinition } from '../world/views.ts';
import { invalidArguments, missingScope, type Reply, refuse } from './reply.ts';

type Read = { readonly definition: ViewDefinition } | { readonly refusal: Reply };

/** The view in a call, or why Slack does not take it. `replaced` may keep its own external_id. */
export function readView(world: SlackWorld, raw: unknown, type: View['type'], replaced?: View): Read {
  const blocks = asList(asObject(raw).blocks);
  if (!isObject(raw)) return { refusal: invalidArguments(['[ERROR] missing required field: view']) };
  if (viewTooLarge(raw)) return { refusal: refuse('view_too_large') };
  const problems = validateView(raw);
  if (problems.length > 0) return { refusal: invalidArguments(problems) };
  if (raw.type !== type)
    return { refusal: invalidArguments([`[ERROR] must be a ${type} view [json-pointer:/view/type]`]) };
  if (asksForFiles(blocks) && !world.grants.has('files:read')) {
    return { refusal: missingScope(world, 'files:read') };
  }
  const external = raw.external_id;
  const taken = typeof external === 'string' && external !== '' && world.views.findByExternalId(external);
  if (taken && taken.id !== replaced?.id) return { refusal: refuse('duplicate_external_id') };
  return { definition: { ...raw, blocks: withIds(blocks) } };
}
