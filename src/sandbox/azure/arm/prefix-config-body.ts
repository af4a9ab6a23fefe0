import { z } from 'zod';
import type { PrefixConfig } from '../model/peering.ts';
import { unknownIn } from './unknown-properties.ts';

/** The `microsoftPeeringConfig` of one address family, as a caller sends it. */
export const prefixConfigBody = z.looseObject({
  advertisedPublicPrefixes: z.array(z.string()).optional(),
  customerASN: z.number().int().default(0),
  legacyMode: z.number().int().default(0),
  routingRegistryName: z.string().default('NONE'),
  advertisedPublicPrefixInfo: z
    .array(z.object({ prefix: z.string(), signature: z.string().default('') }))
    .optional(),
});

const known = new Set([...Object.keys(prefixConfigBody.shape), 'advertisedPublicPrefixesState']);

/** Prefixes that were there keep their verdict; a new one, or one with a new signature, has none yet. */
export function toPrefixConfig(
  wanted: z.infer<typeof prefixConfigBody>,
  before?: PrefixConfig,
): PrefixConfig {
  const info = wanted.advertisedPublicPrefixInfo ?? [];
  const names = wanted.advertisedPublicPrefixes ?? info.map(({ prefix }) => prefix);
  const prefixes = names.map((prefix) => {
    const old = before?.prefixes.find((entry) => entry.prefix === prefix);
    const signature = info.find((entry) => entry.prefix === prefix)?.signature ?? old?.signature ?? '';
    return old?.signature === signature ? old : { prefix, signature };
  });
  const settled = prefixes.every((entry) => entry.validationState !== undefined);
  return {
    prefixes,
    advertisedPublicPrefixesState: (settled && before?.advertisedPublicPrefixesState) || 'NotConfigured',
    customerASN: wanted.customerASN,
    legacyMode: wanted.legacyMode,
    routingRegistryName: wanted.routingRegistryName,
    ...unknownIn(wanted, known),
  };
}
