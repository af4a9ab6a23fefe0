import type { Azure, AzureWriter } from '../usecases/ports.ts';
import { type AzureDoor, accessOf, armUrlOf } from './access.ts';
import { createArmClient } from './arm-client.ts';
import { atMost } from './at-most.ts';
import { createAzureWriter } from './create-azure-writer.ts';
import { type LastPages, listCircuits } from './list-circuits.ts';
import { listLinks } from './list-links.ts';

/** How many people's cards may wait for Azure at a time. */
const linkReadLimit = 16;

/** Azure behind its two ports, with one connection and one credential for both. */
export async function createAzure(door: AzureDoor): Promise<Azure & AzureWriter> {
  const arm = createArmClient({ armUrl: armUrlOf(door), access: await accessOf(door) });
  const lastPages: LastPages = new Map();
  return {
    ...createAzureWriter(arm),
    listCircuits: (subscriptionId) => listCircuits(arm, subscriptionId, lastPages),
    listLinks: atMost(linkReadLimit, (subscriptionId, circuitId) =>
      listLinks(arm, subscriptionId, circuitId),
    ),
  };
}
