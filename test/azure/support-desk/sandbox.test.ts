import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArmClient } from '../../../src/azure/arm-client.ts';
import { createSupportDesk } from '../../../src/azure/support/create-support-desk.ts';
import { parseCircuitAddress } from '../../../src/domain/circuit/circuit-id.ts';
import { parseContact } from '../../../src/rules/contact-file.ts';
import type { SupportDesk, TicketAsk } from '../../../src/usecases/validation/support.ts';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';

const subscription = '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
const problem = /ownership for public prefixes/iu;

let sandbox: TestSandbox;
let desk: SupportDesk;

/** The world's time goes on whenever the desk would wait. */
const advance = (advanceMs: number) => sandbox.control.post('clock', { advanceMs });
const worldNow = async () => Number((await sandbox.control.get('world')).json.now);

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { AZURE_ARM_URL = '', AZURE_STATIC_TOKEN = '' } = sandbox.environment;
  const arm = createArmClient({
    armUrl: AZURE_ARM_URL,
    access: { kind: 'static', token: AZURE_STATIC_TOKEN },
  });
  const now = await worldNow();
  desk = createSupportDesk(arm, () => now, advance);
});
afterAll(() => sandbox.close());

async function anAsk(name: string, overrides: Partial<TicketAsk> = {}): Promise<TicketAsk> {
  const text = await readFile(sandbox.environment.SUPPORT_CONTACT_FILE ?? '', 'utf8');
  const contact = parseContact(text);
  const about = parseCircuitAddress(
    `/subscriptions/${subscription}/resourceGroups/rg-net-emea/providers/Microsoft.Network/expressRouteCircuits/lon-01`,
  );
  const classification = await desk.classification('ExpressRoute', problem);
  if (!contact.ok || !about.ok || !classification) throw new Error('the world has not what a ticket needs');
  return {
    name,
    title: 'Proof of ownership for the public prefixes of lon-01',
    description: 'We hold 203.0.113.0/24 & ask you to validate it.',
    severity: 'moderate',
    classification,
    contact: contact.value,
    about: about.value,
    ...overrides,
  };
}

test('a ticket with its evidence is opened, answered, replied to and closed, each thing asked for twice', async () => {
  const workspace = 'trunkline-case-1';
  const large = { name: 'Letter of Authorization.pdf', content: new Uint8Array(3_000_000).fill(7) };
  const small = { name: 'evidence für lon-01.txt', content: new TextEncoder().encode('AS 64510') };
  for (const _ of ['once', 'again']) {
    await desk.openWorkspace(subscription, workspace);
    for (const file of [large, small]) await desk.upload(subscription, workspace, file);
  }
  const ask = await anAsk('trunkline-case-1', { workspace });
  const { retryAfterMs } = await desk.createTicket(subscription, ask);
  expect(await desk.ticket(subscription, ask.name)).toBeUndefined();
  expect((await desk.createTicket(subscription, ask)).retryAfterMs).toBeGreaterThan(0);
  await advance(retryAfterMs);
  expect(await desk.createTicket(subscription, ask)).toEqual({ retryAfterMs: 0 });

  const ticket = await desk.ticket(subscription, ask.name);
  expect(ticket).toMatchObject({ name: ask.name, status: 'Open', severity: 'Moderate' });
  const ticketId = ticket?.ticketId ?? '';
  expect(ticketId).toMatch(/^\d{16}$/u);
  expect(await desk.findTicket(subscription, ticketId)).toMatchObject({ name: ask.name });
  expect((await sandbox.control.get('world')).json.tickets).toMatchObject([
    {
      ticketId,
      files: [
        { name: large.name, bytes: large.content.length },
        { name: small.name, bytes: small.content.length },
      ],
    },
  ]);

  const asked = { message: 'Please send <the LoA> & a contact.\n\nThank you' };
  await sandbox.control.post(`azure/tickets/${ask.name}`, asked);
  await advance(1_000);
  const message = {
    name: 'trunkline-case-1-m1',
    subject: ask.title,
    body: 'Here it is: <1> & 2',
    sender: ask.contact.email,
  };
  for (const _ of ['once', 'again']) await desk.reply(subscription, ask.name, message);
  const said = await desk.communications(subscription, ask.name);
  expect(said.map(({ direction, body }) => [direction, body.split('\n')[0]])).toEqual([
    ['inbound', expect.stringContaining('Having trouble viewing this email?')],
    ['inbound', 'Please send <the LoA> & a contact.'],
    ['outbound', 'Here it is: <1> & 2'],
  ]);
  expect(said[0]?.body).toContain('will contact you.\n');
  expect(said[1]?.body).toBe(asked.message);
  expect(said[2]?.name).toBe(message.name);

  await sandbox.control.post(`azure/tickets/${ask.name}`, { status: 'Closed' });
  expect(await desk.ticket(subscription, ask.name)).toMatchObject({ status: 'Closed' });
});

test('a ticket that a person opened in the portal is found by its number', async () => {
  const { json } = await sandbox.control.post('azure/tickets', { title: 'By hand', circuit: 'lon-01' });
  expect(await desk.findTicket(subscription, String(json.ticketId))).toMatchObject({ name: json.name });
  expect(await desk.findTicket(subscription, '1234567890')).toBeUndefined();
});

test('a plan that does not allow it is told when the ticket is looked for, with Azure’s own code', async () => {
  await sandbox.control.post('azure/support', { plan: 'Developer' });
  const ask = await anAsk('trunkline-case-2');
  const { retryAfterMs } = await desk.createTicket(subscription, ask);
  await advance(retryAfterMs);
  await expect(desk.ticket(subscription, ask.name)).rejects.toMatchObject({
    kind: 'refused',
    failure: { code: 'InvalidSupportPlan' },
  });
  const message = { name: 'm1', subject: 's', body: 'b', sender: ask.contact.email };
  await expect(desk.reply(subscription, 'trunkline-case-1', message)).rejects.toMatchObject({
    failure: { code: 'InvalidSupportPlan' },
  });
  await sandbox.control.post('azure/support', { plan: 'ProDirect' });
});

test('a role that is missing is forbidden from the first call that writes', async () => {
  await sandbox.control.post('azure/support', { allowed: false });
  const forbidden = { kind: 'forbidden', failure: { code: 'AuthorizationFailed' } };
  await expect(desk.openWorkspace(subscription, 'trunkline-case-3')).rejects.toMatchObject(forbidden);
  await expect(desk.createTicket(subscription, await anAsk('trunkline-case-3'))).rejects.toMatchObject(
    forbidden,
  );
  await sandbox.control.post('azure/support', { allowed: true });
});
