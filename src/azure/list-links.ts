import { z } from 'zod';
import type { VnetLink } from '../domain/circuit/circuit.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import { AzureFault } from '../usecases/ports.ts';
import type { ArmClient } from './arm-client.ts';
import { parseJson } from './parse-json.ts';

const ResourceGraphAnswer = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      resourceGroup: z.string().default(''),
      gateway: z.string().nullish(),
      status: z.string().nullish(),
    }),
  ),
});

/** Somebody waits for the card that shows them: when they come late, it has gone out without them. */
const patienceMs = 2_500;

/**
 * The connections of virtual network gateways to one circuit. ARM lists connections only by resource group, so
 * Resource Graph is asked: one call, seconds behind at most, which is good enough to look at (facts/azure.md 3.5).
 */
export async function listLinks(
  arm: ArmClient,
  subscriptionId: string,
  circuitId: CircuitId,
): Promise<readonly VnetLink[]> {
  const answer = ResourceGraphAnswer.safeParse(
    parseJson(
      await arm.postJson(
        '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
        {
          subscriptions: [subscriptionId],
          query: queryFor(circuitId),
          options: { resultFormat: 'objectArray', $top: 1_000 },
        },
        patienceMs,
      ),
    ),
  );
  if (!answer.success)
    throw new AzureFault('unreadable', "Azure's list of connections could not be understood");
  return answer.data.data.map(({ name, resourceGroup, gateway, status }) => ({
    name,
    resourceGroup,
    gateway: gateway?.split('/').at(-1) ?? '',
    status: status ?? 'Unknown',
  }));
}

function queryFor(circuitId: CircuitId): string {
  const quoted = circuitId.replace(/\\/gu, '\\\\').replace(/'/gu, "\\'");
  return [
    'resources',
    "where type =~ 'microsoft.network/connections'",
    `where properties.peer.id =~ '${quoted}'`,
    'project name, resourceGroup, gateway = tostring(properties.virtualNetworkGateway1.id), status = tostring(properties.connectionStatus)',
    'order by name asc',
  ].join(' | ');
}
