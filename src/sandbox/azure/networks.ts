import type { Bus } from '../world/bus.ts';
import { type Gateway, gatewayId, type RouteFilter, type VirtualNetwork } from './model/network.ts';
import { type ResourceRef, resourceKey } from './model/resource.ts';

/** What circuits are joined to: made before the world starts or by control, never through ARM. */
export interface Networks {
  virtualNetworks(): readonly VirtualNetwork[];
  gateways(): readonly Gateway[];
  routeFilters(): readonly RouteFilter[];
  /** By ARM id, in any casing. */
  gateway(id: string): Gateway | undefined;
  virtualNetworkOf(gateway: Gateway): VirtualNetwork | undefined;
  add(added: NetworkParts): void;
}

export type NetworkParts = {
  readonly virtualNetworks?: readonly VirtualNetwork[];
  readonly gateways?: readonly Gateway[];
  readonly routeFilters?: readonly RouteFilter[];
};

export function createNetworks(bus: Bus): Networks {
  const virtualNetworks = new Map<string, VirtualNetwork>();
  const gateways = new Map<string, Gateway>();
  const routeFilters = new Map<string, RouteFilter>();
  return {
    virtualNetworks: () => [...virtualNetworks.values()],
    gateways: () => [...gateways.values()],
    routeFilters: () => [...routeFilters.values()],
    gateway: (id) => [...gateways.values()].find((one) => gatewayId(one).toLowerCase() === id.toLowerCase()),
    virtualNetworkOf: ({ network, ...rest }) => virtualNetworks.get(resourceKey({ ...rest, name: network })),
    add(added) {
      putAll(virtualNetworks, added.virtualNetworks);
      putAll(gateways, added.gateways);
      putAll(routeFilters, added.routeFilters);
      bus.publish({ topic: 'world' });
    },
  };
}

function putAll<Resource extends ResourceRef>(
  known: Map<string, Resource>,
  added: readonly Resource[] = [],
): void {
  for (const resource of added) known.set(resourceKey(resource), resource);
}
