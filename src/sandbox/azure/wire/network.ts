import { guidOf } from '../guid.ts';
import {
  type Gateway,
  gatewayId,
  networkId,
  type RouteFilter,
  routeFilterId,
  type VirtualNetwork,
} from '../model/network.ts';

/** In the form of the official example `VirtualNetworkGatewayGet`. */
export function toWireGateway(gateway: Gateway) {
  const id = gatewayId(gateway);
  const etag = etagOf(id);
  const subnet = { id: `${networkId({ ...gateway, name: gateway.network })}/subnets/GatewaySubnet` };
  return {
    name: gateway.name,
    id,
    etag,
    type: 'Microsoft.Network/virtualNetworkGateways',
    location: gateway.location,
    properties: {
      provisioningState: 'Succeeded',
      resourceGuid: guidOf('gateway', id),
      ipConfigurations: [
        {
          name: 'default',
          id: `${id}/ipConfigurations/default`,
          etag,
          properties: { provisioningState: 'Succeeded', privateIPAllocationMethod: 'Dynamic', subnet },
        },
      ],
      sku: { name: gateway.sku, tier: gateway.sku, capacity: 2 },
      gatewayType: gateway.gatewayType,
      vpnType: 'RouteBased',
      enableBgp: false,
      activeActive: false,
    },
  };
}

export function toWireVirtualNetwork(network: VirtualNetwork) {
  const id = networkId(network);
  const etag = etagOf(id);
  return {
    name: network.name,
    id,
    etag,
    type: 'Microsoft.Network/virtualNetworks',
    location: network.location,
    tags: network.tags,
    properties: {
      provisioningState: 'Succeeded',
      resourceGuid: guidOf('network', id),
      addressSpace: { addressPrefixes: network.addressPrefixes },
      subnets: [
        {
          name: 'GatewaySubnet',
          id: `${id}/subnets/GatewaySubnet`,
          etag,
          properties: { provisioningState: 'Succeeded', addressPrefix: network.gatewaySubnet },
          type: 'Microsoft.Network/virtualNetworks/subnets',
        },
      ],
      virtualNetworkPeerings: [],
      enableDdosProtection: false,
    },
  };
}

/** `peerings`: ids of the Microsoft peerings that it is attached to. In the form of the example `RouteFilterGet`. */
export function toWireRouteFilter(filter: RouteFilter, peerings: readonly string[]) {
  const id = routeFilterId(filter);
  const etag = etagOf(id);
  return {
    name: filter.name,
    id,
    etag,
    type: 'Microsoft.Network/routeFilters',
    location: filter.location,
    properties: {
      provisioningState: 'Succeeded',
      rules: [
        {
          name: 'allow',
          id: `${id}/routeFilterRules/allow`,
          etag,
          properties: {
            provisioningState: 'Succeeded',
            access: 'Allow',
            routeFilterRuleType: 'Community',
            communities: filter.communities,
          },
        },
      ],
      peerings: peerings.map((peering) => ({ id: peering })),
    },
  };
}

/** These never change, so neither does their etag. */
function etagOf(id: string): string {
  return `W/"${guidOf('etag', id)}"`;
}
