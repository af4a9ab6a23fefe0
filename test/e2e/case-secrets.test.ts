import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import type { View } from '../support/control.ts';
import { eventually, present } from '../support/eventually.ts';
import { channels, people } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { filesOf, keysInAzure, shownTo } from '../support/secrets.ts';
import { type CaseToStore, storeCases } from '../support/stored-cases.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { approvals } = channels;
const validationIds = /Azure-SKEY\|([0-9a-f-]{36})/giu;

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
  publicKeyEncoding: { format: 'pem', type: 'spki' },
});
const bareKey = privateKey.replaceAll(/-----.*-----|\n/gu, '');

const cardOf = (world: WatchedWorld, id: string) =>
  eventually(async () => {
    const all = (await world.control.messages(approvals)).filter((message) => wordsOf(message).includes(id));
    return present(all[0], `the card of ${id}`);
  });

async function menu(world: WatchedWorld, id: string, deed: string): Promise<View> {
  const card = await cardOf(world, id);
  const chosen = elementsIn(card).flatMap(({ options = [] }) => options);
  const { text } = present(
    chosen.find(({ value }) => value === `${deed} ${id}`),
    `${deed} of ${id}`,
  );
  return world.person('omar').pressForModal(card, String(Object(text).text ?? text));
}

async function start(): Promise<WatchedWorld> {
  const world = await startWatchedWorld({ hurried: true, withErrors: true });
  await world.stopBot();
  const { name, ticketId } = await world.control.post('azure/tickets', { title: 'x', circuit: 'fra-02' });
  const at = Date.now();
  const talking: CaseToStore = {
    id: 'CASE-TALK',
    stage: 'answers',
    channelId: approvals,
    after: (it) => ({
      ...it,
      ticket: {
        name: String(name),
        number: String(ticketId),
        how: 'by-hand',
        at,
        status: 'Open',
        seen: [],
        messages: [],
      },
    }),
  };
  const cases: readonly CaseToStore[] = [
    { id: 'CASE-ASK', stage: 'registries', channelId: approvals },
    { id: 'CASE-FILES', stage: 'evidence', channelId: approvals },
    { id: 'CASE-SENT', stage: 'checking', channelId: approvals },
    talking,
  ];
  await storeCases(world, 'fra-02', cases, (id) => Buffer.from(id));
  return world;
}

test('no key that comes near a case is in a log, a file, a trail, a ticket, or what others are shown', async () => {
  await using world = await start();
  const keys = await keysInAzure(world);
  world.arm.reword((body) =>
    body.replaceAll(
      'temporarily unavailable',
      `unavailable for the service key ${keys[0]} at ${world.url}/x?sig=c2VjcmV0c2ln`,
    ),
  );
  const { tickets } = await world.control.get('world');
  const ticket = present((Array.isArray(tickets) ? tickets : [])[0], 'the ticket').name;
  await world.control.post(`azure/tickets/${ticket}`, {
    message: `The validation ID Azure-SKEY|${keys[0]}|203.0.113.0/24|ASN-64510 of service key ${keys[0]} does not fit.`,
  });
  await world.control.post('faults', { target: 'azure', kind: 'error', match: 'supportTickets', times: 1 });
  await world.startUnder();
  const omar = world.person('omar');
  await omar.command(approvals, 'validate fra-02');
  await omar.command(approvals, 'case fra-02');

  for (const [deed, block] of [
    ['comment', 'case.comment'],
    ['close', 'case.reason'],
  ] as const) {
    for (const text of [privateKey, `My key: ${bareKey}`, `Azure-SKEY|${keys[0]}|203.0.113.0/24|ASN-1`]) {
      const form = await menu(world, 'CASE-FILES', deed);
      const refused = await omar.fill(form, { [block]: text });
      expect(wordsOf(refused)).toMatch(/holds a (?:private key|validation ID)/u);
      expect(JSON.stringify(refused)).not.toContain(text.slice(-60, -30));
    }
  }
  for (const content of [`%PDF-1.7\n${privateKey}`, `%PDF-1.7\nAzure-SKEY|${keys[0]}|203.0.113.0/24|ASN-1`]) {
    const contentBase64 = Buffer.from(content).toString('base64');
    const { id } = await world.control.post('slack/files', {
      user: omar.user,
      name: 'LoA.pdf',
      contentBase64,
    });
    const adding = await omar.pressForModal(await cardOf(world, 'CASE-FILES'), 'Add a file…');
    expect(wordsOf(await omar.fill(adding, { 'case.file': [id] }))).toMatch(
      /holds a (?:private key|validation ID)/u,
    );
  }
  await eventually(async () => {
    await world.advance(61_000);
    const all = JSON.stringify(await world.control.messages(approvals));
    expect(all).toContain('does not fit');
    expect(all).toContain(':mag:');
    expect(all).toContain('Microsoft has it: ticket');
  });
  await world.stopBot();

  const everybody = await Promise.all(Object.values(people).map((user) => shownTo(world, user)));
  const { tickets: sent } = await world.control.get('world');
  const ours = (Array.isArray(sent) ? sent : []).filter(({ name }) => String(name).startsWith('trunkline-'));
  expect(ours).toHaveLength(1);
  const { SLACK_BOT_TOKEN = '', AZURE_STATIC_TOKEN = '' } = world.environment;
  const secrets = [
    ...keys,
    bareKey.slice(-40),
    SLACK_BOT_TOKEN,
    AZURE_STATIC_TOKEN,
    '/slack/response/',
    'c2VjcmV0c2ln',
    '/slack/files/',
    '/slack/upload/',
  ];
  const places = [...(await filesOf(world)), ...everybody, world.logLines.join(''), JSON.stringify(ours)];
  for (const text of places) {
    for (const secret of secrets)
      expect(text.toLowerCase().includes(secret.toLowerCase()), secret).toBe(false);
    expect([...text.matchAll(validationIds)]).toEqual([]);
  }
  expect(everybody.join('')).toContain('Azure-SKEY|[redacted]');
});
