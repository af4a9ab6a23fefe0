import { z } from 'zod';

/**
 * An ExpressRoute circuit as ARM sends it. Lenient on purpose: a field of an unexpected type is as good as absent, so
 * that one odd circuit cannot hide the others. Empty strings mean absent (facts/azure.md, oddity 7).
 * Source: Microsoft.Network 2026-01-01 and recordings; secrets (serviceKey, sharedKey …) are not even read.
 */
const text = z
  .string()
  .transform((value) => (value === '' ? undefined : value))
  .optional()
  .catch(undefined);
const count = z
  .union([z.number().int(), z.string().regex(/^\d+$/u).transform(Number)])
  .optional()
  .catch(undefined);
const reference = z.object({ id: text }).nullish().catch(undefined);
const many = <T extends z.ZodType>(item: T) => z.array(item).nullish().catch(undefined);

const PrefixWire = z.object({ prefix: z.string(), validationState: text });

const PublicPrefixesWire = z
  .object({
    advertisedPublicPrefixes: many(z.string()),
    advertisedPublicPrefixesState: text,
    advertisedPublicPrefixInfo: many(PrefixWire),
    customerASN: count,
    routingRegistryName: text,
  })
  .nullish()
  .catch(undefined);
export type PublicPrefixesWire = z.infer<typeof PublicPrefixesWire>;

const FamilyWire = {
  primaryPeerAddressPrefix: text,
  secondaryPeerAddressPrefix: text,
  microsoftPeeringConfig: PublicPrefixesWire,
  routeFilter: reference,
};

const PeeringWire = z.object({
  name: z.string(),
  properties: z.object({
    ...FamilyWire,
    peeringType: text,
    state: text,
    provisioningState: text,
    azureASN: count,
    peerASN: count,
    vlanId: count,
    lastModifiedBy: text,
    ipv6PeeringConfig: z.object(FamilyWire).nullish().catch(undefined),
  }),
});
export type PeeringWire = z.infer<typeof PeeringWire>;
export type FamilyWire = NonNullable<PeeringWire['properties']['ipv6PeeringConfig']>;

const AuthorizationWire = z.object({
  name: z.string(),
  properties: z.object({ authorizationUseStatus: text }).optional().catch(undefined),
});

export const CircuitWire = z.object({
  id: z.string(),
  location: text,
  tags: z.record(z.string(), z.coerce.string()).nullish().catch(undefined),
  sku: z.object({ name: text, tier: text, family: text }).nullish().catch(undefined),
  properties: z.object({
    provisioningState: text,
    circuitProvisioningState: text,
    serviceProviderProvisioningState: text,
    serviceProviderProperties: z
      .object({ serviceProviderName: text, peeringLocation: text, bandwidthInMbps: count })
      .nullish()
      .catch(undefined),
    expressRoutePort: reference,
    expressRouteLag: reference,
    bandwidthInGbps: z.coerce.number().optional().catch(undefined),
    // Not lenient: a peering that cannot be read must not look like one that was removed.
    peerings: z.array(PeeringWire).nullish(),
    authorizations: many(AuthorizationWire),
  }),
});
export type CircuitWire = z.infer<typeof CircuitWire>;

export const PageWire = z.object({
  value: z.array(z.unknown()),
  nextLink: z.string().nullish(),
});
