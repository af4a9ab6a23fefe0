import { describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { type Answer, type Question, standInNow, startStandIn } from '../support/stand-in.ts';
import { subscriptionId } from '../support/wire.ts';
import { ticketPath, wireTicket } from './an-ask.ts';

const ticket = 'trunkline-case-1';
const message = { name: 'reply-1', subject: 'LoA', body: 'Attached.', sender: 'netops@contoso.example' };
const wire = (name: string, properties: Readonly<Record<string, unknown>> = {}) => ({ name, properties });

describe('the messages of a ticket', () => {
  const messagesOf = async (value: readonly unknown[]) =>
    (await startStandIn(() => ({ body: { value } }))).desk.communications(subscriptionId, ticket);

  test('come oldest first, as text, with who said it', async () => {
    const inbound = wire('b', {
      communicationDirection: 'Inbound',
      sender: 'ben@microsoft.example',
      subject: 'Proof &amp; ownership - TrackingID#2405100010003340',
      body: '<pre>Please send the LoA.\nThank you</pre>',
      createdDate: '2026-03-02T10:00:00Z',
    });
    const ours = wire('a', {
      communicationDirection: 'Outbound',
      subject: 's',
      body: 'b',
      createdDate: '2026-03-01T10:00:00Z',
    });
    expect(await messagesOf([inbound, { odd: 1 }, ours])).toEqual([
      { name: 'a', direction: 'outbound', subject: 's', body: 'b', at: Date.UTC(2026, 2, 1, 10) },
      {
        name: 'b',
        direction: 'inbound',
        sender: 'ben@microsoft.example',
        subject: 'Proof & ownership - TrackingID#2405100010003340',
        body: 'Please send the LoA.\nThank you',
        at: Date.UTC(2026, 2, 2, 10),
      },
    ]);
  });

  test('are ours when the customer’s people wrote them, whatever direction Azure gives them; that is asked once', async () => {
    const contactDetails = {
      primaryEmailAddress: 'NetOps@contoso.example',
      additionalEmailAddresses: ['ana@contoso.example', 7],
    };
    const senders = ['netops@contoso.example', 'Ana@contoso.example', 'ben@microsoft.example', null];
    const value = senders.map((sender, index) =>
      wire(`m${index}`, { sender, communicationDirection: 'Inbound' }),
    );
    const standIn = await startStandIn(({ path }) => ({
      body: path.endsWith('/communications') ? { value } : wireTicket({ contactDetails }),
    }));
    for (const _ of ['first', 'second']) {
      const messages = await standIn.desk.communications(subscriptionId, ticket);
      expect(messages.map(({ direction }) => direction)).toEqual([
        'outbound',
        'outbound',
        'inbound',
        'inbound',
      ]);
    }
    expect(standIn.questions).toHaveLength(3);
  });

  test('are for people to read where Azure does not say whose they are, or when', async () => {
    expect(await messagesOf([wire('a')])).toEqual([
      { name: 'a', direction: 'inbound', subject: '', body: '', at: standInNow },
    ]);
  });

  test('name no key, whatever else they say', async () => {
    const key = '7c44c70b-9c62-4a89-a6b2-d281b6ce7a49';
    const body = [
      `<pre>The signature of Azure-SKEY|${key}|203.0.113.0/24|ASN-64510 does not fit.`,
      `Is "${key.toUpperCase()}" another service key?`,
      `Service Key: ${key}; s-key is '${key}'`,
      `Tracking 2405100010003340, subscription ${subscriptionId}</pre>`,
    ].join('\n');
    const [message] = await messagesOf([wire('a', { subject: `Service key ${key}`, body })]);
    expect(message?.subject).toBe('Service key [redacted]');
    expect(message?.body.split('\n')).toEqual([
      'The signature of Azure-SKEY|[redacted]|203.0.113.0/24|ASN-64510 does not fit.',
      `Is "${key.toUpperCase()}" another service key?`,
      "Service Key: [redacted]; s-key is '[redacted]'",
      `Tracking 2405100010003340, subscription ${subscriptionId}`,
    ]);
  });

  test('are read from Microsoft’s own example', async () => {
    const { desk } = await startStandIn(() => ({
      body: example('SupportListCommunicationsForSubscriptionSupportTicket').answer,
    }));
    const messages = await desk.communications(subscriptionId, ticket);
    expect(messages.map(({ name, body, direction }) => [name, body, direction])).toEqual([
      ['testmessage1', 'this is a test message', 'outbound'],
      ['testmessage2', 'test', 'outbound'],
    ]);
  });
});

describe('an answer of ours', () => {
  const operation = '/subscriptions/x/providers/Microsoft.Support/operationsStatus/1';
  type World = { there?: readonly unknown[]; put?: Answer; looks?: Answer[]; isNameFree?: boolean };

  async function replying(world: World) {
    let url = '';
    const standIn = await startStandIn(({ method, path }: Question): Answer => {
      if (path.endsWith('/checknameavailability'))
        return { body: { nameAvailable: world.isNameFree ?? true } };
      if (path === operation.toLowerCase()) return world.looks?.shift() ?? { body: { status: 'Succeeded' } };
      if (method === 'GET') return { body: { value: world.there ?? [] } };
      return (
        world.put ?? {
          status: 202,
          headers: { 'azure-asyncoperation': `${url}${operation}?s=1`, 'retry-after': '2' },
        }
      );
    });
    url = standIn.url;
    return { standIn, sent: standIn.desk.reply(subscriptionId, ticket, message) };
  }

  test('is sent with its sender, and followed to its end', async () => {
    const { standIn, sent } = await replying({ looks: [{ body: { status: 'InProgress' } }] });
    await sent;
    const put = standIn.questions.find(({ method }) => method === 'PUT');
    expect(put?.url).toBe(`${ticketPath}/communications/reply-1?api-version=2024-04-01`);
    const { name, ...properties } = message;
    expect(JSON.parse(put?.body ?? '')).toEqual({ properties });
    expect(Object.keys(properties).sort()).toEqual(
      Object.keys(
        Object(
          example('SupportCreateSupportTicketCommunication').sent('createCommunicationParameters').properties,
        ),
      ).sort(),
    );
    expect(standIn.waits).toEqual([2_000, 4_000]);
  });

  test('that is there is not sent again', async () => {
    const { standIn, sent } = await replying({ there: [wire('Reply-1')] });
    await sent;
    expect(standIn.questions.map(({ method }) => method)).toEqual(['GET']);
  });

  test('whose name was taken by itself meanwhile is no error', async () => {
    const put = { status: 409, body: { error: { code: 'Conflict', message: 'No.' } } };
    await expect((await replying({ put, isNameFree: false })).sent).resolves.toBeUndefined();
    await expect((await replying({ put })).sent).rejects.toMatchObject({
      kind: 'refused',
      failure: { code: 'Conflict' },
    });
  });

  test('that Azure takes on and then refuses is a fault', async () => {
    const failed = { body: { status: 'Failed', error: { code: 'TicketClosed', message: 'No.' } } };
    await expect((await replying({ looks: [failed] })).sent).rejects.toMatchObject({
      kind: 'refused',
      message: 'TicketClosed: No.',
    });
  });

  test('that takes longer than a minute is left to the next attempt', async () => {
    const running = Array.from({ length: 100 }, () => ({ body: { status: 'InProgress' } }));
    const { standIn, sent } = await replying({ looks: running });
    await expect(sent).rejects.toMatchObject({ kind: 'unavailable' });
    const waited = standIn.waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(30_000);
    expect(waited).toBeLessThanOrEqual(60_000);
  });
});
