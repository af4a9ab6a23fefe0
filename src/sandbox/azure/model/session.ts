import type { Circuit } from './circuit.ts';
import type { Peering, PeeringKind } from './peering.ts';

export const linkNames = ['primary', 'secondary'] as const;
export type LinkName = (typeof linkNames)[number];

export const families = ['ipv4', 'ipv6'] as const;
export type Family = (typeof families)[number];

/** One of a peering's two ways to the owner's routers. */
export type LinkPlace = { readonly peering: PeeringKind; readonly link: LinkName };
/** One BGP session: a way, and one address family. */
export type SessionPlace = LinkPlace & { readonly family: Family };

/** The address families that a peering has subnets for. */
export function familiesOf({ primaryPeerAddressPrefix, ipv6 }: Peering): readonly Family[] {
  return families.filter((family) =>
    family === 'ipv4'
      ? primaryPeerAddressPrefix !== ''
      : ipv6?.state === 'Enabled' && ipv6.primaryPeerAddressPrefix !== '',
  );
}

/**
 * The peerings over which Azure's routers speak to somebody: enabled, configured (an azureASN of 0 is not yet), on a
 * circuit that its provider has finished. Public peering is retired: nobody speaks there.
 */
export function servedPeerings({ delivery, peerings }: Circuit): readonly Peering[] {
  if (delivery.kind === 'provider' && delivery.provisioningState !== 'Provisioned') return [];
  return peerings.filter(
    ({ kind, state, azureASN, provisioningState }) =>
      kind !== 'AzurePublicPeering' &&
      state === 'Enabled' &&
      azureASN !== 0 &&
      provisioningState !== 'Deleting',
  );
}

export function linksOf(peering: Pick<Peering, 'kind'>): readonly LinkPlace[] {
  return linkNames.map((link) => ({ peering: peering.kind, link }));
}

export function sessionsOf(peering: Peering): readonly SessionPlace[] {
  return linksOf(peering).flatMap((place) => familiesOf(peering).map((family) => ({ ...place, family })));
}
