import type { Circuit } from '../circuit/circuit.ts';
import type { SpecialKind } from './address-kind.ts';
import type { ReservedAsn } from './asn.ts';
import type { AsnInput, PrefixesInput, SubnetInput } from './input.ts';
import type { AddressFamily, PeeringType } from './peering.ts';

type NetworkInput = SubnetInput | PrefixesInput;
type AtSubnet = { readonly at: SubnetInput; readonly value: string };
type AtNetwork = { readonly at: NetworkInput; readonly value: string };

/** What is wrong with one subnet or prefix, whichever it is. `value`: as it was typed. */
export type NetworkRefusal =
  | ({ readonly code: 'network-malformed'; readonly family: AddressFamily } & AtNetwork)
  | ({ readonly code: 'network-other-family'; readonly family: AddressFamily } & AtNetwork)
  | ({ readonly code: 'network-host-bits'; readonly suggestion: string } & AtNetwork)
  /** Multicast, loopback and the like: of no use on any peering. */
  | ({ readonly code: 'network-unusable'; readonly kind: SpecialKind; readonly range: string } & AtNetwork)
  | ({ readonly code: 'network-not-public'; readonly kind: SpecialKind; readonly range: string } & AtNetwork);

export type SubnetRefusal =
  | NetworkRefusal
  | { readonly code: 'subnets-missing'; readonly at: SubnetInput }
  | { readonly code: 'subnet-missing'; readonly at: SubnetInput }
  | ({
      readonly code: 'subnet-size';
      readonly length: number;
      /** What each link's subnet is, and what both together are. */
      readonly wanted: number;
      readonly whole: number;
    } & AtSubnet)
  | ({ readonly code: 'subnets-overlap'; readonly other: string } & AtSubnet)
  | ({ readonly code: 'subnet-in-peering'; readonly peering: PeeringType; readonly other: string } & AtSubnet)
  /** `gateway`: that of the linked virtual network whose address space `other` is. */
  | ({ readonly code: 'subnet-in-network'; readonly gateway: string; readonly other: string } & AtSubnet);

export type PrefixesRefusal =
  | NetworkRefusal
  | { readonly code: 'prefixes-missing'; readonly at: PrefixesInput }
  | {
      readonly code: 'prefixes-too-many';
      readonly at: PrefixesInput;
      readonly count: number;
      readonly limit: number;
    }
  | { readonly code: 'prefix-twice'; readonly at: PrefixesInput; readonly value: string }
  | { readonly code: 'prefix-default-route'; readonly at: PrefixesInput; readonly value: string };

export type AsnRefusal =
  | {
      readonly code: 'asn-malformed';
      readonly at: AsnInput;
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }
  | ({ readonly code: 'asn-reserved'; readonly at: AsnInput; readonly asn: number } & ReservedAsn);

export type VlanRefusal =
  | {
      readonly code: 'vlan-malformed';
      readonly at: 'vlan';
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly code: 'vlan-taken';
      readonly at: 'vlan';
      readonly vlanId: number;
      readonly peering: PeeringType;
    };

/** The key itself is in none of them. */
export type SharedKeyRefusal =
  | {
      readonly code: 'shared-key-long';
      readonly at: 'shared-key';
      readonly length: number;
      readonly limit: number;
    }
  | { readonly code: 'shared-key-characters'; readonly at: 'shared-key' };

export type RegistryRefusal = {
  readonly code: 'registry-unknown';
  readonly at: 'registry';
  readonly value: string;
  readonly allowed: readonly string[];
};

export type EdgeRefusal = { readonly code: 'edge-unconfirmed'; readonly at: 'edge' };

/** The provider configures this circuit's routing, and nobody said that it is to be overridden. */
export type OverrideRefusal = {
  readonly code: 'routing-by-provider';
  readonly at: 'override';
  readonly on: Pick<Circuit, 'id' | 'name'>;
  /** '' when it is not known. */
  readonly provider: string;
};

/** A rule of peering that is broken by what was typed, and at which input. */
export type SettingRefusal =
  | VlanRefusal
  | AsnRefusal
  | SharedKeyRefusal
  | SubnetRefusal
  | PrefixesRefusal
  | RegistryRefusal
  | EdgeRefusal
  | OverrideRefusal;
