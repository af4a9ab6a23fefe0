import { z } from 'zod';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Connection } from '../../domain/operation/circuit-sight.ts';
import type { ArmClient } from '../arm-client.ts';
import { askGraph, quoted } from './ask-graph.ts';

const text = z.string().nullish().catch(undefined);

const Row = z.object({
  id: z.string(),
  name: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  gateway: text,
  status: text,
  weight: z.coerce.number().catch(0),
  fastPath: z.boolean().nullish().catch(undefined),
});

/** ARM lists connections by resource group only; Resource Graph knows those of every group. */
export async function listConnections(
  arm: ArmClient,
  subscriptionIds: readonly string[],
  circuitId: CircuitId,
): Promise<readonly Connection[]> {
  const stages = [
    "where type =~ 'microsoft.network/connections'",
    `where properties.peer.id =~ ${quoted(circuitId)}`,
    'project id, name, subscriptionId, resourceGroup, gateway = tostring(properties.virtualNetworkGateway1.id), status = tostring(properties.connectionStatus), weight = properties.routingWeight, fastPath = properties.expressRouteGatewayBypass',
    'order by id asc',
  ];
  const rows = await askGraph(arm, subscriptionIds, stages, Row);
  return rows.map(({ id, name, subscriptionId, resourceGroup, gateway, status, weight, fastPath }) => ({
    id,
    name,
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup,
    gatewayId: gateway ?? '',
    status: status || 'Unknown',
    routingWeight: weight,
    fastPath: fastPath ?? false,
  }));
}
