import { z } from 'zod';
import type { ProviderOffer } from '../../domain/operation/circuit-sight.ts';
import type { ArmClient } from '../arm-client.ts';
import { resourceUrl } from '../resource-url.ts';
import { readValues } from './read-values.ts';

const ProviderWire = z.object({
  name: z.string().min(1),
  properties: z.object({
    peeringLocations: z.array(z.string()).nullish().catch(undefined),
    bandwidthsOffered: z
      .array(z.object({ valueInMbps: z.number().positive() }))
      .nullish()
      .catch(undefined),
  }),
});
type ProviderWire = z.infer<typeof ProviderWire>;

/** The live catalogue. Only the name identifies a provider: every id is the same text (facts/azure.md, oddity 8). */
export async function listOffers(arm: ArmClient, subscriptionId: string): Promise<readonly ProviderOffer[]> {
  const url = resourceUrl(
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/expressRouteServiceProviders`,
  );
  const offers = new Map<string, ProviderOffer>();
  for (const value of await readValues(arm, url, 'connectivity providers')) {
    const { success, data } = ProviderWire.safeParse(value);
    if (success) offers.set(data.name, merged(offers.get(data.name), data));
  }
  return [...offers.values()];
}

function merged(known: ProviderOffer | undefined, { name, properties }: ProviderWire): ProviderOffer {
  const bandwidths = properties.bandwidthsOffered?.map(({ valueInMbps }) => valueInMbps) ?? [];
  return {
    provider: name,
    locations: [...new Set([...(known?.locations ?? []), ...(properties.peeringLocations ?? [])])],
    bandwidthsMbps: [...new Set([...(known?.bandwidthsMbps ?? []), ...bandwidths])].sort((a, b) => a - b),
  };
}
