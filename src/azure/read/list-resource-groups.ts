import { z } from 'zod';
import type { ResourceGroup } from '../../domain/operation/circuit-sight.ts';
import type { ArmClient } from '../arm-client.ts';
import { resourceUrl } from '../resource-url.ts';
import { readValues } from './read-values.ts';

const GroupWire = z.object({ name: z.string().min(1), location: z.string().catch('') });

export async function listResourceGroups(
  arm: ArmClient,
  subscriptionId: string,
): Promise<readonly ResourceGroup[]> {
  const url = resourceUrl(`/subscriptions/${subscriptionId}/resourcegroups`, { 'api-version': '2021-04-01' });
  const values = await readValues(arm, url, 'resource groups');
  return values.flatMap((value) => {
    const { success, data } = GroupWire.safeParse(value);
    return success ? [{ name: data.name, region: data.location }] : [];
  });
}
