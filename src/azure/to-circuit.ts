import type { Circuit, CircuitService } from '../domain/circuit/circuit.ts';
import type { CircuitAddress } from '../domain/circuit/circuit-id.ts';
import { parseCircuitStatus, parseProviderState, parseProvisioningState } from '../domain/circuit/states.ts';
import type { CircuitWire } from './circuit-wire.ts';
import { lastPart } from './last-part.ts';
import { toPeering } from './to-peering.ts';

/** ARM's circuit → ours. What has no order in Azure gets one here, so that a mere reordering is no change. */
export function toCircuit(wire: CircuitWire, address: CircuitAddress): Circuit {
  const { properties } = wire;
  return {
    id: address.id,
    name: address.name,
    resourceGroup: address.resourceGroup,
    subscriptionId: address.subscriptionId,
    region: wire.location ?? '',
    tags: sorted(wire.tags ?? {}),
    sku: toSku(wire.sku),
    service: toService(properties),
    provisioningState: parseProvisioningState(properties.provisioningState ?? ''),
    status: parseCircuitStatus(properties.circuitProvisioningState ?? ''),
    peerings: (properties.peerings ?? []).map(toPeering).sort(byName),
    authorizations: (properties.authorizations ?? [])
      .map(({ name, properties: own }) => ({
        name,
        inUse: own?.authorizationUseStatus?.toLowerCase() === 'inuse',
      }))
      .sort(byName),
  };
}

/** The name repeats tier and family (`Standard_MeteredData`), and is all there is in old answers. */
function toSku(sku: CircuitWire['sku']): Circuit['sku'] {
  const [tier, family] = (sku?.name ?? '').split('_');
  return { tier: sku?.tier ?? tier ?? '', family: sku?.family ?? family ?? '' };
}

function toService(properties: CircuitWire['properties']): CircuitService {
  const {
    serviceProviderProperties: bought,
    expressRoutePort,
    expressRouteLag,
    bandwidthInGbps,
  } = properties;
  const port = expressRoutePort?.id ?? expressRouteLag?.id;
  if (port && !bought?.serviceProviderName) {
    return {
      kind: 'direct',
      port: lastPart(port),
      bandwidthMbps: Math.round((bandwidthInGbps ?? 0) * 1_000),
    };
  }
  return {
    kind: 'provider',
    provider: bought?.serviceProviderName ?? '',
    peeringLocation: bought?.peeringLocation ?? '',
    bandwidthMbps: bought?.bandwidthInMbps ?? 0,
    providerState: parseProviderState(properties.serviceProviderProvisioningState ?? ''),
  };
}

function sorted(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).sort(([a], [b]) => compare(a, b)));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compare(a.name.toLowerCase(), b.name.toLowerCase());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
