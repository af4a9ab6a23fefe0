import type { GlobalReach } from './global-reach.ts';
import type { UnknownProperties } from './unknown-properties.ts';

export const peeringKinds = ['AzurePrivatePeering', 'MicrosoftPeering', 'AzurePublicPeering'] as const;
export type PeeringKind = (typeof peeringKinds)[number];

export type AdvertisedPrefix = {
  readonly prefix: string;
  /** Base64; empty until the owner has signed the validation id. */
  readonly signature: string;
  /** Absent on an entry that was just added: Azure sends no such key then. */
  readonly validationState?: string;
  /**
   * Azure looks at it: the state, or none (empty), that it had when that began. Never on the wire. A state that somebody
   * sets meanwhile stands.
   */
  readonly lookedAtFrom?: string;
};

/** The `microsoftPeeringConfig` of one address family. */
export type PrefixConfig = {
  readonly prefixes: readonly AdvertisedPrefix[];
  readonly advertisedPublicPrefixesState: string;
  readonly customerASN: number;
  readonly legacyMode: number;
  readonly routingRegistryName: string;
  readonly unknown?: UnknownProperties;
};

export type Ipv6Config = {
  readonly primaryPeerAddressPrefix: string;
  readonly secondaryPeerAddressPrefix: string;
  readonly state: string;
  readonly microsoft?: PrefixConfig;
  readonly unknown?: UnknownProperties;
};

export type Peering = {
  readonly kind: PeeringKind;
  readonly provisioningState: string;
  /** Administrative (Enabled or Disabled); it says nothing of the BGP session. */
  readonly state: string;
  /** 0 until Azure has configured its routers. */
  readonly azureASN: number;
  readonly peerASN: number;
  readonly vlanId: number;
  readonly primaryPeerAddressPrefix: string;
  readonly secondaryPeerAddressPrefix: string;
  /** Ports and gatewayManagerEtag are missing while a new peering is made, and may be empty strings later. */
  readonly primaryAzurePort?: string;
  readonly secondaryAzurePort?: string;
  readonly gatewayManagerEtag?: string;
  /** Customer, a provider that manages the routing, or empty while a new peering is made. */
  readonly lastModifiedBy: string;
  readonly microsoft?: PrefixConfig;
  readonly ipv6?: Ipv6Config;
  readonly routeFilterId?: string;
  /** Global Reach that was made on this peering, and on others towards it. */
  readonly globalReach?: readonly GlobalReach[];
  readonly reachedBy?: readonly GlobalReach[];
  readonly unknown?: UnknownProperties;
};

/** The peering kind that somebody wrote in any casing, or by its everyday name ("private", "microsoft", "public"). */
export function peeringKindOf(written: string): PeeringKind | undefined {
  const wanted = written.toLowerCase();
  return peeringKinds.find((kind) => {
    const name = kind.toLowerCase();
    return name === wanted || name.replace(/^azure|peering$/g, '') === wanted;
  });
}
