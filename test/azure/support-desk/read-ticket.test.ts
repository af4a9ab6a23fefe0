import { describe, expect, test } from 'vitest';
import { armIdOf } from '../../../src/azure/resource-url.ts';
import { example } from '../support/example.ts';
import { addressOf, notFound, startStandIn } from '../support/stand-in.ts';
import { subscriptionId } from '../support/wire.ts';
import { wireTicket } from './an-ask.ts';

const ticketOf = async (body: unknown) =>
  (await startStandIn(() => ({ body }))).desk.ticket(subscriptionId, 'trunkline-case-1');

describe('a ticket', () => {
  test('is what Azure tells of it', async () => {
    expect(
      await ticketOf(wireTicket({ supportEngineer: { emailAddress: 'ben@microsoft.example' } })),
    ).toEqual({
      name: 'trunkline-case-1',
      ticketId: '2405100010003340',
      status: 'Open',
      severity: 'Moderate',
      createdAt: Date.UTC(2026, 2, 2, 3, 0),
      modifiedAt: Date.UTC(2026, 2, 2, 3, 10),
      engineerEmail: 'ben@microsoft.example',
      resourceId: armIdOf(addressOf()).toUpperCase(),
    });
  });

  test('is read from Microsoft’s own example', async () => {
    expect(await ticketOf(example('SupportGetSubscriptionSupportTicketDetails').answer)).toMatchObject({
      ticketId: '118032014183770',
      status: 'Open',
      engineerEmail: 'xyz@contoso.com',
    });
  });

  test('that was closed is Closed, however Azure writes it', async () => {
    expect(await ticketOf(wireTicket({ status: 'closed' }))).toMatchObject({ status: 'Closed' });
  });

  test('that was accepted for now has no number yet', async () => {
    const ticket = await ticketOf(wireTicket({ isTemporaryTicket: 'Yes' }));
    expect(ticket).toMatchObject({ name: 'trunkline-case-1' });
    expect(ticket).not.toHaveProperty('ticketId');
    expect(await ticketOf(wireTicket({ isTemporaryTicket: 'No' }))).toHaveProperty('ticketId');
  });

  test('that Azure tells little of has what it tells', async () => {
    const bare = { supportTicketId: '', status: 7, createdDate: 'soon', supportEngineer: [], severity: null };
    const nulls = { modifiedDate: null, technicalTicketDetails: null };
    expect(await ticketOf(wireTicket({ ...bare, ...nulls }))).toEqual({
      name: 'trunkline-case-1',
      status: 'Unknown',
    });
  });

  test('that there is not is none; what is no ticket is a fault', async () => {
    const { desk } = await startStandIn(() => notFound);
    expect(await desk.ticket(subscriptionId, 'trunkline-case-1')).toBeUndefined();
    await expect(ticketOf([])).rejects.toMatchObject({ kind: 'unreadable' });
    await expect(ticketOf({ odd: true })).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test('is found by Microsoft’s number, on any page, among those of 500 days', async () => {
    const standIn = await startStandIn(({ url }) =>
      url.includes('skip=1')
        ? { body: { value: [{ odd: true }, wireTicket()] } }
        : {
            body: {
              ...example('SupportListSupportTicketsInOpenStateBySubscription').answer,
              nextLink: `${here}/next?skip=1`,
            },
          },
    );
    const here = standIn.url;
    expect(await standIn.desk.findTicket(subscriptionId, ' 2405100010003340 ')).toMatchObject({
      name: 'trunkline-case-1',
    });
    const [first] = standIn.questions;
    expect(new URL(`${here}${first?.url}`).searchParams.get('$filter')).toBe(
      'CreatedDate ge 2024-10-18T03:12:00Z',
    );
    expect(await standIn.desk.findTicket(subscriptionId, '119120321001170')).toMatchObject({
      name: 'testticket',
    });
    expect(await standIn.desk.findTicket(subscriptionId, '1')).toBeUndefined();
  });
});
