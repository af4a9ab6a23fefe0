import { circuitPath, emea, type StartedAzure } from './start-azure.ts';

const provider = '/providers/Microsoft.Support';
/** ExpressRoute, as recorded. */
export const expressRoute = `${provider}/services/759b4975-eee7-178d-6996-31047d078bf2`;

/** The path of something of Microsoft.Support in a subscription. */
export const supportPath = (path: string) => `/subscriptions/${emea}${provider}/${path}`;

/** Microsoft.Support as a caller has it: api-version 2024-04-01. */
export const supportOf = (azure: StartedAzure) => (method: string, path: string, body?: unknown) =>
  azure.arm(method, supportPath(path), body, '2024-04-01');

export const aContact = {
  firstName: 'Nadia',
  lastName: 'Osei',
  preferredContactMethod: 'email',
  primaryEmailAddress: 'noc@contoso.example',
  preferredTimeZone: 'GMT Standard Time',
  country: 'gbr',
  preferredSupportLanguage: 'en-us',
};

/** The problem classification that the name fits, looked up as a caller must. */
export async function problemOf(
  azure: StartedAzure,
  name = /ownership for public prefixes/,
): Promise<string> {
  const { body } = await azure.arm('GET', `${expressRoute}/problemClassifications`, undefined, '2024-04-01');
  type Problem = { readonly id: string; readonly properties: { readonly displayName: string } };
  const found = body.value.find(({ properties }: Problem) => name.test(properties.displayName));
  return found.id;
}

/** The body with which a ticket about the prefixes of lon-01 is opened. */
export async function aTicket(azure: StartedAzure, changes: object = {}) {
  return {
    properties: {
      title: 'Ownership of 198.51.100.0/26',
      description: 'We hold it.\nPlease validate it & tell us.',
      serviceId: expressRoute,
      problemClassificationId: await problemOf(azure),
      severity: 'moderate',
      advancedDiagnosticConsent: 'no',
      contactDetails: aContact,
      technicalTicketDetails: { resourceId: circuitPath('lon-01') },
      ...changes,
    },
  };
}

/** A ticket that is there; its number. */
export async function openTicket(
  azure: StartedAzure,
  name = 'case-1',
  changes: object = {},
): Promise<string> {
  const { status, headers, text } = await supportOf(azure)(
    'PUT',
    `supportTickets/${name}`,
    await aTicket(azure, changes),
  );
  if (status !== 202) throw new Error(text);
  azure.clock.advance(3_000);
  return (await azure.call('GET', headers.get('azure-asyncoperation') ?? '')).body.properties.supportTicketId;
}
