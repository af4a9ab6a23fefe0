import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTicket, supportOf } from './support/a-ticket.ts';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const world = () => azure.azure.world();
const microsoftPeering = (name: string) =>
  world()
    .circuits.find((circuit) => circuit.name === name)
    ?.peerings.find((one) => one.name === 'MicrosoftPeering');
const answer = (name: string, body: object) => azure.control('POST', `/tickets/${name}`, body);

describe('Microsoft', () => {
  it('answers a ticket that is named or numbered, and its engineer has it from then on', async () => {
    const ticketId = await openTicket(azure);
    azure.topics.length = 0;
    await answer('CASE-1', { message: 'Which registry holds <it>?' });
    expect(azure.topics).toContainEqual({ topic: 'world' });
    const support = supportOf(azure);
    const closing = await support('PATCH', 'supportTickets/case-1', { status: 'closed' });
    expect(closing.body.error.code).toBe('UpdateOperationDenied');
    await answer(ticketId, { status: 'Closed' });
    const { properties } = (await support('GET', 'supportTickets/case-1')).body;
    expect(properties).toMatchObject({
      status: 'Closed',
      supportEngineer: { emailAddress: 'jo.kim@microsoft.example' },
    });
    const [newest] = (await support('GET', 'supportTickets/case-1/communications')).body.value;
    expect(newest).toMatchObject({
      name: expect.stringMatching(/^[0-9a-f-]{36}$/),
      properties: {
        communicationDirection: 'Inbound',
        sender: 'jo.kim@microsoft.example',
        subject: `RE: Ownership of 198.51.100.0/26 - TrackingID#${ticketId}`,
        body: '<pre>Which registry holds &lt;it&gt;?</pre>',
      },
    });
  });

  it('accepts: every prefix of the circuit is Configured, of both families, and the peering', async () => {
    await openTicket(azure);
    for (const [prefix, validationState] of [
      ['*', 'ValidationNeeded'],
      ['198.51.100.64/26', 'ManualValidationNeeded'],
      ['2001:db8:100::/48', 'ValidationNeeded'],
    ])
      await azure.control('POST', '/circuits/lon-01/prefixes', { prefix, validationState });
    expect(microsoftPeering('lon-01')?.advertisedPublicPrefixesState).toBe('ValidationNeeded');
    expect((await answer('case-1', { accept: true, message: 'Validated.', status: 'Closed' })).status).toBe(
      200,
    );
    expect(microsoftPeering('lon-01')).toMatchObject({
      advertisedPublicPrefixesState: 'Configured',
      prefixes: [
        { prefix: '198.51.100.0/26', validationState: 'Configured' },
        { prefix: '198.51.100.64/26', validationState: 'Configured' },
        { prefix: '2001:db8:100::/48', validationState: 'Configured' },
      ],
    });
    expect(world().tickets[0]).toMatchObject({
      status: 'Closed',
      communications: [{}, { body: 'Validated.' }],
    });
  });

  it.each<[string, object, string]>([
    ['case-2', { message: 'x' }, "There is no ticket 'case-2': there are case-1 ("],
    ['case-1', {}, 'say a status, a message or accept'],
    ['case-1', { message: ' ' }, 'message: must not be empty'],
    ['case-1', { accept: false }, 'accept'],
    ['case-1', { accept: true }, 'ams-01 advertises no prefixes'],
  ])('does not answer %s with %j', async (name, body, part) => {
    await openTicket(azure, 'case-1', { technicalTicketDetails: { resourceId: circuitPath('ams-01') } });
    const { status, body: said } = await answer(name, body);
    expect(status).toBe(400);
    expect(said.error).toContain(part);
  });

  it('changes nothing on a ticket that it cannot accept', async () => {
    await openTicket(azure, 'case-1', { technicalTicketDetails: undefined });
    const { body } = await answer('case-1', { accept: true, message: 'Fine.', status: 'Closed' });
    expect(body.error).toContain('is about no circuit');
    expect(world().tickets[0]).toMatchObject({ status: 'Open', communications: [{}] });
  });
});

describe('a person', () => {
  it('opens a ticket in the portal, on any plan, that is called by its number', async () => {
    await azure.control('POST', '/support', { plan: 'Developer' });
    const { body } = await azure.control('POST', '/tickets', { title: 'By hand', circuit: 'fra-02' });
    expect(body).toMatchObject({ ok: true, name: '2601050010000001', ticketId: '2601050010000001' });
    const { properties } = (await supportOf(azure)('GET', `supportTickets/${body.name}`)).body;
    expect(properties).toMatchObject({
      title: 'By hand',
      supportPlanType: 'Developer',
      technicalTicketDetails: { resourceId: circuitPath('fra-02') },
    });
    expect((await azure.control('POST', '/tickets', { title: 'x', circuit: 'nowhere' })).status).toBe(400);
  });
});

describe('the world', () => {
  it('tells truly who said what, and without HTML', async () => {
    const ticketId = await openTicket(azure);
    const properties = { subject: 'More', body: 'A & B', sender: 'noc@contoso.example' };
    await supportOf(azure)('PUT', 'supportTickets/case-1/communications/reply-1', { properties });
    azure.clock.advance(3_000);
    expect(world().tickets).toMatchObject([
      {
        name: 'case-1',
        ticketId,
        title: 'Ownership of 198.51.100.0/26',
        description: 'We hold it.\nPlease validate it & tell us.',
        status: 'Open',
        severity: 'Moderate',
        circuit: 'lon-01',
        createdAt: Date.parse('2026-01-05T03:00:03Z'),
        communications: [
          { direction: 'inbound', sender: 'support@mail.support.microsoft.com' },
          { name: 'reply-1', direction: 'outbound', body: 'A & B', at: Date.parse('2026-01-05T03:00:06Z') },
        ],
        files: [],
      },
    ]);
  });
});
