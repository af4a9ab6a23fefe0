import type { ArmClient } from '../../../src/azure/arm-client.ts';
import { listCircuits } from '../../../src/azure/list-circuits.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { Listing } from '../../../src/domain/circuit/survey.ts';

export type LastPages = Parameters<typeof listCircuits>[2];
export type Json = Readonly<Record<string, unknown>>;

export const subscriptionId = '00000000-0000-0000-0000-00000000000a';

export function idOf(name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/rg-net/providers/Microsoft.Network/expressRouteCircuits/${name}`;
}

/** A circuit as ARM sends it; `properties` are laid over the usual ones. */
export function wireCircuit(name: string, properties: Json = {}, outside: Json = {}): Json {
  return {
    name,
    id: idOf(name),
    etag: 'W/"3a63a954-08da-471a-baad-ee84f3e74a50"',
    type: 'Microsoft.Network/expressRouteCircuits',
    location: 'uksouth',
    tags: { env: 'prod', site: 'lon' },
    properties: {
      provisioningState: 'Succeeded',
      peerings: [],
      authorizations: [],
      serviceProviderProperties: {
        serviceProviderName: 'Equinix',
        peeringLocation: 'London',
        bandwidthInMbps: 200,
      },
      circuitProvisioningState: 'Enabled',
      gatewayManagerEtag: '',
      serviceKey: 'f10c0457-f2e3-40b9-9787-a574416c1299',
      serviceProviderProvisioningState: 'Provisioned',
      stag: 6,
      ...properties,
    },
    sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
    ...outside,
  };
}

export function wirePeering(name: string, properties: Json = {}): Json {
  return {
    name,
    id: `${idOf('lon-01')}/peerings/${name}`,
    properties: {
      provisioningState: 'Succeeded',
      peeringType: name,
      azureASN: 12_076,
      peerASN: 65_010,
      primaryPeerAddressPrefix: '192.168.15.16/30',
      secondaryPeerAddressPrefix: '192.168.15.20/30',
      primaryAzurePort: '',
      state: 'Enabled',
      vlanId: 100,
      lastModifiedBy: 'Customer',
      ...properties,
    },
  };
}

/** ARM in memory: answers each GET and each POST with the text that `say` returns. */
export function armOf(say: (url: string, body?: unknown) => string): ArmClient {
  return {
    getText: async (url) => say(url),
    postJson: async (url, body) => say(url, body),
    ask: async ({ url, body }) => ({
      status: 200,
      text: say(url, body),
      asyncOperation: undefined,
      location: undefined,
      retryAfterMs: undefined,
      correlationId: undefined,
      failure: undefined,
    }),
  };
}

/** ARM in memory that answers with these texts, one after the other. */
export function armSaying(...texts: readonly string[]) {
  let count = 0;
  return armOf(() => texts[count++] ?? '');
}

/** What the edge reads from one page with these items. */
export function listingOf(items: readonly unknown[], lastPages: LastPages = new Map()): Promise<Listing> {
  return listCircuits(armSaying(JSON.stringify({ value: items })), subscriptionId, lastPages);
}

export async function circuitOf(item: Json): Promise<Circuit> {
  const { circuits } = await listingOf([item]);
  const [circuit] = circuits;
  if (!circuit) throw new Error('the circuit could not be read');
  return circuit;
}
