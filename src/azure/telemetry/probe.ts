import type { ArmClient } from '../arm-client.ts';
import { readValues } from '../read/read-values.ts';

/** The list of services is the cheapest question that support answers: it needs no plan and no subscription. */
export async function probeSupport(arm: ArmClient): Promise<void> {
  await readValues(arm, '/providers/Microsoft.Support/services?api-version=2024-04-01', 'support services');
}
