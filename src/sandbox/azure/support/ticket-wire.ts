import { findProblem, findService } from './catalog.ts';
import { toWireMoment } from './moment.ts';
import { type Ticket, ticketPath } from './ticket.ts';

/** Minutes until Microsoft's first answer. */
const slaMinutes: Readonly<Record<string, number>> = { Minimal: 240, Moderate: 120, Critical: 60 };

/** A ticket in the form recorded with api-version 2024-04-01, keys in that order. */
export function toWireTicket(ticket: Ticket) {
  const service = findService(ticket.serviceId);
  const { problemScopingQuestions, secondaryConsent, technicalTicketDetails, problemStartTime } = ticket;
  return {
    id: ticketPath(ticket),
    name: ticket.name,
    type: 'Microsoft.Support/supportTickets',
    properties: {
      description: ticket.description,
      problemClassificationId: ticket.problemClassificationId,
      problemClassificationDisplayName:
        service && findProblem(service, ticket.problemClassificationId)?.displayName,
      severity: ticket.severity,
      require24X7Response: ticket.require24X7Response,
      enrollmentId: '',
      contactDetails: ticket.contactDetails,
      ...(problemScopingQuestions !== undefined && { problemScopingQuestions }),
      ...(secondaryConsent && { secondaryConsent }),
      ...(technicalTicketDetails && { technicalTicketDetails }),
      serviceLevelAgreement: agreement(ticket),
      supportEngineer: ticket.engineer === undefined ? {} : { emailAddress: ticket.engineer },
      supportPlanType: ticket.plan,
      supportPlanDisplayName: planName(ticket.plan),
      advancedDiagnosticConsent: ticket.advancedDiagnosticConsent,
      isTemporaryTicket: 'No',
      supportPlanId: ticket.supportPlanId ?? planId(ticket),
      fileWorkspaceName: ticket.ticketId,
      supportTicketId: ticket.ticketId,
      title: ticket.title,
      serviceId: ticket.serviceId,
      serviceDisplayName: service?.displayName,
      status: ticket.status,
      ...(problemStartTime !== undefined && { problemStartTime }),
      createdDate: toWireMoment(ticket.createdAt),
      modifiedDate: toWireMoment(ticket.modifiedAt),
    },
  };
}

export function planName(plan: string): string {
  return plan === 'ProDirect' ? 'Azure Support Plan – ProDirect' : plan;
}

function agreement({ severity, createdAt }: Ticket) {
  const minutes = slaMinutes[severity] ?? 15;
  return {
    startTime: toWireMoment(createdAt),
    expirationTime: toWireMoment(createdAt + minutes * 60_000),
    slaMinutes: minutes,
  };
}

/** Base64 of key and value pairs; for callers it means nothing. */
function planId({ subscriptionId, plan }: Ticket): string {
  return Buffer.from(`Source:EA,SubscriptionId:${subscriptionId},Plan:${plan},`).toString('base64');
}
