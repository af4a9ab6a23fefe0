import { refusal } from '../refusal.ts';
import { resourceUrl } from '../resource-url.ts';

/** Newest stable (facts/azure.md 2). */
const supportApiVersion = '2024-04-01';

const provider = 'providers/Microsoft.Support';

type Query = Readonly<Record<string, string>>;

/** `below`: what is asked of Microsoft.Support, names as they are. Throws AzureFault for a name that would lead elsewhere. */
export function supportUrl(below: readonly string[], query: Query = {}): string {
  return urlOf(`/${provider}`, below, query);
}

/** The same, of a subscription. */
export function subscriptionSupportUrl(
  subscriptionId: string,
  below: readonly string[],
  query: Query = {},
): string {
  return urlOf(`/subscriptions/${subscriptionId}/${provider}`, below, query);
}

function urlOf(scope: string, below: readonly string[], query: Query): string {
  const odd = below.find((name) => name.includes('/'));
  if (odd !== undefined) throw refusal('InvalidResourceName', `"${odd}" cannot be a name in Azure`);
  return resourceUrl(`${scope}/${below.join('/')}`, { 'api-version': supportApiVersion, ...query });
}
