import type { ResourceRef } from './resource.ts';

/** A virtual network, as far as ExpressRoute goes: its addresses and the subnet in which its gateway stands. */
export type VirtualNetwork = ResourceRef & {
  readonly location: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly addressPrefixes: readonly string[];
  /** CIDR of its GatewaySubnet. */
  readonly gatewaySubnet: string;
};

/** A virtual network gateway. It stands in the resource group of its network. */
export type Gateway = ResourceRef & {
  readonly location: string;
  /** ErGw1AZ, UltraPerformance …, as Azure names them. */
  readonly sku: string;
  /** ExpressRoute or Vpn. */
  readonly gatewayType: string;
  /** Name of its virtual network. */
  readonly network: string;
};

/** Which of Microsoft's public prefixes are advertised over a Microsoft peering. */
export type RouteFilter = ResourceRef & {
  readonly location: string;
  readonly communities: readonly string[];
};

export function gatewayId({ subscriptionId, resourceGroup, name }: ResourceRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/virtualNetworkGateways/${name}`;
}

export function networkId({ subscriptionId, resourceGroup, name }: ResourceRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/virtualNetworks/${name}`;
}

export function routeFilterId({ subscriptionId, resourceGroup, name }: ResourceRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/routeFilters/${name}`;
}
