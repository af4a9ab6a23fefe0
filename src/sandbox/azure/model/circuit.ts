import type { Peering } from './peering.ts';
import type { UnknownProperties } from './unknown-properties.ts';

export type Sku = { readonly name: string; readonly tier: string; readonly family: string };

/** Reaches Azure through a connectivity provider, who tells its own provisioning state. */
export type ProviderDelivery = {
  readonly kind: 'provider';
  readonly serviceProviderName: string;
  readonly peeringLocation: string;
  readonly bandwidthMbps: number;
  /** As Azure shows it. */
  readonly provisioningState: string;
  /** What the provider has done since and Azure does not show yet. */
  readonly unseenState?: string;
};

/** Made on the owner's own ExpressRoute Direct port: no provider, and no provider state. */
export type DirectDelivery = {
  readonly kind: 'direct';
  readonly portId: string;
  readonly bandwidthGbps: number;
};

export type Authorization = {
  readonly name: string;
  readonly provisioningState: string;
  readonly key: string;
  /** Available or InUse. */
  readonly useStatus: string;
  readonly connectionId?: string;
};

/** A circuit as the sandbox's Azure keeps it. Never changed in place: the estate puts a new one in its stead. */
export type Circuit = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sku: Sku;
  /** Counts the changes; the etag is made of it. */
  readonly revision: number;
  readonly provisioningState: string;
  readonly delivery: ProviderDelivery | DirectDelivery;
  readonly serviceKey: string;
  /** False until the create operation has ended: Azure shows an all-zero key, and neither stag nor gatewayManagerEtag. */
  readonly issued: boolean;
  readonly gatewayManagerEtag: string;
  readonly stag: number;
  readonly allowClassicOperations: boolean;
  readonly globalReachEnabled: boolean;
  readonly peerings: readonly Peering[];
  readonly authorizations: readonly Authorization[];
  /** Some ids come back in another casing than the one they were made with: this circuit's peerings show that. */
  readonly oddCasing?: boolean;
  readonly unknown?: UnknownProperties;
};

export type CircuitRef = Pick<Circuit, 'subscriptionId' | 'resourceGroup' | 'name'>;

/** Mbps. */
export function bandwidthOf(delivery: Circuit['delivery']): number {
  return delivery.kind === 'provider' ? delivery.bandwidthMbps : delivery.bandwidthGbps * 1000;
}

export function skuOf(tier: string, family: string): Sku {
  return { name: `${tier}_${family}`, tier, family };
}

/** Azure compares ids without regard to casing. */
export function circuitKey({ subscriptionId, resourceGroup, name }: CircuitRef): string {
  return `${subscriptionId}/${resourceGroup}/${name}`.toLowerCase();
}

/** As `circuitKey`, and one that is made anew under its old name is another. */
export function lineKey(circuit: Circuit): string {
  return `${circuitKey(circuit)} ${circuit.stag}`;
}

export function circuitId({ subscriptionId, resourceGroup, name }: CircuitRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/expressRouteCircuits/${name}`;
}

export function withPeering(circuit: Circuit, peering: Peering): Circuit {
  const known = circuit.peerings.some(({ kind }) => kind === peering.kind);
  const peerings = known
    ? circuit.peerings.map((old) => (old.kind === peering.kind ? peering : old))
    : [...circuit.peerings, peering];
  return { ...circuit, peerings };
}

export function withoutPeering(circuit: Circuit, kind: Peering['kind']): Circuit {
  return { ...circuit, peerings: circuit.peerings.filter((peering) => peering.kind !== kind) };
}
