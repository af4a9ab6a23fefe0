import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { withEvents } from '../support/a-case.ts';
import { t0 } from '../support/a-circuit.ts';
import { startArmProxy } from '../support/arm-proxy.ts';
import { killBot, startBotProcess } from '../support/bot-process.ts';
import { eventually } from '../support/eventually.ts';
import { botUserId } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { type CaseToStore, storeCases } from '../support/stored-cases.ts';
import { startWorld, type World } from '../support/world.ts';

const circuit = 'fra-02';
const emea = '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
const hourMs = 3_600_000;
/** Two chunks, as Microsoft takes them, and a file of one. */
const contents: Readonly<Record<string, Buffer>> = {
  'f-loa': Buffer.alloc(3_000_000, '%PDF-1.7 Letter of Authorization '),
  'f-preflight': Buffer.from('What the registries say: leased.'),
};
const contentOf = (fileId: string) => contents[fileId] ?? Buffer.from('other');
const fingerprints = ['f-loa', 'f-preflight'].map((id) =>
  createHash('sha256').update(contentOf(id)).digest('hex'),
);

const Ticket = z.object({
  name: z.string(),
  ticketId: z.string(),
  files: z.array(z.object({ sha256: z.string() })),
  communications: z.array(z.object({ body: z.string() })),
});
const ticketsOf = async (world: World) => z.array(Ticket).parse((await world.control.get('world')).tickets);

/** One case for each point at which the bot is killed, each in a channel of its own. */
async function prepare(world: World) {
  const { control } = world;
  const channels = new Map<string, string>();
  async function channelFor(id: string): Promise<string> {
    const { channel } = await control.post('slack/channel', { name: id.toLowerCase() });
    await control.post('slack/invite', { channel });
    channels.set(id, String(channel));
    return String(channel);
  }
  async function aCase(name: string, stage: CaseToStore['stage'], after?: CaseToStore['after']) {
    const id = `CASE-${name}`;
    return { id, channelId: await channelFor(id), stage, ...(after ? { after } : {}) };
  }
  /** With a ticket that is there already, and what happened since. */
  async function talking(name: string, events: Parameters<typeof withEvents>[1]) {
    const { name: ticket, ticketId } = await control.post('azure/tickets', { title: name, circuit });
    const how = { how: 'by-hand', status: 'Open', at: t0 } as const;
    const it = await aCase(name, 'creating', (before) =>
      withEvents(before, [
        { kind: 'submitted', number: String(ticketId), name: String(ticket), ...how },
        { kind: 'step-done', at: t0, step: 'submission' },
        { kind: 'step-begun', at: t0, step: 'answers' },
        ...events,
      ]),
    );
    return { it, ticket: String(ticket) };
  }
  const replied = {
    kind: 'replied',
    at: t0,
    id: 'r-1',
    by: 'U0OMAR0001',
    body: 'It is in the LoA.',
    delivery: 'owed',
  } as const;
  const replying = await talking('REPLYING', [replied]);
  const answered = await talking('ANSWERED', []);
  await control.post(`azure/tickets/${answered.ticket}`, { message: 'Please send page one.' });
  const cases = [
    await aCase('ASKING', 'registries'),
    await aCase('CHECKING', 'checking'),
    await aCase('OPENED', 'uploading'),
    await aCase('UPLOADED', 'uploading'),
    await aCase('LOST', 'uploading'),
    await aCase('NUMBERING', 'uploading'),
    replying.it,
    answered.it,
  ];
  await storeCases(world, circuit, cases, contentOf);
  return { channels, replying: replying.ticket, submitted: cases.slice(1, 6).map(({ id }) => id) };
}

/** Each stops where it is to be killed. */
async function stopAzureHalfway({ control }: World, replying: string): Promise<void> {
  const azure = (kind: string, match: string) => control.post('faults', { target: 'azure', kind, match });
  const putTicket = `PUT /subscriptions/${emea}/providers/Microsoft.Support/supportTickets`;
  await azure('hang', '/fileWorkspaces/trunkline-case-opened-1/files/');
  await azure('hang', '/supportTickets/trunkline-case-uploaded');
  await azure('lose-answer', `${putTicket}/trunkline-case-lost`);
  await azure('lose-answer', `${putTicket}/${replying}/communications/`);
  await control.post('azure/operations', { durationMs: hourMs, retryAfterSeconds: 1 });
  await control.post('faults', { target: 'registry', kind: 'hang' });
}

/** So many messages arrive without the bot hearing of it, and no other arrives. */
async function loseSlack({ control }: World, times: number): Promise<void> {
  const match = 'chat.postMessage';
  await control.post('faults', { target: 'slack', kind: 'lose-answer', match, times });
  await control.post('faults', { target: 'slack', kind: 'hang', match });
}

const clear = (world: World) =>
  Promise.all(
    ['azure', 'registry', 'slack'].map((target) => world.control.post('faults', { target, kind: 'clear' })),
  );

const postsIn = async (world: World, channel: string) =>
  (await world.control.messages(channel)).filter(({ user, ephemeral }) => user === botUserId && !ephemeral);

async function allPosts(world: World, channels: ReadonlyMap<string, string>) {
  return (await Promise.all([...channels.values()].map((channel) => postsIn(world, channel)))).flat();
}

/** What the threads come to say, each once. */
const storyOf: Readonly<Record<string, readonly RegExp[]>> = {
  ASKING: [/:mag:/u],
  REPLYING: [/Microsoft has the reply/u],
  ANSWERED: [/Please send page one/u],
};
const submittedStory = [/Microsoft has it: ticket \d+/u, /Step 6 of 7 begins/u];

/** One card, and a thread in which nothing is missing or said twice. */
async function expectToldOnce(world: World, id: string, channel: string): Promise<void> {
  const [card, ...replies] = await postsIn(world, channel);
  expect(card && wordsOf(card), id).toContain(id);
  for (const reply of replies) expect(reply.thread_ts, `a reply of ${id}`).toBe(card?.ts);
  const words = replies.map(wordsOf);
  expect(new Set(words).size, words.join('\n---\n')).toBe(words.length);
  const lines = words.flatMap((text) => text.split('\n'));
  for (const line of [/Step 1 of 7 begins/u, ...(storyOf[id.slice(5)] ?? submittedStory)])
    expect(
      lines.filter((one) => line.test(one)),
      `${id}: ${line} in ${lines.join('\n')}`,
    ).toHaveLength(1);
}

test('killed anywhere on its way to Microsoft and back, a case has one card, one ticket, and says each thing once', async () => {
  await using world = await startWorld();
  await world.stopBot();
  await using arm = await startArmProxy(world.url);
  const { channels, replying, submitted } = await prepare(world);
  await stopAzureHalfway(world, replying);
  await loseSlack(world, 5);
  const env = { AZURE_ARM_URL: arm.armUrl };

  await using first = await startBotProcess(world, env);
  await eventually(async () => {
    const calls = arm.calls.join('\n');
    expect(calls).toMatch(/fileWorkspaces\/trunkline-case-opened-1\/files\//u);
    expect(calls).toMatch(/GET .*supportTickets\/trunkline-case-uploaded$/mu);
    for (const name of ['lost', 'numbering', 'checking'])
      expect(calls).toMatch(new RegExp(`PUT .*supportTickets/trunkline-case-${name}$`, 'mu'));
    expect(calls).toMatch(new RegExp(`PUT .*supportTickets/${replying}/communications/`, 'u'));
    expect(await readFile(world.storePath, 'utf8')).toContain('Please send page one.');
    expect(await allPosts(world, channels)).toHaveLength(5);
  }, 20_000);
  await killBot(first);
  await clear(world);
  await world.control.post('clock', { advanceMs: hourMs });
  await world.control.post('azure/operations', { durationMs: 0, retryAfterSeconds: 1 });

  await loseSlack(world, 7);
  await using second = await startBotProcess(world, env);
  await eventually(async () => {
    const posts = await allPosts(world, channels);
    expect(posts).toHaveLength(12);
    expect(posts.filter(({ thread_ts }) => thread_ts).length).toBeGreaterThan(3);
  }, 20_000);
  await killBot(second);
  await clear(world);

  await using _third = await startBotProcess(world, env);
  await eventually(async () => {
    for (const [id, channel] of channels) await expectToldOnce(world, id, channel);
  }, 20_000);
  const tickets = await ticketsOf(world);
  const ours = tickets.filter(({ name }) => name.startsWith('trunkline-'));
  expect(ours.map(({ name }) => name).toSorted()).toEqual(
    submitted.map((id) => `trunkline-${id.toLowerCase()}`).toSorted(),
  );
  for (const { name, files } of ours)
    expect(files.map(({ sha256 }) => sha256).toSorted(), name).toEqual(fingerprints.toSorted());
  const replies = tickets.flatMap(({ communications }) => communications.map(({ body }) => body));
  expect(replies.filter((body) => body === 'It is in the LoA.')).toHaveLength(1);
}, 90_000);
