import { z } from 'zod';
import type { Json } from './control.ts';

const Resource = z.looseObject({
  tags: z.record(z.string(), z.string()).optional(),
  properties: z.record(z.string(), z.unknown()),
});

/** The circuits' owner, who works in Azure with other tools than the bot. */
export function createOwner({ url, environment }: { url: string; environment: Record<string, string> }) {
  const network = 'providers/Microsoft.Network/expressRouteCircuits';
  const group = '/subscriptions/5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001/resourceGroups/rg-net-emea';

  async function call(method: string, path: string, body?: Json) {
    const answer = await fetch(`${url}/azure${group}/${network}/${path}?api-version=2024-05-01`, {
      method,
      headers: {
        authorization: `Bearer ${environment.AZURE_STATIC_TOKEN}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return Resource.parse(await answer.json());
  }
  return {
    /** `lon-01`, or `lon-01/peerings/AzurePrivatePeering`. */
    get: (path: string) => call('GET', path),
    put: (path: string, body: Json) => call('PUT', path, body),
  };
}
