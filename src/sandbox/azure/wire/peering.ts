import { type Circuit, circuitId } from '../model/circuit.ts';
import type { Peering, PrefixConfig } from '../model/peering.ts';
import { toWireCircuitConnection, toWirePeerConnection } from './global-reach.ts';
import { validationId } from './validation-id.ts';

export type PeeringView = {
  readonly etag: string;
  /** `advertisedPublicPrefixInfo` is on the wire since api-version 2024-05-01. */
  readonly prefixInfo: boolean;
};

/** A peering as ARM writes it, keys in the order of the recorded traffic. */
export function toWirePeering(circuit: Circuit, peering: Peering, view: PeeringView) {
  const { microsoft, ipv6, globalReach = [], reachedBy = [] } = peering;
  const id = peeringId(circuit, peering);
  const config = (part: PrefixConfig) => toWirePrefixConfig(circuit, peering, part, view.prefixInfo);
  return {
    name: peering.kind,
    id,
    etag: view.etag,
    properties: {
      provisioningState: peering.provisioningState,
      peeringType: peering.kind,
      azureASN: peering.azureASN,
      peerASN: peering.peerASN,
      primaryPeerAddressPrefix: peering.primaryPeerAddressPrefix,
      secondaryPeerAddressPrefix: peering.secondaryPeerAddressPrefix,
      primaryAzurePort: peering.primaryAzurePort,
      secondaryAzurePort: peering.secondaryAzurePort,
      state: peering.state,
      vlanId: peering.vlanId,
      gatewayManagerEtag: peering.gatewayManagerEtag,
      lastModifiedBy: peering.lastModifiedBy,
      microsoftPeeringConfig: microsoft && config(microsoft),
      routeFilter: peering.routeFilterId === undefined ? undefined : { id: peering.routeFilterId },
      ipv6PeeringConfig: ipv6 && {
        primaryPeerAddressPrefix: ipv6.primaryPeerAddressPrefix,
        secondaryPeerAddressPrefix: ipv6.secondaryPeerAddressPrefix,
        state: ipv6.state,
        microsoftPeeringConfig: ipv6.microsoft && config(ipv6.microsoft),
        ...ipv6.unknown,
      },
      connections: globalReach.map((reach) => toWireCircuitConnection(id, reach, view.etag)),
      peeredConnections: reachedBy.map((reach) => toWirePeerConnection(id, reach, view.etag)),
      ...peering.unknown,
    },
    type: 'Microsoft.Network/expressRouteCircuits/peerings',
  };
}

export function peeringId(circuit: Circuit, peering: Pick<Peering, 'kind'>): string {
  const id = `${circuitId(circuit)}/peerings/${peering.kind}`;
  return circuit.oddCasing
    ? id.replace('resourceGroups', 'resourcegroups').replace(peering.kind, peering.kind.toLowerCase())
    : id;
}

function toWirePrefixConfig(circuit: Circuit, peering: Peering, config: PrefixConfig, prefixInfo: boolean) {
  return {
    advertisedPublicPrefixes: config.prefixes.map(({ prefix }) => prefix),
    advertisedPublicPrefixesState: config.advertisedPublicPrefixesState,
    customerASN: config.customerASN,
    legacyMode: config.legacyMode,
    routingRegistryName: config.routingRegistryName,
    advertisedPublicPrefixInfo: prefixInfo
      ? config.prefixes.map(({ prefix, signature, validationState }) => ({
          prefix,
          validationId: validationId(circuit, peering, prefix),
          signature,
          validationState,
        }))
      : undefined,
    ...config.unknown,
  };
}
