import { ipv4Number, ipv4Text, ipv6Number, ipv6Text } from '../../world/ip-number.ts';
import type { Peering } from './peering.ts';
import type { Family, LinkName } from './session.ts';

/** Of a link's subnet the first usable address is the owner's router, the second is Microsoft's. */
export type LinkAddresses = { readonly yours: string; readonly microsofts: string };

/** Undefined where the peering has no such subnet, or none that can be read. */
export function linkAddresses(
  { primaryPeerAddressPrefix, secondaryPeerAddressPrefix, ipv6 }: Peering,
  link: LinkName,
  family: Family,
): LinkAddresses | undefined {
  const prefixes = family === 'ipv4' ? { primaryPeerAddressPrefix, secondaryPeerAddressPrefix } : ipv6;
  const prefix =
    link === 'primary' ? prefixes?.primaryPeerAddressPrefix : prefixes?.secondaryPeerAddressPrefix;
  const base = prefix === undefined ? undefined : subnetBase(prefix, family);
  if (base === undefined) return undefined;
  const text = family === 'ipv4' ? ipv4Text : ipv6Text;
  return { yours: text(base + 1n), microsofts: text(base + 2n) };
}

/** The number of the subnet's own address: a /30, or a /126 for IPv6. */
function subnetBase(prefix: string, family: Family): bigint | undefined {
  const [address = ''] = prefix.split('/');
  const number = family === 'ipv4' ? ipv4Number(address) : ipv6Number(address);
  return number === undefined ? undefined : number & ~3n;
}
