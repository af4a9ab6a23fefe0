import { type Circuit, circuitId } from '../model/circuit.ts';
import { supportServices } from './catalog.ts';
import type { NewTicket } from './ticket-desk.ts';

const contactDetails = {
  firstName: 'Ava',
  lastName: 'Nowak',
  preferredContactMethod: 'Email',
  primaryEmailAddress: 'ava.nowak@contoso.example',
  preferredTimeZone: 'GMT Standard Time',
  country: 'GBR',
  preferredSupportLanguage: 'en-US',
};

/** A ticket that a person opens in the portal about the prefixes of a circuit: plans below the API's have that too. */
export function portalTicket(
  circuit: Circuit,
  plan: string,
  { title, description = title }: { readonly title: string; readonly description?: string | undefined },
): NewTicket {
  const service = supportServices.find(({ displayName }) => displayName === 'ExpressRoute');
  const problem = service?.problems.find(({ displayName }) => displayName.includes('Proof of ownership'));
  return {
    subscriptionId: circuit.subscriptionId,
    plan,
    title,
    description,
    serviceId: service?.id ?? '',
    problemClassificationId: problem?.id ?? '',
    severity: 'Moderate',
    advancedDiagnosticConsent: 'No',
    require24X7Response: false,
    contactDetails,
    technicalTicketDetails: { resourceId: circuitId(circuit) },
  };
}
