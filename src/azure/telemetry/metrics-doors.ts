import { type AzureDoor, metricsAccessOf, metricsUrlOf } from '../access.ts';
import { type ArmClient, createArmClient } from '../arm-client.ts';
import type { ArmAccess } from '../authenticate.ts';
import type { Watch } from '../sight.ts';

/** Who answers for the metrics of a region; nobody where there is no door. */
export type MetricsDoors = (region: string) => ArmClient | undefined;

/** Azure Monitor's data plane, which talks as ARM does: a door for each region, opened when it is first asked for. */
export function createMetricsDoors(door: AzureDoor, access: ArmAccess, watch?: Watch): MetricsDoors {
  const open = new Map<string, ArmClient>();
  return (region) => {
    const url = metricsUrlOf(door, region);
    if (!url) return undefined;
    const client =
      open.get(url) ?? createArmClient({ armUrl: url, access: metricsAccessOf(door, access), watch });
    open.set(url, client);
    return client;
  };
}
