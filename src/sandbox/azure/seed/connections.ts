import { type Circuit, circuitId } from '../model/circuit.ts';
import { type Connection, connectionId } from '../model/connection.ts';
import { gatewayId } from '../model/network.ts';
import { americas, emea } from './subscriptions.ts';

export const sharedAuthorization = { name: 'auth-spoke-dr', key: '00000000-0000-4000-8000-00000000a001' };

const emeaHub = { subscriptionId: emea, resourceGroup: 'rg-net-emea' };
const lon01 = circuitId({ ...emeaHub, name: 'lon-01' });

/** Azure keeps the peer's id as the caller wrote it; the last one here was written by another hand. */
export function seededConnections(): readonly Connection[] {
  return [
    linked({ ...emeaHub, name: 'conn-lon-hub' }, 'gw-hub-uk', lon01),
    linked({ ...emeaHub, name: 'conn-lon-data' }, 'gw-data-uk', lon01, { fastPath: true }),
    linked({ ...emeaHub, resourceGroup: 'rg-net-emea-dr', name: 'conn-lon-dr' }, 'gw-dr-we', lon01, {
      location: 'westeurope',
      authorizationKey: sharedAuthorization.key,
    }),
    linked(
      { subscriptionId: americas, resourceGroup: 'rg-net-amer', name: 'conn-nyc-hub' },
      'gw-hub-us',
      circuitId({ subscriptionId: americas, resourceGroup: 'rg-net-amer', name: 'nyc-01' })
        .replace('resourceGroups', 'resourcegroups')
        .toLowerCase(),
      { location: 'eastus' },
    ),
  ];
}

/** The id of the connection that an authorization was redeemed for. */
export function redeemedBy(): string {
  return connectionId({ subscriptionId: emea, resourceGroup: 'rg-net-emea-dr', name: 'conn-lon-dr' });
}

function linked(
  ref: Pick<Circuit, 'subscriptionId' | 'resourceGroup' | 'name'>,
  gateway: string,
  peerId: string,
  more: Partial<Connection> = {},
): Connection {
  return {
    ...ref,
    location: 'uksouth',
    revision: 1,
    provisioningState: 'Succeeded',
    gatewayId: gatewayId({ ...ref, name: gateway }),
    peerId,
    routingWeight: 0,
    fastPath: false,
    connectionStatus: 'Connected',
    ...more,
  };
}
