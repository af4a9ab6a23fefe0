import type { AddressFamily, Peering, PublicPrefixes } from './peering.ts';
import { addressFamilies } from './peering.ts';

/** Azure public peering was retired on 2024-03-31 (Microsoft's peering comparison table). */
export function isRetired(peering: Peering): boolean {
  return peering.type === 'AzurePublicPeering';
}

/** The advertised public prefixes of a peering, of each address family that has any. */
export function prefixListsOf(
  peering: Peering,
): readonly { readonly family: AddressFamily; readonly list: PublicPrefixes }[] {
  return addressFamilies.flatMap((family) => {
    const list = peering[family]?.publicPrefixes;
    return list ? [{ family, list }] : [];
  });
}
