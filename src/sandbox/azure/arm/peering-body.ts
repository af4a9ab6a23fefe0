import { z } from 'zod';
import type { GlobalReach } from '../model/global-reach.ts';
import type { Peering, PeeringKind } from '../model/peering.ts';
import { prefixConfigBody, toPrefixConfig } from './prefix-config-body.ts';
import { unknownIn } from './unknown-properties.ts';

const ipv6Body = z.looseObject({
  primaryPeerAddressPrefix: z.string().default(''),
  secondaryPeerAddressPrefix: z.string().default(''),
  state: z.string().default('Enabled'),
  microsoftPeeringConfig: prefixConfigBody.optional(),
});

/** What a caller may say of a peering; a `sharedKey` is taken and never shown again. */
export const peeringProperties = z.looseObject({
  peerASN: z.number().int().min(1).max(4_294_967_295).default(0),
  vlanId: z.number().int().default(0),
  state: z.enum(['Enabled', 'Disabled']).default('Enabled'),
  primaryPeerAddressPrefix: z.string().default(''),
  secondaryPeerAddressPrefix: z.string().default(''),
  microsoftPeeringConfig: prefixConfigBody.nullish(),
  ipv6PeeringConfig: ipv6Body.nullish(),
  routeFilter: z.object({ id: z.string() }).nullish(),
  connections: z.array(z.object({ name: z.string() })).default([]),
});
export type PeeringProperties = z.infer<typeof peeringProperties>;

/** Those above, those that are Azure's own to write, and the secret. */
const known = new Set([
  ...Object.keys(peeringProperties.shape),
  'peeringType',
  'provisioningState',
  'azureASN',
  'primaryAzurePort',
  'secondaryAzurePort',
  'gatewayManagerEtag',
  'lastModifiedBy',
  'peeredConnections',
  'sharedKey',
]);
const knownIpv6 = new Set(Object.keys(ipv6Body.shape));

/**
 * The peering while its operation runs. A new one has no Azure side yet: azureASN 0, nobody as its last editor, no
 * ports. What the body leaves out is gone, as a PUT means it; that Global Reach goes this way too is not recorded.
 */
export function updatingPeering(kind: PeeringKind, wanted: PeeringProperties, before?: Peering): Peering {
  const { microsoftPeeringConfig, ipv6PeeringConfig, routeFilter } = wanted;
  const globalReach = named(before?.globalReach ?? [], wanted.connections);
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
    ...(globalReach.length > 0 && { globalReach }),
    ...(before?.reachedBy && { reachedBy: before.reachedBy }),
    ...unknownIn(wanted, known),
  };
}

type Ipv6Body = z.infer<typeof ipv6Body>;

function toIpv6(wanted: Ipv6Body, before: Peering['ipv6']): NonNullable<Peering['ipv6']> {
  const { primaryPeerAddressPrefix, secondaryPeerAddressPrefix, state, microsoftPeeringConfig } = wanted;
  const microsoft = microsoftPeeringConfig && toPrefixConfig(microsoftPeeringConfig, before?.microsoft);
  return {
    primaryPeerAddressPrefix,
    secondaryPeerAddressPrefix,
    state,
    ...(microsoft && { microsoft }),
    ...unknownIn(wanted, knownIpv6),
  };
}

function named(reaches: readonly GlobalReach[], wanted: readonly { readonly name: string }[]) {
  const names = wanted.map(({ name }) => name.toLowerCase());
  return reaches.filter(({ name }) => names.includes(name.toLowerCase()));
}
