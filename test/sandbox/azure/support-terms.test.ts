import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTicket, openTicket, supportOf } from './support/a-ticket.ts';
import { type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
let support: ReturnType<typeof supportOf>;
beforeEach(async () => {
  azure = await startAzure();
  support = supportOf(azure);
});
afterEach(() => azure.close());

describe('who may', () => {
  it.each(['Basic', 'Developer', 'Standard'])('not on plan %s: what was accepted fails', async (plan) => {
    await azure.control('POST', '/support', { plan });
    const asked = await support('PUT', 'supportTickets/case-1', await aTicket(azure));
    expect(asked.status).toBe(202);
    azure.clock.advance(3_000);
    const { body } = await azure.call('GET', asked.headers.get('azure-asyncoperation') ?? '');
    expect(body).toMatchObject({
      status: 'Failed',
      error: { code: 'InvalidSupportPlan', message: expect.stringContaining(`plan type is ${plan}.`) },
    });
    expect((await support('GET', 'supportTickets/case-1')).status).toBe(404);
    await azure.control('POST', '/support', { plan: 'Unified' });
    expect(await openTicket(azure)).toMatch(/^\d{16}$/);
  });

  it('not without the role, but for reading', async () => {
    await openTicket(azure);
    await azure.control('POST', '/support', { allowed: false });
    const message = { properties: { subject: 'a', body: 'b', sender: 'noc@contoso.example' } };
    for (const [method, path, body] of [
      ['PUT', 'supportTickets/case-2', await aTicket(azure)],
      ['PATCH', 'supportTickets/case-1', { severity: 'minimal' }],
      ['PUT', 'supportTickets/case-1/communications/r', message],
      ['PUT', 'fileWorkspaces/w', undefined],
      ['POST', 'checkNameAvailability', { name: 'a', type: 'Microsoft.Support/supportTickets' }],
    ] as const) {
      const answer = await support(method, path, body);
      expect([path, answer.status, answer.body.error.code]).toEqual([path, 403, 'AuthorizationFailed']);
    }
    expect((await support('GET', 'supportTickets/case-1')).status).toBe(200);
  });
});

describe('the contact that goes with the world', () => {
  it('is one that Microsoft takes', async () => {
    const file = new URL('../../../src/sandbox/support-contact.json', import.meta.url);
    const { email, phone, timeZone, language, additionalEmails, ...named } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const contactDetails = {
      ...named,
      preferredContactMethod: 'phone',
      primaryEmailAddress: email,
      additionalEmailAddresses: additionalEmails,
      phoneNumber: phone,
      preferredTimeZone: timeZone,
      preferredSupportLanguage: language,
    };
    expect(await openTicket(azure, 'case-1', { contactDetails })).toMatch(/^\d{16}$/);
  });
});
