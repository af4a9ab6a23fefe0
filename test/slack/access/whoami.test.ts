import { describe, expect, test } from 'vitest';
import { circuitIdOf, subscription1, subscription2 } from '../../support/a-circuit.ts';
import { aGrant, anAccess } from '../../support/an-access.ts';
import { type BotOptions, startSlackBot } from '../../support/slack-bot.ts';

const omar = 'U0OMAR0001';
const members = (...users: readonly string[]) => ({
  'usergroups.users.list': { body: { ok: true, users } },
});

async function whoami(options: BotOptions): Promise<string> {
  await using bot = await startSlackBot(options);
  return (await bot.ask('whoami')).words;
}

describe('/circuit whoami', () => {
  test('says that nobody has a role where no file grants any, and how that is mended', async () => {
    const words = await whoami({});
    expect(words).toContain('*You have no role.*\nNobody has one yet: whoever runs me grants roles');
    expect(words).toContain('in the file that ACCESS_FILE names.');
    expect(words).toContain('• May look at every circuit');
    expect(words).toContain('• May not use `create`, `key`, `order`,');
    expect(words).toContain('that needs operator.');
    expect(words).toContain('• May not approve or reject what others ask for: that needs approver.');
    expect(words).toContain('• May not read the audit trail: that needs operator or approver.');
  });

  test('says what is granted by name, what through a group, and what follows', async () => {
    const access = anAccess(
      aGrant({ to: ['S0OPERATR1'], on: { kind: 'subscription', subscriptionId: subscription1 } }),
      aGrant({ role: 'approver', on: { kind: 'circuit', circuitId: circuitIdOf('lon-01') } }),
      aGrant({ role: 'admin', to: ['U0ADAM0001'] }),
    );
    const words = await whoami({ access, answers: members(omar) });
    expect(words).toContain(`• operator on subscription ${subscription1}, through <!subteam^S0OPERATR1>`);
    expect(words).toContain('• approver on circuit rg-net/lon-01, granted to you by name');
    expect(words).toMatch(/May use `create`.*`failover`: for subscription 1{8}-[\w-]+, and nowhere else\./u);
    expect(words).toContain(
      '• May approve or reject what others ask for: for circuit rg-net/lon-01, and nowhere else.',
    );
    expect(words).toContain(
      `• May read the audit trail: for subscription ${subscription1}, circuit rg-net/lon-01, and nowhere else.`,
    );
    expect(words).not.toContain('U0ADAM0001');
  });

  test('says everywhere once, whatever else is granted', async () => {
    const access = anAccess(
      aGrant({ on: { kind: 'subscription', subscriptionId: subscription2 } }),
      aGrant({ role: 'admin' }),
    );
    const words = await whoami({ access });
    expect(words).toContain('`failover`: for every circuit.');
    expect(words).toContain('• May approve or reject what others ask for: for every circuit.');
  });

  test('says where one may look when looking is granted, and that one may not when it is not', async () => {
    const group = { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-net' } as const;
    const granted = { reads: 'granted', grants: [aGrant({ role: 'viewer', on: group })] } as const;
    expect(await whoami({ access: granted })).toContain(
      `mute circuits in them: for resource group rg-net of subscription ${subscription1}, and nowhere else.`,
    );
    expect(await whoami({ access: { reads: 'granted', grants: [] } })).toContain(
      '• May not look at circuits: that needs viewer, operator or approver.',
    );
  });

  test('says which groups Slack does not tell of', async () => {
    const words = await whoami({
      access: anAccess(aGrant({ to: ['S0OPERATR1'] })),
      answers: { 'usergroups.users.list': { body: { ok: false, error: 'missing_scope' } } },
    });
    expect(words).toContain(':warning: Slack does not tell me who belongs to <!subteam^S0OPERATR1>.');
    expect(words).toContain('*You have no role.*');
  });

  test('shows an admin what is wrong with the rules, and nobody else', async () => {
    const troubles = ['ACCESS_FILE (/etc/trunkline/access.json): grants is missing'];
    const admin = await whoami({ access: anAccess(aGrant({ role: 'admin' })), troubles });
    expect(admin).toContain('*The rules cannot be read as they are now.* The last good ones are in force.');
    expect(admin).toContain('• ACCESS_FILE (/etc/trunkline/access.json): grants is missing');
    const scoped = { kind: 'circuit', circuitId: circuitIdOf('lon-01') } as const;
    expect(await whoami({ access: anAccess(aGrant({ role: 'admin', on: scoped })), troubles })).toContain(
      'grants is missing',
    );
    expect(await whoami({ access: anAccess(aGrant()), troubles })).not.toContain('grants is missing');
  });
});
