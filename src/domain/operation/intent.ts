import type { CircuitAddress } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';
import type { AddressFamily } from '../peering/peering.ts';
import type { Caution } from './caution.ts';

/**
 * What a person wants done to a circuit, in full, before anybody has looked whether it may be. Kept with the request
 * until that has ended, `sharedKey` included: it is needed when the request is carried out, and blanked afterwards.
 */
export type Intent =
  | CreateIntent
  | SetPeeringIntent
  | RemovePeeringIntent
  | SignIntent
  | LinkIntent
  | AuthorizeIntent
  | UnlinkIntent
  | ResizeIntent
  | DeprovisionIntent
  | DeleteIntent
  | FailoverIntent;

type On = { readonly target: CircuitAddress };

export type CreateIntent = On & {
  readonly operation: 'create';
  /** Azure region of the resource, for instance `uksouth`. */
  readonly region: string;
  readonly provider: string;
  readonly peeringLocation: string;
  readonly bandwidthMbps: number;
  /** As Azure names them: Local, Standard, Premium; MeteredData, UnlimitedData. */
  readonly tier: string;
  readonly family: string;
  readonly tags: Readonly<Record<string, string>>;
};

export const settablePeerings = ['AzurePrivatePeering', 'MicrosoftPeering'] as const;
export type SettablePeering = (typeof settablePeerings)[number];

export type SetPeeringIntent = On & {
  readonly operation: 'peering';
  readonly deed: 'set';
  readonly peering: SettablePeering;
  readonly settings: PeeringSettings;
  /** The provider manages layer 3, and the person wants to change its routing all the same. */
  readonly overrideLayer3: boolean;
  /** Microsoft peering: the edge used for it is not the internet edge. */
  readonly edgeConfirmed: boolean;
};

export type PeeringSettings = {
  readonly vlanId: number;
  readonly peerAsn: number;
  /** MD5. Absent: the one that is set stays, or there is none. Secret. */
  readonly sharedKey?: string;
  /** Absent: the family is not configured; one that is there is removed. */
  readonly ipv4?: FamilySettings;
  readonly ipv6?: FamilySettings;
};

export type FamilySettings = {
  /** CIDR as typed: a /30 (IPv4) or /126 (IPv6) each. */
  readonly primarySubnet: string;
  readonly secondarySubnet: string;
  /** Microsoft peering only. */
  readonly advertisedPrefixes?: readonly string[];
  readonly customerAsn?: number;
  readonly routingRegistry?: string;
};

export type RemovePeeringIntent = On & {
  readonly operation: 'peering';
  readonly deed: 'remove';
  /** As Azure names it; a retired AzurePublicPeering can be removed too. */
  readonly peering: string;
  readonly overrideLayer3: boolean;
};

/**
 * Saves a signature to an advertised public prefix of Microsoft peering. It was checked against the validation ID before;
 * that one holds the service key and is not kept. The signature and the certificate are public.
 */
export type SignIntent = On & {
  readonly operation: 'sign';
  readonly family: AddressFamily;
  /** As Azure writes it. */
  readonly prefix: string;
  /** Base64 in one line. */
  readonly signature: string;
  readonly certificate: SigningCertificate;
  /** What the registration of the addresses held when the signature was checked. */
  readonly record: RecordStanding;
  /** What was to be said of the certificate then. */
  readonly cautions: readonly Caution[];
};

export type SigningCertificate = {
  /** SHA-256, upper-case hex with colons. */
  readonly fingerprint: string;
  /** RSA modulus length. */
  readonly keyBits: number;
  readonly validTo: Instant;
};

/**
 * Whether a certificate of the registry record verifies the signature, which is what Azure looks for. `unread`: no
 * registry told. `no-record`: none knows the addresses.
 */
export const recordStandings = ['holds-it', 'holds-another', 'holds-none', 'no-record', 'unread'] as const;
export type RecordStanding = (typeof recordStandings)[number];

/** Joins a virtual network gateway; when it is in another subscription, an authorization is made and redeemed on the way. */
export type LinkIntent = On & {
  readonly operation: 'link';
  readonly deed: 'connect';
  /** ARM id of the gateway. */
  readonly gatewayId: string;
  readonly connectionName: string;
  /** 0 to 32000. */
  readonly routingWeight: number;
  readonly fastPath: boolean;
};

/** An authorization for somebody else to redeem. */
export type AuthorizeIntent = On & {
  readonly operation: 'link';
  readonly deed: 'authorize';
  readonly authorizationName: string;
};

export type UnlinkIntent = On & {
  readonly operation: 'unlink';
  readonly what:
    | { readonly kind: 'connection'; readonly id: string; readonly name: string }
    | { readonly kind: 'authorization'; readonly name: string };
};

/** What is absent stays. */
export type ResizeIntent = On & {
  readonly operation: 'resize';
  readonly bandwidthMbps?: number;
  readonly tier?: string;
  readonly family?: string;
};

export type DeprovisionIntent = On & {
  readonly operation: 'deprovision';
  /** Delete the circuit when the provider has deprovisioned it. */
  readonly thenDelete: boolean;
};

export type DeleteIntent = On & { readonly operation: 'delete' };

export const failoverLinks = ['Primary', 'Secondary'] as const;
export const failoverCategories = ['BgpDisconnect', 'ASPathPrepend'] as const;

export type FailoverIntent = On & {
  readonly operation: 'failover';
  readonly link: (typeof failoverLinks)[number];
  readonly category: (typeof failoverCategories)[number];
  /** The test is stopped by itself after so many minutes: 1 to 240. */
  readonly minutes: number;
};
