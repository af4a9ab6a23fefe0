import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Control, createControl } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { expectFirstSight } from '../support/first-sight.ts';
import { botUserId, channels, createPerson } from '../support/person.ts';
import { startProgram } from '../support/program.ts';
import { wordsOf } from '../support/reading.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;

/** Whole processes start here, several in one test: a busy machine may take its time. */
const patient = { timeout: 90_000 };

/** Where the bot of `npm start` is told to be when nobody is in the way of anybody. */
const anyPorts = { SANDBOX_PORT: '0', PORT: '0', OPS_PORT: '0' };

const alertsIn = async (control: Control) =>
  (await control.messages(netOps)).filter(({ user }) => user === botUserId);

const alertTextsIn = async (control: Control) => (await alertsIn(control)).map(({ text }) => text);

/** That nobody listens there any more. */
function isFree(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(Number(new URL(url).port), '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** `NAME=value` lines, as the sandbox prints what a bot needs. */
const environmentIn = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(lines.filter((line) => /^[A-Z_]+=/u.test(line)).map((line) => line.split(/=(.*)/u)));

/** A bot's environment in a world of this process. */
const botIn = ({ environment, dataDir }: World) => ({
  ...environment,
  PORT: '0',
  OPS_PORT: '0',
  DATA_DIR: dataDir,
});

describe.concurrent('another program', patient, () => {
  test('starts everything, drives it by its control API, and ends it', async () => {
    await using folder = await scratchFolder();
    await using program = startProgram('', { ...anyPorts, DATA_DIR: join(folder.path, 'data') });
    const [url = ''] = await program.said(/^sandbox ready (http:\/\/127\.0\.0\.1:\d+)$/u);
    const control = createControl(url);
    const vera = createPerson(control, 'vera');

    expect(await control.get('world')).toMatchObject({
      now: expect.any(Number),
      people: expect.arrayContaining([expect.objectContaining({ id: 'U0VERA0001', name: 'vera' })]),
      channels: expect.arrayContaining([expect.objectContaining({ id: netOps, name: 'network-ops' })]),
      circuits: expect.arrayContaining([
        expect.objectContaining({ name: 'lon-02', serviceProviderProvisioningState: 'Provisioning' }),
      ]),
      links: expect.any(Array),
      tickets: [],
    });
    const list = await vera.command(netOps, 'list');
    expect(wordsOf(list)).toContain('*15 circuits*');
    await eventually(async () => expectFirstSight(await alertsIn(control)));
    expect(wordsOf(await vera.press(list, 'Show circuit lon-01'))).toContain('*lon-01* · provisioned');
    await control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
    expect(await control.post('poll')).toMatchObject({ read: 2 });
    await eventually(async () =>
      expect(await alertTextsIn(control)).toContain('lon-02: provider state Provisioning → Provisioned'),
    );
    const home = await vera.openHome();
    expect(wordsOf(home)).toContain('*15 circuits* watched');
    expect(await control.post('clock', { advanceMs: 1_000 })).toMatchObject({ ok: true });

    program.end('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    await program.allEnded;
    expect(await isFree(url)).toBe(true);
  });

  test('may press Ctrl+C: all of it ends in order, though each process is signalled twice', async () => {
    await using folder = await scratchFolder();
    await using program = startProgram('', { ...anyPorts, DATA_DIR: folder.path });
    await program.said(/^sandbox ready/u);
    const { pid } = z
      .object({ pid: z.number() })
      .parse(JSON.parse(await readFile(join(folder.path, 'trunkline.json.lock'), 'utf8')));
    program.end('SIGINT');
    process.kill(pid, 'SIGINT');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(await readdir(folder.path)).not.toContain('trunkline.json.lock');
  });

  test('sees what changes without asking for a poll', async () => {
    await using folder = await scratchFolder();
    await using program = startProgram('', { ...anyPorts, DATA_DIR: folder.path });
    const [url = ''] = await program.said(/^sandbox ready (\S+)$/u);
    const control = createControl(url);
    await control.post('azure/circuits/sea-01/provider', { state: 'Provisioning' });
    await eventually(async () =>
      expect(await alertTextsIn(control)).toContain('sea-01: provider state NotProvisioned → Provisioning'),
    );
  });

  test('ends the bot when it kills what started it', async () => {
    await using folder = await scratchFolder();
    await using program = startProgram('', { ...anyPorts, DATA_DIR: folder.path });
    await program.said(/^sandbox ready/u);
    program.end('SIGKILL');
    await program.allEnded;
    expect(await readdir(folder.path)).not.toContain('trunkline.json.lock');
  });

  test('runs the sandbox and the bot each by itself', async () => {
    await using folder = await scratchFolder();
    await using sandbox = startProgram('sandbox', { SANDBOX_PORT: '0' });
    const [url = ''] = await sandbox.said(/^sandbox ready (\S+)$/u);
    const control = createControl(url);
    await expect(createPerson(control, 'vera').command(netOps, 'list')).rejects.toThrow();

    const env = { ...environmentIn(sandbox.out), PORT: '0', OPS_PORT: '0', DATA_DIR: folder.path };
    await using bot = startProgram('bot', env);
    const [requestUrl, opsUrl] = await bot.said(/^bot ready requests=(\S+) ops=(\S+)$/u);
    await control.put('slack/app', { requestUrl, opsUrl });
    expect(await control.post('poll')).toMatchObject({ read: 2 });
    expect(wordsOf(await createPerson(control, 'vera').command(netOps, 'list'))).toContain('*15 circuits*');

    bot.end('SIGTERM');
    expect(await bot.exited).toEqual({ code: 0, signal: null });
    sandbox.end('SIGINT');
    expect(await sandbox.exited).toEqual({ code: 0, signal: null });
    expect(await isFree(url)).toBe(true);
  });
});

describe.concurrent('a start that cannot be', patient, () => {
  test('with a wrong configuration says all that is wrong in one list, and no value', async () => {
    await using bot = startProgram('bot', {
      SLACK_BOT_TOKEN: 'not-a-token',
      AZURE_SUBSCRIPTION_IDS: 'mine',
      POLL_SECONDS: 'often',
      PORT: '70000',
      ALERTS_CHANNEL: '#network-ops',
      AZURE_ARM_URL: 'https://evil.example',
      DATA_DIR: '/nonexistent',
    });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    await bot.allEnded;
    const said = bot.errors.join('\n');
    expect(said).toMatch(/^The configuration is not usable:$/mu);
    for (const name of [
      'SLACK_BOT_TOKEN',
      'AZURE_SUBSCRIPTION_IDS',
      'POLL_SECONDS',
      'PORT',
      'ALERTS_CHANNEL',
      'AZURE_ARM_URL',
      'SLACK_SIGNING_SECRET',
    ]) {
      expect(said).toMatch(new RegExp(`^- .*${name}\\b`, 'mu'));
    }
    expect(said).not.toMatch(/not-a-token|evil\.example/u);
    expect(bot.out).toEqual([]);
  });

  test('with a token that Slack refuses says so', async () => {
    await using world = await startWorld({ withoutBot: true });
    await using bot = startProgram('bot', { ...botIn(world), SLACK_BOT_TOKEN: 'xoxb-1-2-wrong' });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    await bot.allEnded;
    expect(bot.errors.join('\n')).toContain('Slack refuses the token');
    expect(bot.errors.join('\n')).not.toContain('xoxb-1-2-wrong');
  });

  test('on the folder of a bot that runs is refused, and the first one stays', async () => {
    await using world = await startWorld();
    await using second = startProgram('bot', botIn(world));
    expect(await second.exited).toEqual({ code: 1, signal: null });
    await second.allEnded;
    expect(second.errors.join('\n')).toMatch(
      /Trunkline cannot start: .*trunkline\.json is in use by process \d+/u,
    );
    expect(await world.poll()).toMatchObject({ read: 2 });
  });

  test('on a taken port says which and what to set', async () => {
    await using folder = await scratchFolder();
    await using world = await startWorld({ withoutBot: true });
    const { port } = new URL(world.url);
    await using second = startProgram('', { SANDBOX_PORT: port, DATA_DIR: folder.path });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    await second.allEnded;
    expect(second.errors).toEqual([`port ${port} is in use: stop what listens there, or set SANDBOX_PORT`]);
  });
});
