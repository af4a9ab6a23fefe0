import { parseProvisioningState } from '../domain/circuit/states.ts';
import {
  type Peering,
  type PeeringFamily,
  type PublicPrefixes,
  parsePeeringState,
  parsePeeringType,
} from '../domain/peering/peering.ts';
import { parsePrefixesState, parsePrefixState } from '../domain/peering/prefix-states.ts';
import type { FamilyWire, PeeringWire, PublicPrefixesWire } from './circuit-wire.ts';
import { lastPart } from './last-part.ts';

/** ARM's peering → ours. azureASN 0 and lastModifiedBy "" are what ARM says while it updates: absent. */
export function toPeering({ name, properties }: PeeringWire): Peering {
  const type = parsePeeringType(properties.peeringType ?? name);
  return {
    name,
    type,
    state: parsePeeringState(properties.state ?? ''),
    provisioningState: parseProvisioningState(properties.provisioningState ?? ''),
    vlanId: properties.vlanId,
    peerAsn: properties.peerASN,
    azureAsn: properties.azureASN || undefined,
    lastModifiedBy: properties.lastModifiedBy,
    ipv4: toFamily(properties),
    ipv6: properties.ipv6PeeringConfig ? toFamily(properties.ipv6PeeringConfig) : undefined,
  };
}

/** A family without any subnet is not configured, whatever else ARM sends with it. */
function toFamily(wire: FamilyWire): PeeringFamily | undefined {
  const { primaryPeerAddressPrefix, secondaryPeerAddressPrefix, microsoftPeeringConfig, routeFilter } = wire;
  if (!primaryPeerAddressPrefix && !secondaryPeerAddressPrefix) return undefined;
  return {
    primarySubnet: primaryPeerAddressPrefix,
    secondarySubnet: secondaryPeerAddressPrefix,
    publicPrefixes: toPublicPrefixes(microsoftPeeringConfig),
    routeFilter: routeFilter?.id ? lastPart(routeFilter.id) : undefined,
  };
}

function toPublicPrefixes(wire: PublicPrefixesWire): PublicPrefixes | undefined {
  if (!wire) return undefined;
  const advertised = (wire.advertisedPublicPrefixes ?? []).toSorted();
  const info = new Map(
    (wire.advertisedPublicPrefixInfo ?? []).map(({ prefix, validationState }) => [prefix, validationState]),
  );
  return {
    advertised,
    state: parsePrefixesState(wire.advertisedPublicPrefixesState ?? 'NotConfigured'),
    // 0 is nobody's number (RFC 7607): there is none.
    customerAsn: wire.customerASN || undefined,
    routingRegistry: wire.routingRegistryName,
    each: [...new Set([...advertised, ...info.keys()])].sort().map((prefix) => {
      const state = info.get(prefix);
      return { prefix, state: state === undefined ? undefined : parsePrefixState(state) };
    }),
  };
}
