import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Stored = z.object({
  owed: z.array(z.looseObject({})),
  parked: z.array(z.object({ reason: z.string() })),
  incidents: z.array(z.object({ state: z.string(), subject: z.object({ kind: z.string() }) })),
});

/** Why the bot is not done yet, as its file says; undefined: it owes nothing and waits for nothing. */
export async function unfinished(storePath: string): Promise<string | undefined> {
  const { owed, incidents } = Stored.parse(JSON.parse(await readFile(storePath, 'utf8')));
  const waiting = incidents.filter(
    ({ state, subject }) => state !== 'resolved' && (state !== 'open' || subject.kind === 'blind'),
  );
  if (owed.length + waiting.length === 0) return undefined;
  return `${owed.length} messages are owed, ${waiting.length} incidents are not over`;
}

/** Messages that Slack would not take. */
export async function refused(storePath: string): Promise<readonly string[]> {
  const { parked } = Stored.parse(JSON.parse(await readFile(storePath, 'utf8')));
  return parked.map(({ reason }) => `Slack refused a message: ${reason}`);
}
