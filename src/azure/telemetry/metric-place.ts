import { type Link, links } from '../../domain/peering/link.ts';
import { type AddressFamily, type PeeringType, parsePeeringType } from '../../domain/peering/peering.ts';

type MetricPlace = { readonly peering: PeeringType; readonly link: Link; readonly family?: AddressFamily };

/**
 * Where a time series was measured, from the values of its dimensions. How Azure spells them nobody has confirmed
 * (facts/azure.md 3.1), so beginnings are enough, in any casing: `Private`, `AzurePrivatePeering`; `Primary`,
 * `secondaryIPv4`, `Primary-IPv6`. Undefined: it cannot be told.
 */
export function placeOf(peeringType: string, peer: string): MetricPlace | undefined {
  const link = links.find((name) => peer.toLowerCase().startsWith(name));
  if (!link || peeringType === '') return undefined;
  const family = familyIn(peer.slice(link.length));
  return { peering: peeringOf(peeringType), link, ...(family && { family }) };
}

function peeringOf(text: string): PeeringType {
  const known = /^(?:azure)?(private|public|microsoft)/iu.exec(text)?.[1]?.toLowerCase();
  if (known === 'microsoft') return 'MicrosoftPeering';
  return parsePeeringType(known ? `Azure${known}Peering` : text);
}

function familyIn(text: string): AddressFamily | undefined {
  const [four, six] = [text.includes('4'), text.includes('6')];
  if (four === six) return undefined;
  return four ? 'ipv4' : 'ipv6';
}
