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

/** How it is written, where that is not plain. */
export const peeringInputExamples: Readonly<Partial<Record<PeeringInput, string>>> = {
  vlan: '100',
  'peer-asn': '65010',
  'ipv4-primary': '192.168.15.16/30',
  'ipv4-secondary': '192.168.15.20/30',
  'ipv6-primary': '2001:db8:16::/126',
  'ipv6-secondary': '2001:db8:16::4/126',
  'ipv4-prefixes': '203.0.113.0/24',
  'ipv6-prefixes': '2001:db8:100::/48',
};
