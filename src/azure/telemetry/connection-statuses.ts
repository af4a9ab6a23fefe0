import { z } from 'zod';
import { parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { CircuitConnection } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import { lastPart } from '../last-part.ts';
import { askGraph } from '../read/ask-graph.ts';

const text = z.string().nullish().catch(undefined);

const Row = z.object({ name: z.string(), resourceGroup: text, gateway: text, circuit: text, status: text });

const stages = [
  "where type =~ 'microsoft.network/connections'",
  "where properties.connectionType =~ 'ExpressRoute'",
  'project id, name, resourceGroup, gateway = tostring(properties.virtualNetworkGateway1.id), circuit = tostring(properties.peer.id), status = tostring(properties.connectionStatus)',
  'order by id asc',
];

/** The connections that lead to a circuit, of all subscriptions in one question. */
export async function listConnectionStatuses(
  arm: ArmClient,
  subscriptionIds: readonly string[],
): Promise<readonly CircuitConnection[]> {
  const rows = await askGraph(arm, subscriptionIds, stages, Row);
  return rows.flatMap(({ name, resourceGroup, gateway, circuit, status }) => {
    const address = parseCircuitAddress(circuit ?? '');
    if (!address.ok) return [];
    const standing = { name, resourceGroup: resourceGroup ?? '', gateway: lastPart(gateway ?? '') };
    return [{ circuitId: address.value.id, ...standing, status: status || 'Unknown' }];
  });
}
