import type { PeeringInput } from '../../../domain/peering/input.ts';

/** What each input is called: at the form and in what is said about it. */
export const peeringInputNames: Readonly<Record<PeeringInput, string>> = {
  vlan: 'VLAN ID',
  'peer-asn': 'Your ASN',
  'shared-key': 'MD5 key',
  'ipv4-primary': 'IPv4 primary subnet',
  'ipv4-secondary': 'IPv4 secondary subnet',
  'ipv6-primary': 'IPv6 primary subnet',
  'ipv6-secondary': 'IPv6 secondary subnet',
  'ipv4-prefixes': 'IPv4 advertised public prefixes',
  'ipv6-prefixes': 'IPv6 advertised public prefixes',
  'customer-asn': 'Customer ASN',
  registry: 'Routing registry',
  edge: 'Edge',
  override: 'Override',
};
