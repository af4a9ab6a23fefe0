import { describe, expect, test } from 'vitest';
import { checkTickets, type TicketDeps } from '../../../src/usecases/doctor/checks/tickets.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import type { Classification } from '../../../src/usecases/validation/support.ts';
import { subscription1 } from '../../support/a-circuit.ts';

const contact = {
  firstName: 'Ana',
  lastName: 'Duarte',
  email: 'netops@contoso.example',
  timeZone: 'GMT Standard Time',
  country: 'GBR',
  language: 'en-us',
  additionalEmails: [],
};
const problem: Classification = {
  serviceId: 's',
  serviceName: 'ExpressRoute',
  problemId: 'p',
  problemName: 'Microsoft peering / Proof of ownership for public prefixes',
};

async function finding(
  settings: Partial<TicketDeps['settings']> = {},
  classification = async () => problem as Classification | undefined,
) {
  const asked: RegExp[] = [];
  const check = checkTickets({
    support: {
      classification: (_, words) => {
        asked.push(words);
        return classification();
      },
    },
    settings: {
      contact: () => contact,
      severity: 'moderate',
      problem: 'ownership for public prefixes',
      ...settings,
    },
    subscriptionIds: [subscription1],
  });
  const [found] = await check.look();
  return { ...found, asked };
}

describe('support tickets', () => {
  test('can be opened when Microsoft has a problem of that name; whether the plan allows it is not known', async () => {
    const { asked, ...found } = await finding();
    expect(found).toEqual({
      name: 'Support tickets',
      level: 'ok',
      found:
        'They are opened as “Microsoft peering / Proof of ownership for public prefixes”, if the support plan allows it: that shows only then.',
    });
    expect(asked[0]?.test('Ownership for public  prefixes')).toBe(true);
  });

  test('are opened by hand when nobody is named, and Azure is not asked', async () => {
    const found = await finding({ contact: () => undefined });
    expect(found).toMatchObject({ level: 'skipped', asked: [] });
    expect(found.mend).toContain('.env.example');
  });

  test('of critical severity need a telephone number', async () => {
    expect(await finding({ severity: 'critical' })).toMatchObject({ level: 'warn', asked: [] });
    const named = await finding({
      severity: 'critical',
      contact: () => ({ ...contact, phone: '+44 20 7946 0100' }),
    });
    expect(named).toMatchObject({ level: 'ok' });
  });

  test('need words that one of Microsoft’s problems has', async () => {
    const found = await finding({ problem: 'nonsense' }, async () => undefined);
    expect(found).toMatchObject({ level: 'warn', found: expect.stringContaining('“nonsense”') });
    expect(found.mend).toContain('SUPPORT_PROBLEM');
  });

  test('are opened by hand when Azure does not let its lists be read', async () => {
    const found = await finding({}, () => Promise.reject(new AzureFault('forbidden', 'Azure says no.')));
    expect(found).toMatchObject({ level: 'warn', found: 'Tickets are opened by hand. Azure says no.' });
    expect(found.mend).toContain('"Support Request Contributor"');
  });
});
