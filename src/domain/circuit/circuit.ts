import type { Peering } from '../peering/peering.ts';
import type { CircuitId } from './circuit-id.ts';
import type { CircuitStatus, ProviderState, ProvisioningState } from './states.ts';

/** An ExpressRoute circuit as Azure tells it, without its secrets: no service key, no authorization key. */
export type Circuit = {
  readonly id: CircuitId;
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  /** Azure region of the resource, for instance `uksouth`. */
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly sku: Sku;
  readonly service: CircuitService;
  readonly provisioningState: ProvisioningState;
  readonly status: CircuitStatus;
  readonly peerings: readonly Peering[];
  readonly authorizations: readonly Authorization[];
};

/** tier: Local, Standard, Premium …; family: MeteredData, UnlimitedData. As Azure names them. */
export type Sku = { readonly tier: string; readonly family: string };

export type CircuitService = ProviderService | DirectService;

/** Bought from a connectivity provider. */
export type ProviderService = {
  readonly kind: 'provider';
  readonly provider: string;
  readonly peeringLocation: string;
  readonly bandwidthMbps: number;
  readonly providerState: ProviderState;
};

/** On a port of one's own (ExpressRoute Direct): nobody provisions it, so there is no provider state. */
export type DirectService = {
  readonly kind: 'direct';
  readonly port: string;
  readonly bandwidthMbps: number;
};

export type Authorization = {
  readonly name: string;
  readonly inUse: boolean;
};

/** A virtual network gateway's connection to a circuit. */
export type VnetLink = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly gateway: string;
  /** connectionStatus as Azure names it: Connected, Connecting, NotConnected, Unknown. */
  readonly status: string;
};
