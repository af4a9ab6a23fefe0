/** A message between customer and Microsoft on a ticket. */
export type Communication = {
  readonly name: string;
  readonly author: 'customer' | 'microsoft';
  readonly sender: string;
  /** As it is read back. */
  readonly subject: string;
  /** HTML, as it is read back. */
  readonly body: string;
  /** What was written, without the HTML around it. */
  readonly text: string;
  /** World time. */
  readonly at: number;
};

/** Every word in the casing in which Microsoft shows it, whatever casing it was sent in. */
export type TicketContact = {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredContactMethod: string;
  readonly primaryEmailAddress: string;
  readonly additionalEmailAddresses?: readonly string[];
  readonly phoneNumber?: string;
  readonly preferredTimeZone: string;
  readonly country: string;
  readonly preferredSupportLanguage: string;
};

export type SecondaryConsent = { readonly userConsent: string; readonly type: string };

/** What the customer says in a ticket. */
export type TicketText = {
  readonly title: string;
  readonly description: string;
  readonly serviceId: string;
  readonly problemClassificationId: string;
  readonly severity: string;
  readonly advancedDiagnosticConsent: string;
  readonly require24X7Response: boolean;
  readonly contactDetails: TicketContact;
  readonly technicalTicketDetails?: { readonly resourceId: string };
  readonly problemStartTime?: string;
  readonly problemScopingQuestions?: string;
  readonly secondaryConsent?: readonly SecondaryConsent[];
  readonly supportPlanId?: string;
};

/** A ticket as Microsoft keeps it. Never changed in place: the desk puts a new one in its stead. */
export type Ticket = TicketText & {
  readonly subscriptionId: string;
  readonly name: string;
  /** Microsoft's number, 16 digits. */
  readonly ticketId: string;
  /** Open or Closed; an answer to a change echoes what was sent instead. */
  readonly status: string;
  /** The support plan that it was opened under. */
  readonly plan: string;
  /** Microsoft's engineer, once one has it. */
  readonly engineer?: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Oldest first. */
  readonly communications: readonly Communication[];
};

/** Names are unique within a subscription, casing aside. */
export function ticketKey({ subscriptionId, name }: Pick<Ticket, 'subscriptionId' | 'name'>): string {
  return `${subscriptionId}/${name}`.toLowerCase();
}

export function ticketPath({ subscriptionId, name }: Pick<Ticket, 'subscriptionId' | 'name'>): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Support/supportTickets/${name}`;
}
