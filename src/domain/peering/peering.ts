import type { ProvisioningState } from '../circuit/states.ts';
import { type Open, parseOpen } from '../open-enum.ts';
import type { PrefixesState, PrefixState } from './prefix-states.ts';

/** The routing domains. AzurePublicPeering was retired on 2024-03-31 and is only met in old circuits. */
export const peeringTypes = ['AzurePrivatePeering', 'MicrosoftPeering', 'AzurePublicPeering'] as const;
export type PeeringType = Open<(typeof peeringTypes)[number]>;
export const parsePeeringType = (text: string): PeeringType => parseOpen(peeringTypes, text);

/** Administrative state of a peering; whether BGP really runs is another question. */
export const peeringStates = ['Enabled', 'Disabled'] as const;
export type PeeringState = Open<(typeof peeringStates)[number]>;
export const parsePeeringState = (text: string): PeeringState => parseOpen(peeringStates, text);

export const addressFamilies = ['ipv4', 'ipv6'] as const;
export type AddressFamily = (typeof addressFamilies)[number];

export type Peering = {
  /** Name within the circuit; equals the type in every recording. */
  readonly name: string;
  readonly type: PeeringType;
  readonly state: PeeringState;
  readonly provisioningState: ProvisioningState;
  readonly vlanId?: number;
  readonly peerAsn?: number;
  /** Absent while Azure updates the peering (it then says 0). */
  readonly azureAsn?: number;
  /** "Customer" or the provider; absent while Azure updates the peering (it then says ""). */
  readonly lastModifiedBy?: string;
  readonly ipv4?: PeeringFamily;
  readonly ipv6?: PeeringFamily;
};

export type PeeringFamily = {
  readonly primarySubnet?: string;
  readonly secondarySubnet?: string;
  readonly publicPrefixes?: PublicPrefixes;
  /** Last part of the route filter's id: without one Microsoft peering advertises nothing. */
  readonly routeFilter?: string;
};

export type PublicPrefixes = {
  /** As configured, in CIDR form, sorted: Azure's order means nothing. */
  readonly advertised: readonly string[];
  readonly state: PrefixesState;
  readonly customerAsn?: number;
  readonly routingRegistry?: string;
  /** Absent state: Azure has not looked at the prefix yet. */
  readonly each: readonly { readonly prefix: string; readonly state?: PrefixState }[];
};
