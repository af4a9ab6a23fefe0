import type { Azure } from '../usecases/ports.ts';
import { type AzureDoor, accessOf, armUrlOf } from './access.ts';
import { createArmClient } from './arm-client.ts';
import { listCircuits, type PageCache } from './list-circuits.ts';
import { listLinks } from './list-links.ts';

/** Azure behind its port. */
export async function createAzure(door: AzureDoor): Promise<Azure> {
  const arm = createArmClient({ armUrl: armUrlOf(door), access: await accessOf(door) });
  const pages: PageCache = new Map();
  return {
    listCircuits: (subscriptionId) => listCircuits(arm, subscriptionId, pages),
    listLinks: (subscriptionId, circuitId) => listLinks(arm, subscriptionId, circuitId),
  };
}
