import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Recipient = z.object({ channelId: z.string().optional(), userId: z.string().optional() });
const Stored = z.object({ owed: z.array(z.object({ to: Recipient })) });

/** How many messages the file says are still owed to a channel, or to the person of a direct one. */
export async function owedTo(storePath: string, channel: string): Promise<number> {
  const { owed } = Stored.parse(JSON.parse(await readFile(storePath, 'utf8')));
  const user = channel.startsWith('D') ? `U${channel.slice(1)}` : undefined;
  return owed.filter(({ to }) => to.channelId === channel || (user !== undefined && to.userId === user))
    .length;
}
