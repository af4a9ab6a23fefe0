import { z } from 'zod';
import type { Connection } from '../model/connection.ts';
import type { ResourceRef } from '../model/resource.ts';
import { unknownIn } from './unknown-properties.ts';

const properties = z.looseObject({
  connectionType: z.literal('ExpressRoute'),
  virtualNetworkGateway1: z.object({ id: z.string() }),
  peer: z.object({ id: z.string() }),
  authorizationKey: z.string().nullish(),
  routingWeight: z.number().int().min(0).max(32_000).default(0),
  expressRouteGatewayBypass: z.boolean().default(false),
});

export const connectionBody = z.object({
  location: z.string(),
  tags: z.record(z.string(), z.string()).optional(),
  properties,
});
export type ConnectionBody = z.infer<typeof connectionBody>;

const known = new Set([
  ...Object.keys(properties.shape),
  'provisioningState',
  'resourceGuid',
  'connectionStatus',
  'ingressBytesTransferred',
  'egressBytesTransferred',
  'enableBgp',
  'usePolicyBasedTrafficSelectors',
  'ipsecPolicies',
]);

/** The connection while its operation runs. A key that was redeemed stays redeemed when a later body is silent on it. */
export function updatingConnection(
  ref: ResourceRef,
  wanted: ConnectionBody,
  before?: Connection,
): Connection {
  const authorizationKey = wanted.properties.authorizationKey ?? before?.authorizationKey;
  return {
    ...ref,
    location: wanted.location,
    revision: 0,
    provisioningState: 'Updating',
    gatewayId: wanted.properties.virtualNetworkGateway1.id,
    peerId: wanted.properties.peer.id,
    routingWeight: wanted.properties.routingWeight,
    fastPath: wanted.properties.expressRouteGatewayBypass,
    connectionStatus: before?.connectionStatus ?? 'Connecting',
    ...(wanted.tags && { tags: wanted.tags }),
    ...(authorizationKey !== undefined && { authorizationKey }),
    ...unknownIn(wanted.properties, known),
  };
}
