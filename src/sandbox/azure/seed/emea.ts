import { type Circuit, skuOf } from '../model/circuit.ts';
import { newCircuit, throughProvider } from '../model/new-circuit.ts';
import { newPeering, prefixConfig } from '../model/new-peering.ts';
import { redeemedBy, sharedAuthorization } from './connections.ts';
import { fromLondon, toFrankfurt } from './global-reach.ts';
import { emea } from './subscriptions.ts';

const group = { subscriptionId: emea, resourceGroup: 'rg-net-emea' };
const recovery = { subscriptionId: emea, resourceGroup: 'rg-net-emea-dr' };

/** Addresses and AS numbers are those kept for documentation, or private. */
export function emeaCircuits(): readonly Circuit[] {
  return [lon01(), lon02(), fra02(), ams01(), ams02(), par01(), edge01()];
}

/** Ready, dual-stack, both peerings up, three virtual networks, joined to fra-02: what everybody wants. */
function lon01(): Circuit {
  return newCircuit({
    ...group,
    name: 'lon-01',
    location: 'uksouth',
    tags: { environment: 'production', owner: 'network-core' },
    sku: skuOf('Premium', 'UnlimitedData'),
    delivery: throughProvider('Equinix', 'London', 1000, 'Provisioned'),
    gatewayManagerEtag: '12',
    globalReachEnabled: true,
    peerings: [
      newPeering('AzurePrivatePeering', 'London', {
        peerASN: 64496,
        vlanId: 101,
        primaryPeerAddressPrefix: '192.168.16.0/30',
        secondaryPeerAddressPrefix: '192.168.16.4/30',
        gatewayManagerEtag: '12',
        globalReach: [toFrankfurt],
        ipv6: {
          primaryPeerAddressPrefix: '2001:db8:16::/126',
          secondaryPeerAddressPrefix: '2001:db8:16::4/126',
          state: 'Enabled',
        },
      }),
      newPeering('MicrosoftPeering', 'London', {
        peerASN: 64496,
        vlanId: 102,
        primaryPeerAddressPrefix: '203.0.113.0/30',
        secondaryPeerAddressPrefix: '203.0.113.4/30',
        gatewayManagerEtag: '12',
        microsoft: prefixConfig(64496, 'Configured', ['198.51.100.0/26', '198.51.100.64/26']),
        routeFilterId: `/subscriptions/${emea}/resourceGroups/rg-net-emea/providers/Microsoft.Network/routeFilters/rf-m365`,
        ipv6: {
          primaryPeerAddressPrefix: '2001:db8:17::/126',
          secondaryPeerAddressPrefix: '2001:db8:17::4/126',
          state: 'Enabled',
          microsoft: prefixConfig(64496, 'Configured', ['2001:db8:100::/48']),
        },
      }),
    ],
    authorizations: [
      {
        ...sharedAuthorization,
        provisioningState: 'Succeeded',
        useStatus: 'InUse',
        connectionId: redeemedBy(),
      },
      {
        name: 'auth-partner',
        provisioningState: 'Succeeded',
        key: '00000000-0000-4000-8000-00000000a002',
        useStatus: 'Available',
      },
    ],
  });
}

/** The provider works on it; ready about two minutes after the world starts. */
function lon02(): Circuit {
  return newCircuit({
    ...group,
    name: 'lon-02',
    location: 'uksouth',
    tags: { environment: 'production', owner: 'network-core' },
    sku: skuOf('Standard', 'MeteredData'),
    delivery: throughProvider('Megaport', 'London2', 500, 'Provisioning'),
  });
}

/** Ready, but Azure wants proof that its prefixes belong to the owner. */
function fra02(): Circuit {
  const states = ['Configured', 'ValidationNeeded', 'ManualValidationNeeded', 'InvalidSignatureEncoding'];
  const prefixes = states.map((validationState, index) => ({
    prefix: `198.51.100.${128 + index * 32}/27`,
    signature: validationState === 'InvalidSignatureEncoding' ? 'not-base64' : '',
    validationState,
  }));
  return newCircuit({
    ...group,
    name: 'fra-02',
    location: 'westeurope',
    tags: { environment: 'production', owner: 'network-core' },
    sku: skuOf('Standard', 'UnlimitedData'),
    delivery: throughProvider('Equinix', 'Frankfurt', 2000, 'Provisioned'),
    peerings: [
      newPeering('AzurePrivatePeering', 'Frankfurt', {
        peerASN: 64500,
        vlanId: 210,
        primaryPeerAddressPrefix: '192.168.32.0/30',
        secondaryPeerAddressPrefix: '192.168.32.4/30',
        reachedBy: [fromLondon],
      }),
      newPeering('MicrosoftPeering', 'Frankfurt', {
        peerASN: 64500,
        vlanId: 211,
        primaryPeerAddressPrefix: '203.0.113.32/30',
        secondaryPeerAddressPrefix: '203.0.113.36/30',
        microsoft: { ...prefixConfig(64501, 'ValidationNeeded', []), prefixes },
      }),
    ],
  });
}

/** Just created: the owner holds the service key, the provider knows nothing of it yet. */
function ams01(): Circuit {
  return newCircuit({
    ...group,
    name: 'ams-01',
    location: 'westeurope',
    tags: { environment: 'staging', owner: 'network-lab' },
    sku: skuOf('Standard', 'MeteredData'),
    delivery: throughProvider('Colt', 'Amsterdam', 200, 'NotProvisioned'),
  });
}

/** Deprovisioned: on the wire as one just created, but for what is left of its life. */
function ams02(): Circuit {
  return newCircuit({
    ...recovery,
    name: 'ams-02',
    location: 'westeurope',
    tags: { environment: 'retired', owner: 'network-core', lifecycle: 'deprovisioned' },
    sku: skuOf('Standard', 'MeteredData'),
    delivery: throughProvider('Interxion', 'Amsterdam2', 500, 'NotProvisioned'),
    peerings: [
      newPeering('AzurePrivatePeering', 'Amsterdam2', {
        peerASN: 64502,
        vlanId: 330,
        primaryPeerAddressPrefix: '192.168.48.0/30',
        secondaryPeerAddressPrefix: '192.168.48.4/30',
        state: 'Disabled',
      }),
    ],
  });
}

/** Layer 3: the provider configures the routing, and to overwrite it breaks it. */
function par01(): Circuit {
  return newCircuit({
    ...group,
    name: 'par-01',
    location: 'westeurope',
    tags: { environment: 'production', routing: 'provider-managed' },
    sku: skuOf('Standard', 'MeteredData'),
    delivery: throughProvider('Orange', 'Paris', 500, 'Provisioned'),
    peerings: [
      newPeering('AzurePrivatePeering', 'Paris', {
        peerASN: 65536,
        vlanId: 440,
        primaryPeerAddressPrefix: '192.168.64.0/30',
        secondaryPeerAddressPrefix: '192.168.64.4/30',
        lastModifiedBy: 'Provider',
      }),
    ],
  });
}

/** Local tier, and a name that another resource group uses too. */
function edge01(): Circuit {
  return newCircuit({
    ...group,
    name: 'edge-01',
    location: 'uksouth',
    sku: skuOf('Local', 'UnlimitedData'),
    delivery: throughProvider('Equinix', 'London2', 1000, 'Provisioned'),
    peerings: [
      newPeering('AzurePrivatePeering', 'London2', {
        peerASN: 64503,
        vlanId: 550,
        primaryPeerAddressPrefix: '192.168.80.0/30',
        secondaryPeerAddressPrefix: '192.168.80.4/30',
        primaryAzurePort: '',
        secondaryAzurePort: '',
      }),
    ],
  });
}
