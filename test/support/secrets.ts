import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { channels } from './person.ts';
import type { World } from './world.ts';

/** Service keys and authorization keys, as the sandbox's Azure tells them to whoever may list circuits. */
export async function keysInAzure({
  url,
  environment,
}: Pick<World, 'url' | 'environment'>): Promise<readonly string[]> {
  const Page = z.object({
    value: z.array(z.object({ properties: z.looseObject({ serviceKey: z.string() }) })),
  });
  const keys = environment.AZURE_SUBSCRIPTION_IDS?.split(',').map(async (id) => {
    const path = `/subscriptions/${id}/providers/Microsoft.Network/expressRouteCircuits?api-version=2024-05-01`;
    const headers = { authorization: `Bearer ${environment.AZURE_STATIC_TOKEN}` };
    const text = await (await fetch(`${url}/azure${path}`, { headers })).text();
    const authorizations = [...text.matchAll(/"authorizationKey": *"([^"]+)"/gu)].map(([, key = '']) => key);
    return [
      ...Page.parse(JSON.parse(text)).value.map(({ properties }) => properties.serviceKey),
      ...authorizations,
    ];
  });
  return (await Promise.all(keys ?? [])).flat();
}

/** All that the bot has written down, file by file, those of cases too. */
export async function filesOf({ dataDir }: Pick<World, 'dataDir'>): Promise<readonly string[]> {
  const all = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
}

/** All that a person sees now: modals, Home, and every conversation that they are in. */
export async function shownTo({ control }: Pick<World, 'control'>, user: string): Promise<string> {
  const conversations = [...Object.values(channels), `D${user.slice(1)}`].map((channel) =>
    control.messages(channel, user).catch(() => []),
  );
  return JSON.stringify([await control.views(user), await Promise.all(conversations)]);
}
