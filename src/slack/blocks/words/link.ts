import type { Link } from '../../../domain/peering/link.ts';
import type { AddressFamily } from '../../../domain/peering/peering.ts';
import { familyName } from './peering.ts';

/** The other physical link of the circuit. */
export function otherLink(link: Link): Link {
  return link === 'primary' ? 'secondary' : 'primary';
}

/** `primary link`, `primary link, IPv6`. */
export function linkName(link: Link, family?: AddressFamily): string {
  return family === undefined ? `${link} link` : `${link} link, ${familyName(family)}`;
}
