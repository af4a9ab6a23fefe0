import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aContact,
  aTicket,
  expressRoute,
  openTicket,
  problemOf,
  supportOf,
  supportPath,
} from './support/a-ticket.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
let support: ReturnType<typeof supportOf>;
beforeEach(async () => {
  azure = await startAzure();
  support = supportOf(azure);
});
afterEach(() => azure.close());

describe('what Microsoft takes requests for', () => {
  it('is found by its name among others, types in upper case', async () => {
    const { body } = await azure.arm('GET', '/providers/Microsoft.Support/services', undefined, '2024-04-01');
    type Service = { id: string; properties: { displayName: string } };
    const named = body.value.filter(({ properties }: Service) =>
      /express ?route/i.test(properties.displayName),
    );
    expect(body.value.length).toBeGreaterThan(12);
    expect(named).toHaveLength(3);
    expect(named[0]).toEqual({
      id: expressRoute,
      name: '759b4975-eee7-178d-6996-31047d078bf2',
      type: 'Microsoft.Support/services',
      properties: { displayName: 'ExpressRoute', resourceTypes: ['MICROSOFT.NETWORK/EXPRESSROUTECIRCUITS'] },
    });
    expect(await problemOf(azure)).toMatch(
      new RegExp(`^${expressRoute}/problemClassifications/[0-9a-f-]{36}$`),
    );
  });
});

describe('a ticket', () => {
  it('is accepted without a word, is not there yet, and then is', async () => {
    const asked = await support('PUT', 'supportTickets/case-1', await aTicket(azure));
    expect(asked).toMatchObject({ status: 202, text: '' });
    expect(asked.headers.get('retry-after')).toBeNull();
    const status = asked.headers.get('azure-asyncoperation') ?? '';
    const location = asked.headers.get('location') ?? '';
    expect((await azure.call('GET', status)).body).toMatchObject({ status: 'InProgress' });
    expect((await azure.call('GET', location)).status).toBe(202);
    expect((await support('GET', 'supportTickets/case-1')).status).toBe(404);
    azure.clock.advance(3_000);
    expect((await azure.call('GET', status)).body).toEqual({
      id: expect.stringMatching(/operationsStatus\/[0-9a-f-]{36}$/),
      status: 'Succeeded',
      properties: { supportTicketCreationWarning: '', supportTicketId: '2601050010000001' },
    });
    expect((await azure.call('GET', location)).body.name).toBe('case-1');
    expect((await azure.call('GET', status.slice(0, -5))).status).toBe(403);
  });

  it('reads back in the casing that Microsoft likes, its keys in the recorded order', async () => {
    const ticketId = await openTicket(azure);
    const { body } = await support('GET', 'SupportTickets/CASE-1');
    expect(body).toMatchObject({ id: supportPath('supportTickets/case-1'), name: 'case-1' });
    expect(body.properties).toMatchObject({
      severity: 'Moderate',
      advancedDiagnosticConsent: 'No',
      contactDetails: { preferredContactMethod: 'Email', country: 'GBR', preferredSupportLanguage: 'en-US' },
      technicalTicketDetails: { resourceId: circuitPath('lon-01') },
      supportEngineer: {},
      supportPlanType: 'ProDirect',
      problemClassificationDisplayName: 'Microsoft peering / Proof of ownership for public prefixes',
      serviceDisplayName: 'ExpressRoute',
      fileWorkspaceName: ticketId,
      supportTicketId: ticketId,
      status: 'Open',
      createdDate: '2026-01-05T03:00:03Z',
    });
    expect(Object.keys(body.properties).slice(0, 7)).toEqual([
      'description',
      'problemClassificationId',
      'problemClassificationDisplayName',
      'severity',
      'require24X7Response',
      'enrollmentId',
      'contactDetails',
    ]);
  });

  it.each<[string, object, string]>([
    ['title', { title: ' ' }, 'properties.title: must not be empty'],
    ['description', { description: undefined }, 'properties.description'],
    ['severity', { severity: 'urgent' }, "'urgent' is not one of Minimal, Moderate"],
    ['consent', { advancedDiagnosticConsent: undefined }, 'advancedDiagnosticConsent'],
    ['service', { serviceId: `${expressRoute}0` }, 'is no service'],
    ['problem', { problemClassificationId: `${expressRoute}/problemClassifications/x` }, 'of ExpressRoute'],
    ['resource', { technicalTicketDetails: { resourceId: 'lon-01' } }, 'not the id of a resource'],
    [
      'country',
      { contactDetails: { ...aContact, country: 'UK' } },
      "'UK' is not one of the ISO 3166 alpha-3",
    ],
    [
      'time zone',
      { contactDetails: { ...aContact, preferredTimeZone: 'Europe/London' } },
      'Pacific Standard Time',
    ],
    ['language', { contactDetails: { ...aContact, preferredSupportLanguage: 'xx' } }, 'de-DE'],
    ['mail', { contactDetails: { ...aContact, primaryEmailAddress: 'noc' } }, 'primaryEmailAddress'],
    [
      'phone',
      { contactDetails: { ...aContact, preferredContactMethod: 'phone' } },
      'phoneNumber: is required',
    ],
    ['workspace', { fileWorkspaceName: 'nowhere' }, "'nowhere' does not exist or has expired"],
  ])('with a wrong %s is refused, and says which', async (_what, changes, part) => {
    const { status, body } = await support('PUT', 'supportTickets/case-1', await aTicket(azure, changes));
    expect(status).toBe(400);
    expect(body.error.code).toBe('InvalidParameterValue');
    expect(JSON.stringify(body.error)).toContain(part);
  });

  it('has a name that nobody else has, from the moment it is asked for', async () => {
    const check = async (name: string) =>
      (await support('POST', 'checkNameAvailability', { name, type: 'Microsoft.Support/supportTickets' }))
        .body;
    for (const name of ['12345', 'tmp-1', 'a:b', 'x'.repeat(256)]) {
      expect(await check(name)).toMatchObject({ nameAvailable: false, reason: 'Invalid' });
      const { status, body } = await support('PUT', `supportTickets/${name}`, await aTicket(azure));
      expect([status, body.error.code]).toEqual([400, 'ResourceNameInvalid']);
    }
    expect(await check('case-1')).toEqual({ nameAvailable: true });
    await support('PUT', 'supportTickets/case-1', await aTicket(azure));
    expect(await check('Case-1')).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' });
    expect((await support('PUT', 'supportTickets/CASE-1', await aTicket(azure))).status).toBe(409);
    azure.clock.advance(3_000);
    expect((await support('PUT', 'supportTickets/case-1', await aTicket(azure))).status).toBe(409);
    expect(azure.azure.world().tickets).toHaveLength(1);
  });

  it('is found in pages, newest first, by status and date', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await openTicket(azure, name);
    await azure.control('POST', '/tickets/b', { status: 'Closed' });
    const names = async (query: string) => {
      const found: string[] = [];
      let answer = await support('GET', `supportTickets?${query}`);
      for (;;) {
        found.push(...answer.body.value.map(({ name }: { name: string }) => name));
        if (!answer.body.nextLink) return found;
        answer = await azure.call('GET', answer.body.nextLink);
      }
    };
    const filter = (text: string) => `$filter=${encodeURIComponent(text)}`;
    expect(await names('')).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect((await support('GET', 'supportTickets')).body.value).toHaveLength(4);
    expect((await support('GET', 'supportTickets?$top=2')).body.value).toHaveLength(2);
    expect(await names('$top=2')).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(await names(filter("status eq 'Open'"))).toEqual(['e', 'd', 'c', 'a']);
    expect(await names(filter("Status eq 'open' and CreatedDate ge 2026-01-05T03:00:09Z"))).toEqual([
      'e',
      'd',
      'c',
    ]);
    expect((await support('GET', `supportTickets?${filter('title ne 1')}`)).status).toBe(400);
    azure.clock.advance(8 * 86_400_000);
    expect(await names('')).toEqual([]);
    expect(await names(filter("status eq 'closed'"))).toEqual(['b']);
  });

  it('is changed at once, by fields in the body itself; its new status is echoed as it was sent', async () => {
    await openTicket(azure);
    const change = (body: object) => support('PATCH', 'supportTickets/case-1', body);
    const call = { preferredContactMethod: 'phone' };
    expect((await change({ properties: { status: 'closed' } })).body.error.details[0].code).toBe(
      'JsonDeserializationError',
    );
    expect((await change({ contactDetails: call })).status).toBe(400);
    const { body } = await change({ contactDetails: { ...call, phoneNumber: '+44 1' }, severity: 'minimal' });
    expect(body.properties).toMatchObject({
      severity: 'Minimal',
      contactDetails: { firstName: 'Nadia', preferredContactMethod: 'Phone', phoneNumber: '+44 1' },
    });
    expect((await change({ status: 'closed' })).body.properties.status).toBe('closed');
    expect((await support('GET', 'supportTickets/case-1')).body.properties.status).toBe('Closed');
    expect((await change({ status: 'closed' })).body.error.code).toBe('UpdateOperationDenied');
  });

  it('meets the faults of the world as all of Azure does', async () => {
    azure.faults.add({
      target: 'azure',
      kind: 'throttle',
      match: 'supporttickets/',
      times: 1,
      retryAfter: 7,
    });
    const put = async () => support('PUT', 'supportTickets/case-1', await aTicket(azure));
    const throttled = await put();
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
    azure.faults.add({ target: 'azure', kind: 'lose-answer', match: 'PUT ', times: 1 });
    await expect(put()).rejects.toThrow();
    azure.clock.advance(3_000);
    expect((await support('GET', 'supportTickets/case-1')).status).toBe(200);
  });
});
