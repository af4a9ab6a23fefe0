import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAudit } from '../../src/run/audit.ts';
import { startArmProxy } from '../support/arm-proxy.ts';
import { killBot, startBotProcess } from '../support/bot-process.ts';
import type { View } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { askFor, cardOf, chooseInCreate, confirm, optionOf } from '../support/life.ts';
import { botUserId, channels } from '../support/person.ts';
import type { Program } from '../support/program.ts';
import { wordsOf } from '../support/reading.ts';
import { auditPath, inShort, trailOf } from '../support/trail.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;

/** Everybody confirms alone, so that all begins at once. */
const keys = ['peering', 'peering-layer-3', 'delete', 'deprovision', 'failover'];
const policy = { approvals: Object.fromEntries(keys.map((key) => [key, { approvals: 0 }])) };

async function startBot(world: World, armUrl: string): Promise<Program> {
  const policyFile = join(world.dataDir, 'policy.json');
  await writeFile(policyFile, JSON.stringify(policy));
  return startBotProcess(world, { AZURE_ARM_URL: armUrl, POLICY_FILE: policyFile });
}

/** One change for each kind of write, each on a circuit of its own; and what each sends. */
const titles = [
  'Create lon-10',
  'Resize fra-02',
  'Delete ams-01',
  'Change the routing of nyc-01',
  'Change the routing of chi-01',
  'Unlink from lon-01',
  'Link a network to was-direct-01',
];
const sent = [
  'PUT /expressRouteCircuits/lon-10',
  'PUT /expressRouteCircuits/fra-02',
  'DELETE /expressRouteCircuits/ams-01',
  'PUT /peerings/AzurePrivatePeering',
  'DELETE /peerings/AzurePublicPeering',
  'DELETE /connections/conn-lon-hub',
  'PUT /authorizations/*',
  'PUT /connections/conn-direct',
];

async function askForAll(world: World): Promise<void> {
  const omar = world.person('omar');
  const open = (text: string): Promise<View> => omar.commandForModal(netOps, text);
  const create = await chooseInCreate(world, omar, await open('create lon-10'));
  await askFor(omar, create, {
    'create.location': optionOf(create, 'create.location', 'London'),
    'create.bandwidth': optionOf(create, 'create.bandwidth', '200 Mbps'),
  });
  await confirm(omar, await open('resize fra-02 5Gbps'));
  await confirm(omar, await open('delete ams-01'));
  await askFor(omar, await open('peering nyc-01 private'), { 'peering.vlan': '120' });
  await confirm(omar, await open('peering chi-01 public remove'));
  await confirm(omar, await open('unlink lon-01 conn-lon-hub'));
  const link = await open('link was-direct-01');
  await askFor(omar, link, {
    'link.gateway': optionOf(link, 'link.gateway', 'gw-spoke-uk'),
    'link.name': 'conn-direct',
  });
}

/** `PUT …/connections/conn-direct` as one compares it. What an authorization is called is the bot's own affair. */
const inBrief = (call: string) =>
  call.replace(/ .*(?=\/[^/]+\/[^/]+$)/u, ' ').replace(/(?<=\/authorizations\/).*$/u, '*');

const storyOf = async (world: World) => (await trailOf(world)).map(inShort);

/** Each was written once, stands in one message, and is in the trail once; and the trail is as it was written. */
async function expectAllOnce(world: World, writes: () => readonly string[]): Promise<void> {
  await eventually(async () => {
    const done = (await storyOf(world)).filter((line) => line.startsWith('bot succeed'));
    expect(done).toHaveLength(titles.length);
  }, 40_000);
  for (const title of titles) await cardOf(world, netOps, title, 'done in');
  expect(writes().map(inBrief).toSorted()).toEqual(sent.toSorted());
  const cards = (await world.control.messages(netOps)).filter(
    ({ user, ephemeral }) => user === botUserId && !ephemeral,
  );
  expect(cards.map((card) => /\*([^*]+)\* · done in/u.exec(wordsOf(card))?.[1]).toSorted()).toEqual(
    titles.toSorted(),
  );
  const circuits = ['lon-10', 'fra-02', 'ams-01', 'nyc-01', 'chi-01', 'lon-01', 'was-direct-01'];
  const lines = circuits.flatMap((name) => [
    `omar request ${name}`,
    `bot execute ${name}`,
    `bot succeed ${name}`,
  ]);
  expect((await storyOf(world)).toSorted()).toEqual(lines.toSorted());
  const { text, code } = await runAudit(['verify', auditPath(world)], {});
  expect(text).toContain(`${lines.length} lines are as written`);
  expect(code).toBe(0);
}

test.concurrent('killed while Azure works on each kind of write, the bot follows each to its end', async () => {
  await using world = await startWorld({ withoutBot: true });
  await using arm = await startArmProxy(world.url);
  await world.control.post('azure/operations', { durationMs: 600_000, retryAfterSeconds: 1 });
  await using bot = await startBot(world, arm.armUrl);
  await askForAll(world);
  await eventually(() => expect(arm.writes()).toHaveLength(titles.length));
  await killBot(bot);
  await world.control.post('azure/operations', { durationMs: 0 });
  await using _next = await startBot(world, arm.armUrl);
  await world.control.post('clock', { advanceMs: 600_000 });
  await expectAllOnce(world, arm.writes);
}, 90_000);

test.concurrent('killed before anything that it sent has arrived, the bot sends each once', async () => {
  await using world = await startWorld({ withoutBot: true });
  await using arm = await startArmProxy(world.url);
  await world.control.post('azure/operations', { durationMs: 0, retryAfterSeconds: 0 });
  await using bot = await startBot(world, arm.armUrl);
  for (const match of ['PUT /', 'DELETE /'])
    await world.control.post('faults', { target: 'azure', kind: 'hang', match });
  await askForAll(world);
  await eventually(() => expect(arm.writes()).toHaveLength(titles.length));
  await killBot(bot);
  await world.control.post('faults', { target: 'azure', kind: 'clear' });
  const lost = arm.writes().length;
  await using _next = await startBot(world, arm.armUrl);
  await expectAllOnce(world, () => arm.writes().slice(lost));
}, 90_000);

test.concurrent('killed after Azure took all and before the answers came, the bot sends nothing again', async () => {
  await using world = await startWorld({ withoutBot: true });
  await using arm = await startArmProxy(world.url);
  await world.control.post('azure/operations', { durationMs: 0, retryAfterSeconds: 0 });
  await using bot = await startBot(world, arm.armUrl);
  arm.keepAnswers();
  await askForAll(world);
  await eventually(() => expect(arm.writes()).toHaveLength(titles.length));
  await killBot(bot);
  arm.giveAnswers();
  await using _next = await startBot(world, arm.armUrl);
  await expectAllOnce(world, arm.writes);
}, 90_000);
