import { z } from 'zod';
import type { Ipv6Config, Peering, PeeringKind, PrefixConfig } from '../model/peering.ts';

const prefixConfigBody = z.object({
  advertisedPublicPrefixes: z.array(z.string()).optional(),
  customerASN: z.number().int().default(0),
  legacyMode: z.number().int().default(0),
  routingRegistryName: z.string().default('NONE'),
  advertisedPublicPrefixInfo: z
    .array(z.object({ prefix: z.string(), signature: z.string().default('') }))
    .optional(),
});

const ipv6Body = z.object({
  primaryPeerAddressPrefix: z.string().default(''),
  secondaryPeerAddressPrefix: z.string().default(''),
  state: z.string().default('Enabled'),
  microsoftPeeringConfig: prefixConfigBody.optional(),
});

/** What a caller may say of a peering; a `sharedKey` is taken and never shown again. */
export const peeringProperties = z.object({
  peerASN: z.number().int().min(1).max(4_294_967_295).default(0),
  vlanId: z.number().int().default(0),
  state: z.enum(['Enabled', 'Disabled']).default('Enabled'),
  primaryPeerAddressPrefix: z.string().default(''),
  secondaryPeerAddressPrefix: z.string().default(''),
  microsoftPeeringConfig: prefixConfigBody.optional(),
  ipv6PeeringConfig: ipv6Body.optional(),
  routeFilter: z.object({ id: z.string() }).nullish(),
});
export type PeeringProperties = z.infer<typeof peeringProperties>;

/**
 * The peering while its operation runs. A new one has no Azure side yet: azureASN 0, nobody as its last editor, no
 * ports. What the body leaves out is gone, as a PUT means it.
 */
export function updatingPeering(kind: PeeringKind, wanted: PeeringProperties, before?: Peering): Peering {
  const { microsoftPeeringConfig, ipv6PeeringConfig, routeFilter } = wanted;
  return {
    kind,
    provisioningState: 'Updating',
    state: wanted.state,
    azureASN: before?.azureASN ?? 0,
    peerASN: wanted.peerASN,
    vlanId: wanted.vlanId,
    primaryPeerAddressPrefix: wanted.primaryPeerAddressPrefix,
    secondaryPeerAddressPrefix: wanted.secondaryPeerAddressPrefix,
    lastModifiedBy: before ? 'Customer' : '',
    ...(before && {
      primaryAzurePort: before.primaryAzurePort,
      secondaryAzurePort: before.secondaryAzurePort,
      gatewayManagerEtag: before.gatewayManagerEtag,
    }),
    ...(microsoftPeeringConfig && { microsoft: toPrefixConfig(microsoftPeeringConfig, before?.microsoft) }),
    ...(ipv6PeeringConfig && { ipv6: toIpv6(ipv6PeeringConfig, before?.ipv6) }),
    ...(routeFilter && { routeFilterId: routeFilter.id }),
  };
}

function toIpv6(
  { microsoftPeeringConfig, ...rest }: z.infer<typeof ipv6Body>,
  before?: Ipv6Config,
): Ipv6Config {
  const microsoft = microsoftPeeringConfig && toPrefixConfig(microsoftPeeringConfig, before?.microsoft);
  return { ...rest, ...(microsoft && { microsoft }) };
}

/** Prefixes that were there keep their verdict; a new one, or one with a new signature, has none yet. */
function toPrefixConfig(wanted: z.infer<typeof prefixConfigBody>, before?: PrefixConfig): PrefixConfig {
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
  };
}
