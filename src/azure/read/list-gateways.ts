import { z } from 'zod';
import type { Gateway } from '../../domain/operation/circuit-sight.ts';
import { AzureFault } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { askGraph } from './ask-graph.ts';

const text = z.string().nullish().catch(undefined);

const GatewayRow = z.object({
  id: z.string(),
  name: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  location: text,
  sku: text,
  ipConfigurations: z
    .array(z.object({ properties: z.object({ subnet: z.object({ id: z.string() }) }) }))
    .nullish()
    .catch(undefined),
});

const ConnectionRow = z.object({ gateway: text, circuit: text });

const NetworkRow = z.object({ id: z.string(), prefixes: z.array(z.string()).nullish().catch(undefined) });

const gatewayStages = [
  "where type =~ 'microsoft.network/virtualnetworkgateways'",
  "where properties.gatewayType =~ 'ExpressRoute'",
  'project id, name, subscriptionId, resourceGroup, location, sku = tostring(properties.sku.name), ipConfigurations = properties.ipConfigurations',
  'order by id asc',
];

const networkStages = [
  "where type =~ 'microsoft.network/virtualnetworks'",
  'project id, prefixes = properties.addressSpace.addressPrefixes',
  'order by id asc',
];

const connectionStages = [
  "where type =~ 'microsoft.network/connections'",
  "where properties.connectionType =~ 'ExpressRoute'",
  'project id, gateway = tostring(properties.virtualNetworkGateway1.id), circuit = tostring(properties.peer.id)',
  'order by id asc',
];

/** ExpressRoute gateways, with the circuits that each is connected to and the address spaces of the network that each stands in. */
export async function listGateways(
  arm: ArmClient,
  subscriptionIds: readonly string[],
): Promise<readonly Gateway[]> {
  const gateways = await askGraph(arm, subscriptionIds, gatewayStages, GatewayRow);
  if (gateways.length === 0) return [];
  const [spaces, circuits] = await Promise.all([
    addressSpaces(arm, subscriptionIds),
    connectedCircuits(arm, subscriptionIds),
  ]);
  return gateways.map(({ id, name, subscriptionId, resourceGroup, location, sku, ipConfigurations }) => ({
    id,
    name,
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup,
    region: location ?? '',
    sku: sku ?? '',
    addressSpaces: spaces.get(networkOf(ipConfigurations?.[0]?.properties.subnet.id ?? '')),
    ...(circuits && { circuitIds: circuits.get(id.toLowerCase()) ?? [] }),
  }));
}

/** By the network's id in lower case. */
async function addressSpaces(
  arm: ArmClient,
  subscriptionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const networks = await askWhereAllowed(arm, subscriptionIds, networkStages, NetworkRow);
  return new Map(
    networks?.flatMap(({ id, prefixes }) => (prefixes ? [[id.toLowerCase(), prefixes] as const] : [])),
  );
}

/** By the gateway's id in lower case: its connections are in its own subscription, so all of them are seen. */
async function connectedCircuits(
  arm: ArmClient,
  subscriptionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const rows = await askWhereAllowed(arm, subscriptionIds, connectionStages, ConnectionRow);
  const byGateway = rows && Map.groupBy(rows, ({ gateway }) => (gateway ?? '').toLowerCase());
  return (
    byGateway &&
    new Map([...byGateway].map(([id, found]) => [id, found.flatMap(({ circuit }) => circuit || [])]))
  );
}

/** Who may see gateways need not be allowed to see the rest: undefined then. */
async function askWhereAllowed<T>(
  arm: ArmClient,
  subscriptionIds: readonly string[],
  stages: readonly string[],
  row: z.ZodType<T>,
): Promise<readonly T[] | undefined> {
  try {
    return await askGraph(arm, subscriptionIds, stages, row);
  } catch (fault) {
    if (fault instanceof AzureFault && fault.kind === 'forbidden') return undefined;
    throw fault;
  }
}

function networkOf(subnetId: string): string {
  return subnetId.toLowerCase().replace(/\/subnets\/[^/]*$/u, '');
}
