import type { ResourceRef } from '../model/resource.ts';
import type { NetworkParts } from '../networks.ts';
import { americas, emea } from './subscriptions.ts';

type Place = Omit<ResourceRef, 'name'> & { readonly location: string };

const uk: Place = { subscriptionId: emea, resourceGroup: 'rg-net-emea', location: 'uksouth' };
const we: Place = { ...uk, location: 'westeurope' };
const recovery: Place = { ...we, resourceGroup: 'rg-net-emea-dr' };
const us: Place = { subscriptionId: americas, resourceGroup: 'rg-net-amer', location: 'eastus' };
const legacy: Place = { ...us, resourceGroup: 'rg-net-legacy' };

/** Gateways with and without a connection, in both subscriptions. The lab's network has addresses of fra-02's peering. */
export function seededNetworks(): NetworkParts {
  const sites = [
    site(uk, 'hub-uk', 'ErGw2AZ', 10),
    site(uk, 'data-uk', 'UltraPerformance', 11),
    site(recovery, 'dr-we', 'ErGw1AZ', 12),
    site(uk, 'spoke-uk', 'ErGw3AZ', 13),
    site(we, 'lab-we', 'Standard', 14, ['192.168.32.0/24']),
    site(uk, 'vpn-uk', 'VpnGw1', 15),
    site(us, 'hub-us', 'HighPerformance', 20),
    site(us, 'spoke-us', 'ErGw1AZ', 21),
    site(legacy, 'legacy-us', 'Standard', 22),
  ];
  return {
    virtualNetworks: sites.map(({ virtualNetwork }) => virtualNetwork),
    gateways: sites.map(({ gateway }) => gateway),
    routeFilters: [{ ...uk, name: 'rf-m365', communities: ['12076:5010', '12076:5020', '12076:5030'] }],
  };
}

/** A virtual network of 10.`block`.0.0/16 and its gateway. */
function site(place: Place, name: string, sku: string, block: number, more: readonly string[] = []) {
  const network = `vnet-${name}`;
  const virtualNetwork = {
    ...place,
    name: network,
    addressPrefixes: [`10.${block}.0.0/16`, ...more],
    gatewaySubnet: `10.${block}.255.0/27`,
    tags: { owner: 'network-core' },
  };
  const gatewayType = sku.startsWith('Vpn') ? 'Vpn' : 'ExpressRoute';
  return { virtualNetwork, gateway: { ...place, name: `gw-${name}`, sku, gatewayType, network } };
}
