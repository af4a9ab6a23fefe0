import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { runAudit } from '../../src/run/audit.ts';
import { eventually, present } from '../support/eventually.ts';
import { askFor, cardOf } from '../support/life.ts';
import { requestOf } from '../support/pending-requests.ts';
import { channels, directOf, people } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { filesOf, keysInAzure, shownTo } from '../support/secrets.ts';
import { auditPath, awaitStory, inShort, trailOf } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const md5Key = 'Zq7sharedMd5';
const typedKey = 'T9wrongkey1';

const verify = (world: WatchedWorld) => runAudit(['verify', auditPath(world)], {});

/** Keys: seen, refused, and sent with an order. */
async function lookAtKeys(world: WatchedWorld): Promise<void> {
  const [omar, vera] = [world.person('omar'), world.person('vera')];
  await omar.command(directOf('omar'), 'key lon-01');
  await vera.command(netOps, 'key lon-01');
  const order = await omar.commandForModal(netOps, 'order lon-02');
  await omar.fill(order, { 'order.provider': 'Megaport', 'order.number': 'PO-1', 'order.layer': '2' });
}

/** Routing with a shared key: reviewed and left, and then asked for and approved with another. */
async function routeNewYork(world: WatchedWorld): Promise<void> {
  const [omar, ana] = [world.person('omar'), world.person('ana')];
  const form = await omar.commandForModal(netOps, 'peering nyc-01 private');
  const left = await omar.fill(form, { 'peering.shared-key': typedKey });
  expect(wordsOf(left)).toContain('MD5 key: not shown → *changed*');
  const again = await omar.commandForModal(netOps, 'peering nyc-01 private');
  await askFor(omar, again, { 'peering.shared-key': md5Key, 'peering.vlan': '120' });
  const card = await cardOf(world, approvals, 'Change the routing of nyc-01', 'waits for approval');
  await omar.press(card, 'Approve');
  await ana.pressForAll(card, 'Approve');
  await cardOf(world, approvals, 'Change the routing of nyc-01', 'done in');
}

/** An authorization for somebody else, and its key to who asked alone. */
async function authorize(world: WatchedWorld): Promise<void> {
  const omar = world.person('omar');
  const links = await omar.commandForModal(netOps, 'link was-direct-01');
  const form = await omar.pressInView(links, 'Create an authorization…');
  await askFor(omar, form, { 'authorize.name': 'for-partner' });
  const card = await cardOf(world, netOps, 'Authorize a link to was-direct-01', 'done in');
  const key = await omar.press(card, 'Authorization key: for-partner');
  expect(wordsOf(key)).toMatch(/`[0-9a-f-]{36}`/u);
}

async function rejectDeletion(world: WatchedWorld): Promise<void> {
  const ana = world.person('ana');
  await requestOf(world, 'adam', 'delete ams-01');
  const card = await cardOf(world, approvals, 'Delete ams-01', 'waits for approval');
  await ana.submit(await ana.pressForModal(card, 'Reject…'), { reason: 'Wanted in May.' });
}

const expected = [
  'omar view-key lon-01',
  'vera refuse lon-01: key: role-needed',
  'omar order lon-02',
  'omar view-key lon-02',
  'omar request nyc-01',
  'omar refuse nyc-01: approve: role-needed',
  'ana approve nyc-01',
  'bot execute nyc-01',
  'bot succeed nyc-01',
  'omar request was-direct-01',
  'bot execute was-direct-01',
  'bot succeed was-direct-01',
  'omar view-key was-direct-01: authorization for-partner',
  'adam request ams-01',
  'ana reject ams-01: Wanted in May.',
  'xenia refuse -: reach: other-team',
  'vera refuse -: audit: role-needed',
];

describe('after a day of requests, keys and refusals', () => {
  test('each stands in the trail once, with who and from where; it is whole; and no key is anywhere', async () => {
    await using world = await startWatchedWorld();
    const keys = await keysInAzure(world);
    await lookAtKeys(world);
    await routeNewYork(world);
    await authorize(world);
    await rejectDeletion(world);
    await world.person('xenia').command(netOps, 'list');
    await world.person('vera').command(netOps, 'audit');

    const trail = await eventually(async () => {
      const all = await trailOf(world);
      expect(all.map(inShort)).toEqual(expected);
      return all;
    });
    const from = (short: string) =>
      present(trail.find((entry) => inShort(entry) === short)?.channelId, short);
    expect(from('omar view-key lon-01')).toBe(directOf('omar'));
    expect(from('vera refuse lon-01: key: role-needed')).toBe(netOps);
    expect(from('omar view-key lon-02')).toBe(netOps);
    expect(from('omar request nyc-01')).toBe(netOps);
    expect(from('ana approve nyc-01')).toBe(approvals);
    expect(from('omar request was-direct-01')).toBe(netOps);
    expect(from('ana reject ams-01: Wanted in May.')).toBe(approvals);
    expect(from('xenia refuse -: reach: other-team')).toBe(netOps);
    expect(trail.find(({ act, by }) => act === 'request' && by === people.omar)).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ before: '110', after: '120' })]),
    });

    const told = wordsOf(await world.person('omar').command(netOps, 'audit nyc-01'));
    expect(told).toContain(`<@${people.ana}> approved the routing change of *nyc-01* in <#${approvals}>`);
    expect(told).toContain('lacks the role for it');
    expect(await verify(world)).toMatchObject({
      text: expect.stringContaining(`${trail.length} lines are as written`),
      code: 0,
    });
    await world.stopBot();

    const toOthers = Object.values(people).filter((user) => user !== people.omar);
    const shown = await Promise.all(toOthers.map((user) => shownTo(world, user)));
    const made = await keysInAzure(world);
    const { SLACK_SIGNING_SECRET = '', AZURE_STATIC_TOKEN = '', SLACK_BOT_TOKEN = '' } = world.environment;
    const secrets = [
      ...new Set([...keys, ...made]),
      md5Key,
      typedKey,
      SLACK_SIGNING_SECRET,
      AZURE_STATIC_TOKEN,
      SLACK_BOT_TOKEN,
      '/slack/response/',
      '/operations/',
      '/operationResults/',
    ].map((secret) => secret.toLowerCase());
    expect(made.length).toBeGreaterThan(keys.length);
    // Whoever asked for keys has them before them still: that of lon-01, and the authorization's.
    const own = await shownTo(world, people.omar);
    expect(made.filter((key) => own.includes(key))).toHaveLength(2);
    for (const text of [...(await filesOf(world)), ...shown, world.logLines.join('')]) {
      expect(secrets.filter((secret) => text.toLowerCase().includes(secret))).toEqual([]);
    }
  }, 60_000);

  test('a line that was changed, removed or moved is found', async () => {
    await using world = await startWatchedWorld();
    const vera = world.person('vera');
    for (const name of ['lon-01', 'lon-02', 'fra-02']) await vera.command(netOps, `key ${name}`);
    await awaitStory(world, 'fra-02', 'vera refuse fra-02: key: role-needed');
    await world.stopBot();
    const path = auditPath(world);
    const written = await readFile(path, 'utf8');
    const [first = '', second = '', third = ''] = written.split('\n');
    const tampered: readonly [readonly string[], string][] = [
      [[first, second.replace('lon-02', 'lon-03'), third, ''], 'line 2 was changed'],
      [[first, third, ''], 'line 2 was removed'],
      [[second, first, third, ''], 'line 1 is out of order'],
      [[first, second, ''], 'line 3 was cut off at the end'],
    ];
    expect((await verify(world)).code).toBe(0);
    for (const [lines, says] of tampered) {
      await writeFile(path, lines.join('\n'));
      expect(await verify(world)).toMatchObject({ text: expect.stringContaining(says), code: 1 });
    }
  });
});
