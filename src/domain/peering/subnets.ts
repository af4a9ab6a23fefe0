import type { FamilySettings } from '../operation/intent.ts';
import { answer, type Result, refuse } from '../result.ts';
import { isInner, specialRangeOf } from './address-kind.ts';
import { addressAt, halvesOf, isOverlapping, type Network, networkAround } from './addresses.ts';
import type { LinkedNetwork } from './ground.ts';
import type { SubnetInput } from './input.ts';
import { readNetwork } from './network.ts';
import { type AddressFamily, addressFamilies, type Peering } from './peering.ts';
import type { SubnetRefusal } from './refusal.ts';

/** The subnets of a peering's two links, of one address family. */
export type LinkPair = { readonly primary: Network; readonly secondary: Network };

/** Prefix lengths: of each link's subnet, and of the one network that both make up. Source: expressroute-routing.md. */
const lengths: Readonly<Record<AddressFamily, { readonly each: number; readonly whole: number }>> = {
  ipv4: { each: 30, whole: 29 },
  ipv6: { each: 126, whole: 125 },
};

type Typed = Pick<FamilySettings, 'primarySubnet' | 'secondarySubnet'>;

/** Reads the subnets of both links. A network of both, typed alone, is split: its first half is the primary's. */
export function readPair(family: AddressFamily, typed: Typed): Result<LinkPair, readonly SubnetRefusal[]> {
  const isAlone = typed.secondarySubnet.trim() === '';
  const primary = readSubnet(family, `${family}-primary`, typed.primarySubnet, isAlone);
  if (isAlone) return primary.ok ? splitOrMissing(family, primary.value) : refuse([primary.refusal]);
  const secondary = readSubnet(family, `${family}-secondary`, typed.secondarySubnet, false);
  if (primary.ok && secondary.ok) return answer({ primary: primary.value, secondary: secondary.value });
  return refuse([primary, secondary].flatMap((read) => (read.ok ? [] : [read.refusal])));
}

function splitOrMissing(family: AddressFamily, network: Network): Result<LinkPair, readonly SubnetRefusal[]> {
  if (network.length !== lengths[family].whole)
    return refuse([{ code: 'subnet-missing', at: `${family}-secondary` }]);
  const [primary, secondary] = halvesOf(network);
  return answer({ primary, secondary });
}

function readSubnet(
  family: AddressFamily,
  at: SubnetInput,
  value: string,
  orWhole: boolean,
): Result<Network, SubnetRefusal> {
  if (value.trim() === '') return refuse({ code: 'subnet-missing', at });
  const read = readNetwork(family, at, value);
  if (!read.ok) return read;
  const { each: wanted, whole } = lengths[family];
  const { length } = read.value;
  if (length === wanted || (orWhole && length === whole)) return read;
  return refuse({ code: 'subnet-size', at, value, length, wanted, whole });
}

/** What the subnets of a pair may not be, or share addresses with. */
export type SubnetGround = {
  /** Microsoft peering takes public addresses only. */
  readonly publicOnly: boolean;
  readonly others: readonly Peering[];
  readonly networks: readonly LinkedNetwork[];
};

/** What is wrong with a pair; at most one thing of each subnet. */
export function pairRefusals(
  { primary, secondary }: LinkPair,
  ground: SubnetGround,
): readonly SubnetRefusal[] {
  const { family } = primary;
  return [
    ...subnetRefusals(primary, `${family}-primary`, ground, undefined),
    ...subnetRefusals(secondary, `${family}-secondary`, ground, primary),
  ];
}

function subnetRefusals(
  subnet: Network,
  at: SubnetInput,
  { publicOnly, others, networks }: SubnetGround,
  sibling: Network | undefined,
): readonly SubnetRefusal[] {
  const here = { at, value: subnet.text };
  const special = specialRangeOf(subnet);
  if (special && !isInner(special)) return [{ code: 'network-unusable', ...here, ...special }];
  if (special && publicOnly) return [{ code: 'network-not-public', ...here, ...special }];
  if (sibling && isOverlapping(subnet, sibling))
    return [{ code: 'subnets-overlap', ...here, other: sibling.text }];
  const held = others.flatMap((peering) => subnetsOf(peering).map((text) => ({ peering, text })));
  const holder = held.find(({ text }) => isWithin(subnet, text));
  if (holder)
    return [{ code: 'subnet-in-peering', ...here, peering: holder.peering.type, other: holder.text }];
  const spaces = networks.flatMap(({ gateway, spaces: all }) => all.map((text) => ({ gateway, text })));
  const space = spaces.find(({ text }) => isWithin(subnet, text));
  return space ? [{ code: 'subnet-in-network', ...here, gateway: space.gateway, other: space.text }] : [];
}

function subnetsOf(peering: Peering): readonly string[] {
  return addressFamilies.flatMap((family) => {
    const { primarySubnet = [], secondarySubnet = [] } = peering[family] ?? {};
    return [primarySubnet, secondarySubnet].flat();
  });
}

function isWithin(subnet: Network, text: string): boolean {
  const other = networkAround(text);
  return other !== undefined && isOverlapping(subnet, other);
}

/** Of each subnet the first usable address is the customer's, the second Microsoft's. Source: expressroute-routing.md. */
export function usableAddresses(subnet: Network): { readonly yours: string; readonly microsofts: string } {
  return { yours: addressAt(subnet, 1), microsofts: addressAt(subnet, 2) };
}
