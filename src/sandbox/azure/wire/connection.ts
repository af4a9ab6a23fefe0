import { guidOf } from '../guid.ts';
import { type Connection, connectionId } from '../model/connection.ts';
import { resourceKey } from '../model/resource.ts';
import { etagOf } from './etag.ts';

export function toWireConnection(connection: Connection) {
  return {
    name: connection.name,
    id: connectionId(connection),
    etag: etagOf(resourceKey(connection), connection.revision),
    type: 'Microsoft.Network/connections',
    location: connection.location,
    tags: connection.tags,
    properties: {
      provisioningState: connection.provisioningState,
      resourceGuid: guidOf('connection', resourceKey(connection)),
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
      ...connection.unknown,
    },
  };
}
