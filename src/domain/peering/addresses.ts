import ipaddr from 'ipaddr.js';
import { answer, type Result, refuse } from '../result.ts';
import type { AddressFamily } from './peering.ts';

/** A network by its first address. `text` is its one canonical form: `192.168.15.16/30`, `2001:db8::/126`. */
export type Network = {
  readonly family: AddressFamily;
  readonly first: bigint;
  /** Bits that are the same in the whole network. */
  readonly length: number;
  readonly text: string;
};

export type NetworkFault =
  | { readonly kind: 'malformed' }
  /** The address lies within a network and does not begin it; `suggestion` is that network. */
  | { readonly kind: 'host-bits'; readonly suggestion: string };

const bitsOf: Readonly<Record<AddressFamily, number>> = { ipv4: 32, ipv6: 128 };

/**
 * Reads a network in CIDR form. Stricter than Azure, which takes `11.2.3.4/30` and keeps it so (recorded), and than
 * most parsers: no `10.1/16`, no `010.0.0.1`, no zone.
 */
export function parseNetwork(text: string): Result<Network, NetworkFault> {
  const read = readCidr(text.trim());
  if (!read) return refuse({ kind: 'malformed' });
  const network = networkOf(read);
  return network.first === read.address
    ? answer(network)
    : refuse({ kind: 'host-bits', suggestion: network.text });
}

/** The network that somebody else wrote down, with its host bits cleared; undefined when it is none. */
export function networkAround(text: string): Network | undefined {
  const read = readCidr(text.trim());
  return read && networkOf(read);
}

/** Whether they share an address. Networks of different families never do. */
export function isOverlapping(a: Network, b: Network): boolean {
  if (a.family !== b.family) return false;
  const hostBits = BigInt(bitsOf[a.family] - Math.min(a.length, b.length));
  return a.first >> hostBits === b.first >> hostBits;
}

/** An address of the network, counted from its first, as text. */
export function addressAt({ family, first }: Network, index: number): string {
  return addressText(family, first + BigInt(index));
}

/** The two networks that make it up, the lower first. */
export function halvesOf({ family, first, length }: Network): readonly [Network, Network] {
  const half = { family, length: length + 1 };
  const size = 1n << BigInt(bitsOf[family] - half.length);
  return [networkOf({ ...half, address: first }), networkOf({ ...half, address: first + size })];
}

type Cidr = { readonly family: AddressFamily; readonly address: bigint; readonly length: number };

function readCidr(text: string): Cidr | undefined {
  const [, typed = '', bits = ''] = /^([0-9a-f.:]+)\/(0|[1-9]\d{0,2})$/iu.exec(text) ?? [];
  const family = familyOf(typed);
  if (!family || Number(bits) > bitsOf[family]) return undefined;
  return { family, address: numberOf(typed), length: Number(bits) };
}

function familyOf(typed: string): AddressFamily | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(typed)) return 'ipv4';
  return typed.includes(':') && ipaddr.IPv6.isValid(typed) ? 'ipv6' : undefined;
}

function numberOf(typed: string): bigint {
  return ipaddr
    .parse(typed)
    .toByteArray()
    .reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function networkOf({ family, address, length }: Cidr): Network {
  const hostBits = BigInt(bitsOf[family] - length);
  const first = (address >> hostBits) << hostBits;
  return { family, first, length, text: `${addressText(family, first)}/${length}` };
}

function addressText(family: AddressFamily, address: bigint): string {
  const bytes = Array.from({ length: bitsOf[family] / 8 }, (_, index) => {
    const shift = BigInt(bitsOf[family] - 8 * (index + 1));
    return Number((address >> shift) & 255n);
  });
  return ipaddr.fromByteArray(bytes).toString();
}
