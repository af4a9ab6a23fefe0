import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Instant } from '../../domain/instant.ts';

/**
 * Microsoft.Support, as far as tickets about prefixes go. Names are ours, and unique: everything can be asked again
 * without being made twice. Each call throws AzureFault; `refused` and `forbidden` mean that the plan or the role does
 * not allow it.
 */
export interface SupportDesk {
  /** Looked up at run time by display name, as Microsoft asks; undefined: the list has none that fits. */
  classification(service: string, problem: RegExp): Promise<Classification | undefined>;
  /** Makes the workspace of this name if it is not there. It is gone a day later. */
  openWorkspace(subscriptionId: string, workspace: string): Promise<void>;
  /** One file, in chunks as Microsoft's limits say (2.5 MB a chunk, 5 MB a file, 2 chunks). Done twice it is there once. */
  upload(subscriptionId: string, workspace: string, file: SupportFile): Promise<void>;
  /** Undefined: no ticket of this name. */
  ticket(subscriptionId: string, name: string): Promise<SupportTicket | undefined>;
  /** By Microsoft's number, for a ticket that somebody opened by hand. Undefined: not to be seen. */
  findTicket(subscriptionId: string, ticketId: string): Promise<SupportTicket | undefined>;
  /** Asks for a ticket; whether it is there tells `ticket`, later. A name that is taken by the same ticket is no error. */
  createTicket(subscriptionId: string, ask: TicketAsk): Promise<{ readonly retryAfterMs: number }>;
  /** Oldest first. */
  communications(subscriptionId: string, name: string): Promise<readonly Communication[]>;
  /** A name that is there already is no error. */
  reply(subscriptionId: string, name: string, message: OutgoingMessage): Promise<void>;
}

export type Classification = {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly problemId: string;
  readonly problemName: string;
};

export type SupportFile = { readonly name: string; readonly content: Uint8Array };

export const severities = ['minimal', 'moderate', 'critical'] as const;
export type TicketSeverity = (typeof severities)[number];

export type Contact = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
  /** Microsoft's own name of a time zone: "Pacific Standard Time". */
  readonly timeZone: string;
  /** ISO 3166 alpha-3: "GBR". */
  readonly country: string;
  /** "en-US". */
  readonly language: string;
  readonly additionalEmails: readonly string[];
};

export type TicketAsk = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly severity: TicketSeverity;
  readonly classification: Classification;
  readonly contact: Contact;
  /** The circuit that it is about. */
  readonly about: CircuitAddress;
  readonly workspace?: string;
};

export type SupportTicket = {
  readonly name: string;
  /** Microsoft's number; absent while it is being made. */
  readonly ticketId?: string;
  /** As Microsoft words it, "Open" or "Closed" mostly. */
  readonly status: string;
  readonly severity?: string;
  readonly createdAt?: Instant;
  readonly modifiedAt?: Instant;
  readonly engineerEmail?: string;
  /** What it is about, in Azure's casing; absent: Azure does not tell. */
  readonly resourceId?: string;
};

export type Communication = {
  readonly name: string;
  readonly direction: 'inbound' | 'outbound';
  readonly sender?: string;
  readonly subject: string;
  /** Plain text: Microsoft's <pre> and entities are taken away. */
  readonly body: string;
  readonly at: Instant;
};

export type OutgoingMessage = {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  /** Needed when the caller is a service principal. */
  readonly sender: string;
};
