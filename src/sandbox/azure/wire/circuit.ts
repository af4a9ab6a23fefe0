import { guidOf } from '../guid.ts';
import { type Authorization, type Circuit, circuitId, circuitKey } from '../model/circuit.ts';
import { etagOf } from './etag.ts';
import { listIndent, toWireJson } from './json.ts';
import { toWirePeering } from './peering.ts';
import { shownServiceKey } from './service-key.ts';

/**
 * A circuit as ARM writes it: keys in the order of the recorded traffic, with the properties that no specification
 * names (`resourceGuid`, `allowGlobalReach`) and the status that drops to Disabled whenever an update runs.
 */
export function toWireCircuit(circuit: Circuit, prefixInfo: boolean) {
  const { delivery, issued } = circuit;
  const etag = etagOf(circuitKey(circuit), circuit.revision);
  const provider = delivery.kind === 'provider' ? delivery : undefined;
  const direct = delivery.kind === 'direct' ? delivery : undefined;
  return {
    name: circuit.name,
    id: circuitId(circuit),
    etag,
    type: 'Microsoft.Network/expressRouteCircuits',
    location: circuit.location,
    tags: circuit.tags,
    properties: {
      provisioningState: circuit.provisioningState,
      resourceGuid: guidOf('resource', circuitKey(circuit), circuit.stag),
      peerings: circuit.peerings.map((peering) => toWirePeering(circuit, peering, { etag, prefixInfo })),
      authorizations: circuit.authorizations.map((authorization) =>
        toWireAuthorization(circuit, authorization),
      ),
      serviceProviderProperties: provider && {
        serviceProviderName: provider.serviceProviderName,
        peeringLocation: provider.peeringLocation,
        bandwidthInMbps: provider.bandwidthMbps,
      },
      bandwidthInGbps: direct?.bandwidthGbps,
      expressRoutePort: direct && { id: direct.portId },
      circuitProvisioningState: circuitStatus(circuit),
      allowClassicOperations: circuit.allowClassicOperations,
      gatewayManagerEtag: issued ? circuit.gatewayManagerEtag : undefined,
      serviceKey: shownServiceKey(circuit),
      serviceProviderProvisioningState: provider?.provisioningState,
      allowGlobalReach: circuit.globalReachEnabled,
      globalReachEnabled: circuit.globalReachEnabled,
      stag: issued ? circuit.stag : undefined,
      ...circuit.unknown,
    },
    sku: circuit.sku,
  };
}

export function circuitStatus(circuit: Circuit): string {
  return circuit.provisioningState === 'Updating' ? 'Disabled' : 'Enabled';
}

export function toWireAuthorization(circuit: Circuit, authorization: Authorization) {
  return {
    name: authorization.name,
    id: `${circuitId(circuit)}/authorizations/${authorization.name}`,
    etag: etagOf(circuitKey(circuit), circuit.revision),
    properties: {
      provisioningState: authorization.provisioningState,
      authorizationKey: authorization.key,
      authorizationUseStatus: authorization.useStatus,
      connectionResourceUri: authorization.connectionId,
    },
    type: 'Microsoft.Network/expressRouteCircuits/authorizations',
  };
}

const listItems = { withInfo: new WeakMap<Circuit, string>(), without: new WeakMap<Circuit, string>() };

/** A circuit as an item of a LIST. Circuits are replaced, never changed, so the text is made once for each etag. */
export function circuitListItem(circuit: Circuit, prefixInfo: boolean): string {
  const known = prefixInfo ? listItems.withInfo : listItems.without;
  const text = known.get(circuit) ?? toWireJson(toWireCircuit(circuit, prefixInfo), listIndent);
  known.set(circuit, text);
  return text;
}
