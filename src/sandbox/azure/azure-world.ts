import type { Estate, Subscription } from './estate.ts';
import type { LinkState, Links } from './links.ts';
import { type Circuit, circuitId } from './model/circuit.ts';
import type { PeeringKind } from './model/peering.ts';
import { circuitStatus } from './wire/circuit.ts';

type WorldPeering = {
  readonly name: PeeringKind;
  readonly state: string;
  readonly advertisedPublicPrefixesState?: string;
  readonly prefixes: readonly { readonly prefix: string; readonly validationState?: string }[];
};

type WorldCircuit = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly id: string;
  readonly location: string;
  /** Absent on ExpressRoute Direct, as provider and peeringLocation. */
  readonly serviceProviderProvisioningState?: string;
  readonly circuitProvisioningState: string;
  readonly provisioningState: string;
  readonly tier: string;
  readonly provider?: string;
  readonly peeringLocation?: string;
  readonly bandwidthMbps: number;
  readonly peerings: readonly WorldPeering[];
};

export type AzureWorld = {
  readonly circuits: readonly WorldCircuit[];
  readonly links: readonly LinkState[];
  readonly subscriptions: readonly Subscription[];
};

/** What the control API and the page's world panel show. No service key and no authorization key is in it. */
export function azureWorld(estate: Estate, links: Links): AzureWorld {
  const circuits = estate.circuits();
  return {
    circuits: circuits.map(toWorldCircuit),
    links: links.all(circuits),
    subscriptions: estate.subscriptions,
  };
}

function toWorldCircuit(circuit: Circuit): WorldCircuit {
  const { name, resourceGroup, subscriptionId, location, delivery, provisioningState } = circuit;
  return {
    name,
    resourceGroup,
    subscriptionId,
    id: circuitId(circuit),
    location,
    circuitProvisioningState: circuitStatus(circuit),
    provisioningState,
    tier: circuit.sku.tier,
    ...(delivery.kind === 'provider'
      ? {
          serviceProviderProvisioningState: delivery.provisioningState,
          provider: delivery.serviceProviderName,
          peeringLocation: delivery.peeringLocation,
          bandwidthMbps: delivery.bandwidthMbps,
        }
      : { bandwidthMbps: delivery.bandwidthGbps * 1000 }),
    peerings: circuit.peerings.map(({ kind, state, microsoft, ipv6 }) => ({
      name: kind,
      state,
      ...(microsoft && { advertisedPublicPrefixesState: microsoft.advertisedPublicPrefixesState }),
      prefixes: [...(microsoft?.prefixes ?? []), ...(ipv6?.microsoft?.prefixes ?? [])].map(
        ({ prefix, validationState }) => ({
          prefix,
          ...(validationState !== undefined && { validationState }),
        }),
      ),
    })),
  };
}
