import { guidOf } from '../guid.ts';
import { type Connection, connectionId, connectionKey } from '../model/connection.ts';
import { etagOf } from './etag.ts';

export function toWireConnection(connection: Connection) {
  return {
    name: connection.name,
    id: connectionId(connection),
    etag: etagOf(connectionKey(connection), connection.revision),
    type: 'Microsoft.Network/connections',
    location: connection.location,
    properties: {
      provisioningState: connection.provisioningState,
      resourceGuid: guidOf('connection', connectionKey(connection)),
      virtualNetworkGateway1: { id: connection.gatewayId, properties: {} },
      peer: { id: connection.peerId },
      connectionType: 'ExpressRoute',
      routingWeight: connection.routingWeight,
      enableBgp: false,
      usePolicyBasedTrafficSelectors: false,
      ipsecPolicies: [],
      expressRouteGatewayBypass: connection.fastPath,
      authorizationKey: connection.authorizationKey,
      connectionStatus: connection.connectionStatus,
      ingressBytesTransferred: 0,
      egressBytesTransferred: 0,
    },
  };
}
