import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { eventually } from './eventually.ts';
import { type PersonName, people } from './person.ts';
import type { World } from './world.ts';

const Entry = z.looseObject({
  act: z.string(),
  by: z.string().optional(),
  channelId: z.string().optional(),
  operation: z.string().optional(),
  requestId: z.string().optional(),
  circuit: z.object({ name: z.string() }).optional(),
  note: z.string().optional(),
});
export type TrailEntry = z.infer<typeof Entry>;

export const auditPath = ({ dataDir }: Pick<World, 'dataDir'>) => join(dataDir, 'audit.jsonl');

/** What stands in the audit trail's file, oldest first. */
export async function trailOf(world: Pick<World, 'dataDir'>): Promise<readonly TrailEntry[]> {
  const text = await readFile(auditPath(world), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Entry.parse(JSON.parse(line)));
}

const names = new Map<string, string>(Object.entries(people).map(([name, id]) => [id, name]));

/** An entry in short: `omar refuse lon-01: approve: own-request`; Trunkline's own are `bot …`. */
export function inShort({ by, act, circuit, note }: TrailEntry): string {
  const who = by === undefined ? 'bot' : (names.get(by) ?? by);
  return [`${who} ${act} ${circuit?.name ?? '-'}`, ...(note === undefined ? [] : [note])].join(': ');
}

/** The story of a circuit so far, each entry in short, when it ends so. */
export function awaitStory(
  world: Pick<World, 'dataDir'>,
  circuit: string,
  last: string | RegExp,
): Promise<readonly string[]> {
  return eventually(async () => {
    const story = (await trailOf(world)).filter((entry) => entry.circuit?.name === circuit).map(inShort);
    const end = story.at(-1) ?? '';
    if (typeof last === 'string' ? end !== last : !last.test(end))
      throw new Error(`the trail does not end with "${last}":\n${story.join('\n')}`);
    return story;
  });
}

/** The refusals of a person so far, as `operation: what was tried: why`. */
export async function refusalsOf(
  world: Pick<World, 'dataDir'>,
  name: PersonName,
): Promise<readonly string[]> {
  return (await trailOf(world))
    .filter(({ act, by }) => act === 'refuse' && by === people[name])
    .map(({ operation, note }) => `${operation ?? '-'}: ${note}`);
}
