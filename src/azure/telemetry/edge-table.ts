import { z } from 'zod';
import { AzureFault } from '../../usecases/ports.ts';
import type { EdgeAsk } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import { startPatience, type Wait } from '../patience.ts';
import { resultOf } from '../read/result-of.ts';
import { circuitUrl } from '../resource-url.ts';

/** The edge mostly answers within a second. */
const firstPauseMs = 250;

const TableWire = z.object({ value: z.array(z.unknown()) });

/**
 * A table of Microsoft's edge for one peering on one link: a POST that is taken on (202 with the body `null`) and a
 * Location that holds the rows once they are there; their body, or nothing (204). Throws AzureFault.
 */
export async function readEdgeTable(
  arm: ArmClient,
  table: 'routeTablesSummary' | 'arpTables',
  { target, peering, link, timeoutMs }: EdgeAsk,
  wait: Wait,
): Promise<readonly unknown[]> {
  const url = circuitUrl(target, ['peerings', peering, table, link]);
  const patience = startPatience(arm, timeoutMs, wait);
  const result = await resultOf(await patience.ask({ method: 'POST', url }), patience, firstPauseMs);
  const { success, data } = TableWire.safeParse(result === undefined ? { value: [] } : result);
  if (!success) throw new AzureFault('unreadable', "The table of Azure's edge could not be understood");
  return data.value;
}
