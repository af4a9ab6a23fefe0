import type { AddressFamily } from './peering.ts';

/** What is typed to describe a peering, one name for each input of the form; a rule says at which it was broken. */
export type SubnetInput = `${AddressFamily}-${'primary' | 'secondary'}`;
export type PrefixesInput = `${AddressFamily}-prefixes`;
export type AsnInput = 'peer-asn' | 'customer-asn';
export type PeeringInput =
  | 'vlan'
  | AsnInput
  | 'shared-key'
  | SubnetInput
  | PrefixesInput
  | 'registry'
  | 'edge'
  | 'override';
