import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { runDoctor } from '../../src/run/doctor.ts';
import { eventually } from '../support/eventually.ts';
import { startWorld, type World } from '../support/world.ts';

/** Polls are of the list alone: nothing here is about sessions. */
const aWorld = (env: Readonly<Record<string, string>> = {}) =>
  startWorld({ env: { EDGE_READS_PER_POLL: '0', ...env } });

const door = async (world: World, path: string) => {
  const answer = await fetch(`${world.opsUrl()}${path}`);
  return { status: answer.status, text: await answer.text() };
};

const azureIs = (world: World, kind: 'error' | 'clear') =>
  world.control.post('faults', { target: 'azure', kind, ...(kind === 'error' ? { times: 1_000 } : {}) });

/** Every name and id of the world that is longer than a common word. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 5 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}

describe('the ops port', () => {
  test('says when the bot can be relied on', async () => {
    await using world = await aWorld();
    expect(await door(world, '/readyz')).toEqual({ status: 200, text: '{"ready":true,"reasons":[]}' });
    await azureIs(world, 'error');
    await world.poll();
    await world.poll();
    expect(await door(world, '/readyz')).toEqual({
      status: 503,
      text: '{"ready":false,"reasons":["blind-subscription"]}',
    });
    expect((await door(world, '/healthz')).status).toBe(200);
    await azureIs(world, 'clear');
    await world.poll();
    expect((await door(world, '/readyz')).status).toBe(200);
  });

  test('counts, and names nothing that is watched', async () => {
    await using world = await aWorld();
    const { text } = await door(world, '/metrics');
    expect(text).toMatch(/^trunkline_polls_total\{result="ok"\} [1-9]/mu);
    expect(text).toMatch(/^trunkline_arm_calls_total\{host="arm",result="ok"\} [1-9]/mu);
    expect(text).toMatch(/^trunkline_slack_calls_total\{result="ok"\} [1-9]/mu);
    expect(text).toMatch(/^trunkline_store_writes_total\{result="ok"\} [1-9]/mu);
    const { circuits, people, channels } = await world.control.get('world');
    const names = [...namesIn(circuits), ...namesIn(people), ...namesIn(channels)];
    expect(names.length).toBeGreaterThan(50);
    const labels = [...text.matchAll(/"([^"]*)"/gu)].map(([, label]) => label);
    const leaked = names.filter((name) => labels.includes(name) || (/\d/u.test(name) && text.includes(name)));
    expect(leaked).toEqual([]);
  });
});

test('the heartbeat is called after each poll that read everything, and after no other', async () => {
  let beats = 0;
  const service = createServer((_, response) => {
    beats++;
    response.end();
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  {
    await using world = await aWorld({ HEARTBEAT_URL: `http://127.0.0.1:${port}/ping` });
    await eventually(() => expect(beats).toBeGreaterThan(0));
    await eventually(async () => expect((await door(world, '/metrics')).text).toContain('heartbeat_total{'));
    await azureIs(world, 'error');
    await world.poll();
    const before = beats;
    await world.poll();
    await azureIs(world, 'clear');
    await world.poll();
    await eventually(() => expect(beats).toBe(before + 1));
  }
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

describe('npm run doctor', () => {
  const envOf = (world: World) => ({
    ...world.environment,
    DATA_DIR: world.dataDir,
    OPS_PORT: new URL(world.opsUrl()).port,
  });

  test('finds all well where it is, and repeats no secret', async () => {
    await using world = await aWorld();
    const { text, code } = await runDoctor(envOf(world));
    expect(text).toContain('says that it is ready');
    expect(text).toContain('0 to mend, 0 to look at');
    expect(code).toBe(0);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'AZURE_STATIC_TOKEN']) {
      expect(text).not.toContain(world.environment[name]);
    }
  });

  test('finds what is broken, and how to mend it', async () => {
    await using world = await aWorld();
    await world.control.put('slack/app', { scopes: ['commands', 'chat:write', 'channels:read'] });
    await azureIs(world, 'error');
    const { text, code } = await runDoctor(envOf(world));
    expect(code).toBe(1);
    expect(text).toMatch(/✗ Slack scopes +The app lacks groups:read/u);
    expect(text).toContain('reinstall the app');
    expect(text).toMatch(/✗ Azure circuits of/u);
  });

  test('finds what is wrong with the configuration without naming its values', async () => {
    const { text, code } = await runDoctor({ SLACK_BOT_TOKEN: 'token-of-mine', POLL_SECONDS: 'often' });
    expect(code).toBe(1);
    expect(text).toContain('✗ Configuration');
    expect(text).toContain('POLL_SECONDS must be a whole number');
    expect(text).not.toContain('token-of-mine');
  });

  test('finds rules that cannot be used', async () => {
    await using world = await aWorld();
    const { text, code } = await runDoctor({ ...envOf(world), ACCESS_FILE: '/nowhere/access.json' });
    expect(code).toBe(1);
    expect(text).toMatch(/✗ Rules +ACCESS_FILE/u);
  });
});
