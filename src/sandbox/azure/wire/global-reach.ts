import type { GlobalReach } from '../model/global-reach.ts';

/** From the circuit that it was made on; `peering`: the id of that circuit's peering. In the form of the CLI's output. */
export function toWireCircuitConnection(peering: string, reach: GlobalReach, etag: string) {
  return {
    name: reach.name,
    id: `${peering}/connections/${reach.name}`,
    etag,
    properties: joined(peering, reach.peerId, reach),
    type: 'Microsoft.Network/expressRouteCircuits/peerings/connections',
  };
}

/** The same, as the other circuit shows it. */
export function toWirePeerConnection(peering: string, reach: GlobalReach, etag: string) {
  return {
    name: reach.name,
    id: `${peering}/peerConnections/${reach.name}`,
    etag,
    properties: { ...joined(reach.peerId, peering, reach), connectionName: reach.name },
    type: 'Microsoft.Network/expressRouteCircuits/peerings/peerConnections',
  };
}

function joined(from: string, to: string, { provisioningState, addressPrefix, status }: GlobalReach) {
  return {
    provisioningState,
    expressRouteCircuitPeering: { id: from },
    peerExpressRouteCircuitPeering: { id: to },
    addressPrefix,
    circuitConnectionStatus: status,
  };
}
