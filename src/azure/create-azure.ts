import type { Azure } from '../usecases/ports.ts';
import { type ArmClientOptions, createArmClient } from './arm-client.ts';
import { listCircuits, type PageCache } from './list-circuits.ts';
import { listLinks } from './list-links.ts';

/** Azure behind its port. */
export function createAzure(options: ArmClientOptions): Azure {
  const arm = createArmClient(options);
  const pages: PageCache = new Map();
  return {
    listCircuits: (subscriptionId) => listCircuits(arm, subscriptionId, pages),
    listLinks: (subscriptionId, circuitId) => listLinks(arm, subscriptionId, circuitId),
  };
}
