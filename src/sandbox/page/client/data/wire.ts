/** What the control API answers. Page and server are one program, so these types are trusted as they come. */
import type { Block, PlainText } from './blocks.ts';
import type { FormValues } from './form-values.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly realName?: string;
  readonly title?: string;
  readonly teamId?: string;
  readonly directMessage?: string;
};

/** A user group. */
export type Group = { readonly id: string; readonly handle: string };

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'public' | 'private' | 'im';
  readonly topic?: string;
  readonly archived?: boolean;
  readonly members?: readonly string[];
  readonly shared?: boolean;
};

export type AdvertisedPrefix = {
  readonly prefix: string;
  readonly validationState?: string;
  /** The route object that Microsoft looks for. */
  readonly wantedRoute?: { readonly origin: number; readonly source: string };
};

export type Peering = {
  readonly name: string;
  readonly state: string;
  readonly advertisedPublicPrefixesState?: string;
  readonly prefixes?: readonly AdvertisedPrefix[];
  /** Names of the Global Reach that was made on it. */
  readonly globalReach?: readonly string[];
  readonly routeFilter?: string;
};

export type Circuit = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly id?: string;
  readonly location?: string;
  /** Absent on ExpressRoute Direct. */
  readonly serviceProviderProvisioningState?: string;
  /** What the provider has done and Azure does not show yet. */
  readonly unseenProviderState?: string;
  readonly circuitProvisioningState?: string;
  readonly provisioningState?: string;
  readonly provider?: string;
  readonly peeringLocation?: string;
  readonly bandwidthMbps?: number;
  readonly tier?: string;
  readonly peerings?: readonly Peering[];
  /** Links whose metric reads 0 % although they are up. */
  readonly maintenance?: readonly string[];
  readonly metricsGap?: boolean;
};

export type Link = {
  readonly circuit: string;
  readonly resourceGroup?: string;
  readonly peering: string;
  readonly link: 'primary' | 'secondary';
  /** All its sessions are. */
  readonly up: boolean;
  /** Whether layer 2 passes. */
  readonly arp?: boolean;
  readonly sessions?: readonly {
    readonly family: 'ipv4' | 'ipv6';
    readonly up: boolean;
    /** Prefixes. */
    readonly received: number;
  }[];
};

/** A gateway's link to a circuit; ids in any casing. */
export type Connection = {
  readonly name: string;
  readonly resourceGroup?: string;
  readonly circuitId: string;
  readonly gatewayId: string;
  readonly connectionStatus: string;
};

export type FailoverTest = {
  readonly circuitId: string;
  readonly link: string;
  readonly category: string;
  readonly status: string;
};

/** What Microsoft has announced; world time. */
export type PlannedMaintenance = {
  readonly trackingId: string;
  readonly title: string;
  readonly from: number;
  readonly until: number;
};

/** A support request that Microsoft has; world time. */
export type Ticket = {
  readonly name: string;
  readonly ticketId: string;
  readonly title: string;
  readonly description: string;
  readonly status: string;
  readonly severity: string;
  /** Name of the circuit that it is about. */
  readonly circuit?: string;
  readonly createdAt: number;
  /** Oldest first; inbound: from Microsoft. */
  readonly communications: readonly {
    readonly name: string;
    readonly direction: 'inbound' | 'outbound';
    readonly sender: string;
    readonly body: string;
    readonly at: number;
  }[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
};

/** Whether the support plan has an API, and whether the bot has the role to use it. */
export type SupportTerms = { readonly plan: string; readonly api: boolean; readonly allowed: boolean };

/** What registries have of one advertised prefix, or of a block that holds it. */
export type RegistrySight = {
  readonly prefix: string;
  readonly routes: readonly { readonly prefix: string; readonly origin: number; readonly source: string }[];
  readonly vrps: readonly { readonly prefix: string; readonly asn: number; readonly maxLength: number }[];
  readonly holder?: { readonly organization: string; readonly registry: string };
};

export type Fault = { readonly target: string; readonly kind: string; readonly times?: number };

export type World = {
  /** Milliseconds since the epoch, world time. */
  readonly now: number;
  readonly people: readonly Person[];
  readonly groups?: readonly Group[];
  readonly channels: readonly Channel[];
  readonly circuits: readonly Circuit[];
  readonly links: readonly Link[];
  readonly connections?: readonly Connection[];
  readonly failoverTests?: readonly FailoverTest[];
  readonly plannedMaintenance?: readonly PlannedMaintenance[];
  readonly tickets?: readonly Ticket[];
  readonly support?: SupportTerms;
  readonly faults?: readonly Fault[];
  readonly registry?: { readonly advertised: readonly RegistrySight[] };
};

export type SharedFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Bytes. */
  readonly size: number;
  readonly mimetype: string;
};

export type Message = {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly user_name?: string;
  readonly bot?: boolean;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly files?: readonly SharedFile[];
  readonly ephemeral?: boolean;
  readonly edited?: object;
  readonly broadcast?: boolean;
};

export type View = {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly hash?: string;
  readonly title?: PlainText | null;
  readonly submit?: PlainText | null;
  readonly close?: PlainText | null;
  readonly blocks: readonly Block[];
  readonly state?: { readonly values: FormValues };
};

/** What came of an act that was handed to the bot. */
export type Outcome = {
  readonly ok?: boolean;
  readonly error?: string;
  readonly response_action?: string;
  readonly errors?: Readonly<Record<string, string>>;
};

export type Topic =
  | { readonly topic: 'messages'; readonly channel: string }
  | { readonly topic: 'views'; readonly user: string }
  | { readonly topic: 'world' };
