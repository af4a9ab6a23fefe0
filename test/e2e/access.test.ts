import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createControl } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { channels, createPerson, type PersonName } from '../support/person.ts';
import { startProgram } from '../support/program.ts';
import { wordsOf } from '../support/reading.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { startWorld } from '../support/world.ts';

const { netOps } = channels;
const granting = (role: string, to: string, reads = 'everybody') =>
  JSON.stringify({ reads, grants: [{ role, to: [to], on: '*' }] });

describe('in the sandbox', () => {
  test.each<[PersonName, string]>([
    ['vera', '• viewer on every circuit, through <!subteam^S0VIEWERS1>'],
    ['omar', '• operator on every circuit, through <!subteam^S0OPERATR1>'],
    ['ana', '• approver on every circuit, through <!subteam^S0APPROVE1>'],
    ['adam', '• admin on every circuit, through <!subteam^S0ADMINS01>'],
  ])('%s has a role', async (name, role) => {
    await using world = await startWorld();
    expect(wordsOf(await world.person(name).command(netOps, 'whoami'))).toContain(role);
  });

  test('whoever has no role for it is told which it needs, on what, and who has it', async () => {
    await using world = await startWorld();
    const refusal = wordsOf(await world.person('vera').command(netOps, 'delete lon-01'));
    expect(refusal).toContain('You need the role operator on *lon-01* for that.');
    expect(refusal).toContain('These can: <!subteam^S0OPERATR1>, <!subteam^S0ADMINS01>.');
  });

  test('people have the roles of the groups that they are in', async () => {
    await using world = await startWorld({
      prepare: (control) => control.put('slack/groups/S0ADMINS01', { users: ['U0VERA0001'] }),
    });
    const words = wordsOf(await world.person('vera').command(netOps, 'whoami'));
    expect(words).toContain('• admin on every circuit, through <!subteam^S0ADMINS01>');
  });

  test('when Slack does not tell who is in a group, nobody has its role, and the log says so', async () => {
    await using world = await startWorld({
      withErrors: true,
      prepare: (control) =>
        control.post('faults', { target: 'slack', kind: 'error', match: 'usergroups.users.list', times: 50 }),
    });
    const words = wordsOf(await world.person('omar').command(netOps, 'whoami'));
    expect(words).toContain('*You have no role.*');
    expect(words).toContain('Slack does not tell me who belongs to');
    expect(world.logLines.join()).toContain('the members of a user group could not be read');
  });
});

describe('an access file', () => {
  test('that is changed while the bot runs is in force a moment later', async () => {
    await using folder = await scratchFolder();
    const file = join(folder.path, 'access.json');
    await writeFile(file, granting('viewer', 'U0VERA0001'));
    await using world = await startWorld({ env: { ACCESS_FILE: file } });
    const [vera, omar] = [world.person('vera'), world.person('omar')];
    expect(wordsOf(await omar.command(netOps, 'list'))).toContain('*15 circuits*');
    await writeFile(file, granting('admin', 'U0VERA0001', 'granted'));
    await eventually(async () =>
      expect(wordsOf(await vera.command(netOps, 'whoami'))).toContain('• admin on every circuit'),
    );
    const refusal = wordsOf(await omar.command(netOps, 'list'));
    expect(refusal).toContain('You need the role viewer, operator or approver for that.');
    expect(refusal).toContain('These can: <@U0VERA0001>.');
  });

  test('that is spoilt keeps the last good one in force, and an admin is told', async () => {
    await using folder = await scratchFolder();
    const file = join(folder.path, 'access.json');
    await writeFile(file, granting('admin', 'U0ADAM0001'));
    await using world = await startWorld({ env: { ACCESS_FILE: file }, withErrors: true });
    const adam = world.person('adam');
    await writeFile(file, granting('adminn', 'U0ADAM0001'));
    await eventually(async () => {
      const words = wordsOf(await adam.command(netOps, 'whoami'));
      expect(words).toContain('grants[0].role is "adminn"; it must be one of viewer, operator');
      expect(words).toContain('• admin on every circuit');
    });
    expect(wordsOf(await world.person('vera').command(netOps, 'whoami'))).not.toContain('adminn');
    expect(world.logLines.join()).toContain('the last good one stays in force');
  });

  test('that cannot be used stops the start, and the terminal lists what is wrong', async () => {
    await using folder = await scratchFolder();
    const file = join(folder.path, 'access.json');
    await writeFile(file, '{"reads":"all","grants":[],"more":1}');
    await using bot = startProgram('bot', {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      AZURE_SUBSCRIPTION_IDS: 'one',
      AZURE_ARM_URL: 'http://127.0.0.1:9',
      AZURE_STATIC_TOKEN: 'token',
      DATA_DIR: join(folder.path, 'data'),
      ACCESS_FILE: file,
    });
    expect(await bot.exited).toMatchObject({ code: 1 });
    await bot.allEnded;
    const told = bot.errors.join('\n');
    expect(told).toContain('Trunkline cannot start: the rules are not usable:');
    expect(told).toContain(`- ACCESS_FILE (${file}): the whole has "more", which means nothing there`);
    expect(told).toContain(`- ACCESS_FILE (${file}): reads is "all"; it must be everybody or granted`);
  });

  test('of one’s own is tried in the sandbox when it is set', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
    const file = join(folder, 'access.json');
    await writeFile(file, granting('approver', 'U0VERA0001'));
    await using program = startProgram('', { SANDBOX_PORT: '0', DATA_DIR: folder, ACCESS_FILE: file });
    const [url = ''] = await program.said(/^sandbox ready (\S+)$/u);
    const vera = createPerson(createControl(url), 'vera');
    expect(wordsOf(await vera.command(netOps, 'whoami'))).toContain(
      '• approver on every circuit, granted to you',
    );
    program.end('SIGTERM');
    await program.allEnded;
    await rm(folder, { recursive: true, force: true });
  });
});
