import { type Circuit, skuOf } from './circuit.ts';
import { newCircuit, throughProvider } from './new-circuit.ts';
import { newPeering, prefixConfig } from './new-peering.ts';

export type BulkSite = {
  readonly location: string;
  readonly provider: string;
  readonly peeringLocation: string;
};

const amsterdam: BulkSite = { location: 'westeurope', provider: 'Equinix', peeringLocation: 'Amsterdam' };

/** The `index`-th of the circuits made for load: ready, with both peerings, so that it weighs what a real one does. */
export function bulkCircuit(subscriptionId: string, index: number, site = amsterdam): Circuit {
  const { location, provider, peeringLocation } = site;
  const block = index % 64;
  return newCircuit({
    subscriptionId,
    resourceGroup: 'rg-bulk',
    name: `bulk-${String(index + 1).padStart(5, '0')}`,
    location,
    tags: { environment: 'load', batch: String(Math.floor(index / 100)) },
    sku: skuOf('Standard', 'MeteredData'),
    delivery: throughProvider(provider, peeringLocation, 1000, 'Provisioned'),
    peerings: [
      newPeering('AzurePrivatePeering', peeringLocation, {
        peerASN: 64509,
        vlanId: 100,
        primaryPeerAddressPrefix: `192.168.208.${block * 4}/30`,
        secondaryPeerAddressPrefix: `192.168.209.${block * 4}/30`,
      }),
      newPeering('MicrosoftPeering', peeringLocation, {
        peerASN: 64509,
        vlanId: 200,
        primaryPeerAddressPrefix: `203.0.113.${block * 4}/30`,
        secondaryPeerAddressPrefix: `198.51.100.${block * 4}/30`,
        microsoft: prefixConfig(64509, 'Configured', [`192.0.2.${block * 4}/30`]),
      }),
    ],
  });
}
