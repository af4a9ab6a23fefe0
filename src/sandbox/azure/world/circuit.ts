import { type WantedRoute, wantedRoute } from '../live/prefix-verdict.ts';
import { bandwidthOf, type Circuit, circuitId } from '../model/circuit.ts';
import type { Peering, PeeringKind, PrefixConfig } from '../model/peering.ts';
import { prefixConfigs } from '../model/prefix-configs.ts';
import type { LinkName } from '../model/session.ts';
import type { Marks } from '../telemetry/marks.ts';
import { circuitStatus } from '../wire/circuit.ts';

type WorldPrefix = {
  readonly prefix: string;
  readonly validationState?: string;
  /** The route object that Microsoft looks for; absent: it asks no registry for it. */
  readonly wantedRoute?: WantedRoute;
};

type WorldPeering = {
  readonly name: PeeringKind;
  readonly state: string;
  readonly advertisedPublicPrefixesState?: string;
  readonly prefixes: readonly WorldPrefix[];
  /** Names of the Global Reach that was made on this peering. */
  readonly globalReach?: readonly string[];
  readonly routeFilter?: string;
};

export type WorldCircuit = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly id: string;
  readonly location: string;
  /** As Azure shows it. Absent on ExpressRoute Direct, as provider and peeringLocation. */
  readonly serviceProviderProvisioningState?: string;
  /** What the provider has done since and Azure does not show yet. */
  readonly unseenProviderState?: string;
  readonly circuitProvisioningState: string;
  readonly provisioningState: string;
  readonly tier: string;
  readonly provider?: string;
  readonly peeringLocation?: string;
  readonly bandwidthMbps: number;
  readonly peerings: readonly WorldPeering[];
  /** Links whose metric reads 0 % although they are up. */
  readonly maintenance: readonly LinkName[];
  /** Its metrics have points without a value. */
  readonly metricsGap: boolean;
};

export function toWorldCircuit(circuit: Circuit, marks: Marks): WorldCircuit {
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
    bandwidthMbps: bandwidthOf(delivery),
    ...(delivery.kind === 'provider' && {
      serviceProviderProvisioningState: delivery.provisioningState,
      provider: delivery.serviceProviderName,
      peeringLocation: delivery.peeringLocation,
      ...(delivery.unseenState !== undefined && { unseenProviderState: delivery.unseenState }),
    }),
    peerings: circuit.peerings.map(toWorldPeering),
    maintenance: marks.maintained(circuit),
    metricsGap: marks.hasGap(circuit),
  };
}

function toWorldPeering(peering: Peering): WorldPeering {
  const { kind, state, microsoft, globalReach, routeFilterId } = peering;
  return {
    name: kind,
    state,
    ...(microsoft && { advertisedPublicPrefixesState: microsoft.advertisedPublicPrefixesState }),
    prefixes: prefixConfigs(peering).flatMap((config) => toWorldPrefixes(config, peering)),
    ...(globalReach && { globalReach: globalReach.map(({ name }) => name) }),
    ...(routeFilterId !== undefined && { routeFilter: routeFilterId.split('/').at(-1) ?? '' }),
  };
}

function toWorldPrefixes(config: PrefixConfig, peering: Peering): readonly WorldPrefix[] {
  const wanted = wantedRoute(config, peering);
  return config.prefixes.map(({ prefix, validationState }) => ({
    prefix,
    ...(validationState !== undefined && { validationState }),
    ...(wanted && { wantedRoute: wanted }),
  }));
}
