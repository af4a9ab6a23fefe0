import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTicket, supportOf, supportPath } from './support/a-ticket.ts';
import { type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
let support: ReturnType<typeof supportOf>;
beforeEach(async () => {
  azure = await startAzure();
  support = supportOf(azure);
});
afterEach(() => azure.close());

describe('a message', () => {
  const message = {
    properties: {
      subject: 'Here is the letter',
      body: 'See <attached> & tell us',
      sender: 'noc@contoso.example',
    },
  };
  const messages = async () => (await support('GET', 'supportTickets/case-1/communications')).body.value;

  it('is there some time later, cut, marked and wrapped, before the mail with which Microsoft answers all', async () => {
    const ticketId = await openTicket(azure);
    const subject = 'test subject for communication posted from azure python cli';
    const asked = await support('PUT', 'supportTickets/case-1/communications/reply-1', {
      properties: { ...message.properties, subject },
    });
    expect(asked).toMatchObject({ status: 202, text: '' });
    expect(await messages()).toHaveLength(1);
    azure.clock.advance(3_000);
    const status = await azure.call('GET', asked.headers.get('azure-asyncoperation') ?? '');
    expect(status.body.properties.supportTicketId).toBe(ticketId);
    const [own, mail] = await messages();
    expect(own).toEqual({
      id: supportPath('supportTickets/case-1/communications/reply-1'),
      name: 'reply-1',
      type: 'Microsoft.Support/communications',
      properties: {
        communicationType: 'Web',
        communicationDirection: 'Inbound',
        sender: 'noc@contoso.example',
        subject: `test subject for communication posted from azur... - TrackingID#${ticketId}`,
        body: '<pre>See &lt;attached&gt; &amp; tell us</pre>',
        createdDate: '2026-01-05T03:00:06Z',
      },
    });
    expect(mail.properties).toMatchObject({
      communicationDirection: 'Inbound',
      sender: 'support@mail.support.microsoft.com',
      subject: expect.stringMatching(/^\nCase \d{16}\u2009 Your question/),
      body: expect.stringMatching(/^<html>[\s\S]*Ownership of 198\.51\.100\.0\/26/),
    });
    const one = await support('GET', 'supportTickets/case-1/communications/REPLY-1');
    expect(one.body).toEqual(own);
    const location = await azure.call('GET', asked.headers.get('location') ?? '');
    expect(location.body).toEqual(own);
    await azure.control('POST', '/support', { ownMessagesRead: 'Outbound' });
    expect((await messages())[0].properties.communicationDirection).toBe('Outbound');
  });

  it.each<[string, string, object, number, string]>([
    ['is called by a GUID', '12345678-1234-1234-1234-123412341234', message, 400, 'ResourceNameInvalid'],
    [
      'has no subject',
      'r',
      { properties: { ...message.properties, subject: '' } },
      400,
      'InvalidParameterValue',
    ],
    ['has no sender', 'r', { properties: { subject: 'a', body: 'b' } }, 400, 'InvalidParameterValue'],
    ['is there already', 'reply-1', message, 409, 'AlreadyExists'],
  ])('that %s is refused', async (_what, name, body, status, code) => {
    await openTicket(azure);
    await support('PUT', 'supportTickets/case-1/communications/reply-1', message);
    const answer = await support('PUT', `supportTickets/case-1/communications/${name}`, body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('needs a ticket', async () => {
    expect((await support('PUT', 'supportTickets/none/communications/r', message)).status).toBe(404);
    expect((await support('GET', 'supportTickets/none/communications')).status).toBe(404);
  });
});
