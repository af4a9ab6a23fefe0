import { type Circuit, skuOf } from '../model/circuit.ts';
import { newCircuit, throughProvider } from '../model/new-circuit.ts';
import { newPeering, prefixConfig } from '../model/new-peering.ts';
import type { PrefixConfig } from '../model/peering.ts';
import { americas } from './subscriptions.ts';

const group = { subscriptionId: americas, resourceGroup: 'rg-net-amer' };
const legacy = { subscriptionId: americas, resourceGroup: 'rg-net-legacy' };
const standard = skuOf('Standard', 'MeteredData');
const inArin = (config: PrefixConfig): PrefixConfig => ({ ...config, routingRegistryName: 'ARIN' });

export function americasCircuits(): readonly Circuit[] {
  return [nyc01(), nyc02(), was01(), direct01(), chi01(), dal01(), edge01(), sea01()];
}

function nyc01(): Circuit {
  return newCircuit({
    ...group,
    name: 'nyc-01',
    location: 'eastus',
    tags: { environment: 'production', owner: 'network-amer' },
    sku: standard,
    delivery: throughProvider('Equinix', 'New York', 1000, 'Provisioned'),
    gatewayManagerEtag: '7',
    peerings: [
      newPeering('AzurePrivatePeering', 'New York', {
        peerASN: 64504,
        vlanId: 110,
        primaryPeerAddressPrefix: '192.168.96.0/30',
        secondaryPeerAddressPrefix: '192.168.96.4/30',
        gatewayManagerEtag: '7',
      }),
    ],
  });
}

/** The provider takes it down; done about five minutes after the world starts. */
function nyc02(): Circuit {
  return newCircuit({
    ...group,
    name: 'nyc-02',
    location: 'eastus',
    tags: { environment: 'retired', owner: 'network-amer' },
    sku: standard,
    delivery: throughProvider('Verizon', 'New York', 500, 'Deprovisioning'),
    peerings: [
      newPeering('AzurePrivatePeering', 'New York', {
        peerASN: 64505,
        vlanId: 120,
        primaryPeerAddressPrefix: '192.168.97.0/30',
        secondaryPeerAddressPrefix: '192.168.97.4/30',
      }),
    ],
  });
}

/** The other word for it: only the newest api-versions name this state. */
function was01(): Circuit {
  return newCircuit({
    ...group,
    name: 'was-01',
    location: 'eastus',
    sku: standard,
    delivery: throughProvider('AT&T NetBond', 'Washington DC', 200, 'DeProvisioned'),
  });
}

/** On the owner's own port pair: no provider, hence no provider state. */
function direct01(): Circuit {
  const portId = `/subscriptions/${americas}/resourceGroups/rg-net-amer/providers/Microsoft.Network/expressRoutePorts/was-port-01`;
  return newCircuit({
    ...group,
    name: 'was-direct-01',
    location: 'eastus',
    tags: { environment: 'production', owner: 'network-amer' },
    sku: skuOf('Premium', 'UnlimitedData'),
    delivery: { kind: 'direct', portId, bandwidthGbps: 10 },
    peerings: [
      newPeering('AzurePrivatePeering', 'Washington DC', {
        peerASN: 65537,
        vlanId: 130,
        primaryPeerAddressPrefix: '192.168.98.0/30',
        secondaryPeerAddressPrefix: '192.168.98.4/30',
      }),
    ],
  });
}

/** Azure public peering was retired on 2024-03-31; old circuits still show it. Ids and empty fields are odd here. */
function chi01(): Circuit {
  return newCircuit({
    ...legacy,
    name: 'chi-01',
    location: 'eastus',
    sku: standard,
    delivery: throughProvider('CenturyLink', 'Chicago', 200, 'Provisioned'),
    allowClassicOperations: true,
    oddCasing: true,
    peerings: [
      newPeering('AzurePublicPeering', 'Chicago', {
        peerASN: 64506,
        vlanId: 140,
        primaryPeerAddressPrefix: '203.0.113.64/30',
        secondaryPeerAddressPrefix: '203.0.113.68/30',
        primaryAzurePort: '',
        secondaryAzurePort: '',
      }),
      newPeering('AzurePrivatePeering', 'Chicago', {
        peerASN: 64506,
        vlanId: 141,
        primaryPeerAddressPrefix: '192.168.99.0/30',
        secondaryPeerAddressPrefix: '192.168.99.4/30',
      }),
    ],
  });
}

/** Provisioned by the provider, Failed in Azure, with a peering whose deletion never ended (seen in real traffic). */
function dal01(): Circuit {
  return newCircuit({
    ...group,
    name: 'dal-01',
    location: 'eastus',
    tags: { environment: 'production', owner: 'network-amer' },
    sku: standard,
    provisioningState: 'Failed',
    delivery: throughProvider('Megaport', 'Dallas', 500, 'Provisioned'),
    peerings: [
      newPeering('MicrosoftPeering', 'Dallas', {
        provisioningState: 'Deleting',
        state: 'Disabled',
        peerASN: 64507,
        vlanId: 150,
        primaryPeerAddressPrefix: '203.0.113.96/30',
        secondaryPeerAddressPrefix: '203.0.113.100/30',
        microsoft: inArin(prefixConfig(64507, 'NotConfigured', ['192.0.2.0/26'])),
      }),
    ],
  });
}

function edge01(): Circuit {
  return newCircuit({
    ...group,
    name: 'edge-01',
    location: 'eastus',
    sku: standard,
    delivery: throughProvider('Megaport', 'Dallas', 200, 'Provisioned'),
    peerings: [
      newPeering('MicrosoftPeering', 'Dallas', {
        peerASN: 64508,
        vlanId: 160,
        primaryPeerAddressPrefix: '203.0.113.128/30',
        secondaryPeerAddressPrefix: '203.0.113.132/30',
        microsoft: inArin(prefixConfig(64508, 'Configured', ['192.0.2.128/26'])),
      }),
    ],
  });
}

/** Ordered this morning: the provider takes it up, and finishes it, while one watches. */
function sea01(): Circuit {
  return newCircuit({
    ...group,
    name: 'sea-01',
    location: 'eastus',
    tags: { environment: 'staging', owner: 'network-amer' },
    sku: standard,
    delivery: throughProvider('Zayo', 'Seattle', 100, 'NotProvisioned'),
  });
}
