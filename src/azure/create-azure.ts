import type { Azure, AzureWriter, Now } from '../usecases/ports.ts';
import type { AzureSight } from '../usecases/sights.ts';
import type { Telemetry } from '../usecases/telemetry.ts';
import type { PrefixReader } from '../usecases/validation/prefix-reader.ts';
import type { SupportDesk } from '../usecases/validation/support.ts';
import { type AzureDoor, accessOf, armUrlOf } from './access.ts';
import { createArmClient } from './arm-client.ts';
import { atMost } from './at-most.ts';
import { createAzureWriter } from './create-azure-writer.ts';
import { type LastPages, listCircuits } from './list-circuits.ts';
import { listLinks } from './list-links.ts';
import type { Wait } from './patience.ts';
import { readAdvertisedPrefixes } from './read/read-advertised-prefixes.ts';
import type { Watch } from './sight.ts';
import { createSupportDesk } from './support/create-support-desk.ts';
import { createTelemetry } from './telemetry/create-telemetry.ts';
import { createMetricsDoors } from './telemetry/metrics-doors.ts';

/** How many people's cards may wait for Azure at a time. */
const linkReadLimit = 16;

/**
 * Azure behind its ports, with one credential for all of them. `observe` is told of every answer and of every
 * question that had none; what it throws is lost. `wait`: between two looks at what Microsoft's edge is asked.
 */
export async function createAzure(
  door: AzureDoor,
  observe: (sight: AzureSight) => void = () => {},
  now: Now = Date.now,
  wait?: Wait,
): Promise<Azure & AzureWriter & PrefixReader & Telemetry & { readonly support: SupportDesk }> {
  const access = await accessOf(door);
  const watchOf = (host: Watch['host']): Watch => ({ host, observe, now });
  const arm = createArmClient({ armUrl: armUrlOf(door), access, watch: watchOf('arm') });
  const lastPages: LastPages = new Map();
  return {
    ...createAzureWriter(arm),
    readAdvertisedPrefixes: (target) => readAdvertisedPrefixes(arm, target),
    ...createTelemetry(arm, createMetricsDoors(door, access, watchOf('metrics')), now, wait),
    support: createSupportDesk(arm, now, wait),
    listCircuits: (subscriptionId) => listCircuits(arm, subscriptionId, lastPages),
    listLinks: atMost(linkReadLimit, (subscriptionId, circuitId) =>
      listLinks(arm, subscriptionId, circuitId),
    ),
  };
}
