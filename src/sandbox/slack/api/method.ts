import { z } from 'zod';
import { type JsonObject, readJson } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { invalidArguments, missingScope, type Reply } from './reply.ts';

export type Method = (world: SlackWorld, rawArguments: JsonObject) => Reply;

/** A Web API method: the bot scope it asks for (none: null), its arguments, what it does. */
export function defineMethod<Arguments>(
  scope: string | null,
  schema: z.ZodType<Arguments>,
  run: (world: SlackWorld, args: Arguments) => Reply,
): Method {
  return (world, rawArguments) => {
    if (scope !== null && !world.grants.has(scope)) return missingScope(world, scope);
    const parsed = schema.safeParse(rawArguments);
    return parsed.success
      ? run(world, parsed.data)
      : invalidArguments(parsed.error.issues.map(inSlacksWords));
  };
}

function inSlacksWords(issue: z.core.$ZodIssue): string {
  const field = String(issue.path[0] ?? '');
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return missing
    ? `[ERROR] missing required field: ${field}`
    : `[ERROR] invalid value [json-pointer:/${field}]`;
}

/** Arguments come as form text, too: "true" and "1" are true there. */
export const flag = z
  .preprocess((value) => value === true || value === 'true' || value === 1 || value === '1', z.boolean())
  .optional();

/** A JSON argument: a text when it comes in a form, itself in a JSON body. Text that is no JSON stays text. */
export const json = z
  .preprocess(
    (value) => (typeof value === 'string' ? (readJson(value) ?? value) : value),
    z.unknown().optional(),
  )
  .optional();

export const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string());

/** A page size: 100 when it is absent, at most 999. */
export const limit = z.coerce.number().int().min(1).max(1_000).default(100);
