import { Agent, get } from 'node:http';

type Page = { readonly value: readonly unknown[]; readonly nextLink?: string };

export type BareReader = { readonly readAll: () => Promise<readonly unknown[]>; readonly stop: () => void };

/** The floor: the same pages over a connection that is kept, and JSON.parse. Nothing is looked at. */
export function createBareReader(armUrl: string, subscriptionIds: readonly string[]): BareReader {
  const agent = new Agent({ keepAlive: true });

  async function read(subscriptionId: string): Promise<readonly unknown[]> {
    const circuits: unknown[] = [];
    let url: string | undefined =
      `${armUrl}/subscriptions/${subscriptionId}/providers/Microsoft.Network/expressRouteCircuits?api-version=2026-01-01`;
    while (url !== undefined) {
      const page: Page = JSON.parse(await textOf(url, agent));
      circuits.push(...page.value);
      url = page.nextLink;
    }
    return circuits;
  }

  return {
    readAll: async () => (await Promise.all(subscriptionIds.map(read))).flat(),
    stop: () => agent.destroy(),
  };
}

function textOf(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      response.on('error', reject);
    }).on('error', reject);
  });
}
