import { describe, expect, test } from 'vitest';
import type { Message } from '../support/control.ts';
import { eventually, present } from '../support/eventually.ts';
import { channels } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { approvals, netOps } = channels;
const circuit = 'fra-02';
const minuteMs = 60_000;

async function startCaseWorld(how: 'api' | 'by-hand'): Promise<World> {
  return startWorld({
    hurried: true,
    env: { CASES_OPEN: 'auto', ALERTS_CHANNEL: netOps },
    prepare: async (control) => {
      if (how === 'by-hand') await control.post('azure/support', { allowed: false });
    },
  });
}

/** The case's one message, when it says this. */
function card(world: World, says: string): Promise<Message> {
  return eventually(() => cardNow(world, says));
}

async function cardNow(world: World, says: string): Promise<Message> {
  const all = (await world.control.messages(approvals)).filter((message) =>
    wordsOf(message).includes(`*${circuit}* · prefix validation`),
  );
  expect(all.length, 'a case has one message').toBeLessThanOrEqual(1);
  const words = all[0] ? wordsOf(all[0]) : '';
  return present(words.includes(says) ? all[0] : undefined, `"${says}" in ${words}`);
}

/** A reply in the thread of the case. */
function inThread(world: World, says: string): Promise<Message> {
  return eventually(() => threadNow(world, says));
}

async function threadNow(world: World, says: string): Promise<Message> {
  const root = await cardNow(world, '');
  const replies = (await world.control.messages(approvals)).filter(({ thread_ts }) => thread_ts === root.ts);
  const found = replies.findLast((message) => wordsOf(message).includes(says));
  return present(found, `"${says}" among ${replies.map((reply) => wordsOf(reply)).join('\n---\n')}`);
}

/** Time passes until it is so: Microsoft and Azure take theirs. */
function inTime<T>(world: World, look: () => Promise<T>): Promise<T> {
  return eventually(async () => {
    await world.advance(20_000);
    return look();
  });
}

async function restart(world: World): Promise<void> {
  await world.stopBot();
  await world.startBot();
}

async function ticketOf(
  world: World,
): Promise<{ name: string; ticketId: string; files: unknown[]; text: string }> {
  return eventually(async () => {
    const { tickets } = await world.control.get('world');
    const [ticket] = (Array.isArray(tickets) ? tickets : []).filter(({ circuit: of }) =>
      JSON.stringify(of).toLowerCase().includes(circuit),
    );
    return present(
      ticket?.ticketId ? { ...ticket, text: JSON.stringify(ticket) } : undefined,
      'a numbered ticket',
    );
  });
}

/** Confirm → registries → evidence → text, each with its approval, a restart after each. */
async function upToTheText(world: World): Promise<void> {
  const [omar, ana] = [world.person('omar'), world.person('ana')];
  const confirm = await omar.pressForModal(await card(world, 'step 1 of 7'), 'Confirm…');
  expect(wordsOf(confirm)).toContain('198.51.100.128/27');
  await omar.submit(confirm, {});
  await restart(world);

  const first = await card(world, 'to be approved');
  expect(wordsOf(await omar.press(first, 'Approve'))).toContain('You need the role approver');
  await ana.pressForAll(first, 'Approve');
  await restart(world);

  await inThread(world, 'What the registries say');
  const understood = await omar.pressForModal(await card(world, 'step 2 of 7'), 'Understood…');
  await omar.submit(understood, {
    'case.note': 'The space is leased from Contoso; there is no route object.',
  });
  await restart(world);

  const adding = await omar.pressForModal(await card(world, 'step 3 of 7'), 'Add a file…');
  const pdf = Buffer.from('%PDF-1.7\nLetter of Authorization for 198.51.100.128/25\n').toString('base64');
  const { id } = await world.control.post('slack/files', {
    user: omar.user,
    name: 'LoA.pdf',
    contentBase64: pdf,
    mimetype: 'application/pdf',
  });
  const kept = await omar.fill(adding, { 'case.file': [id] });
  expect(wordsOf(kept)).toContain('LoA.pdf');
  await inThread(world, 'added LoA.pdf');
  const complete = await omar.pressForModal(await card(world, 'step 3 of 7'), 'Evidence is complete…');
  await omar.submit(complete, { 'case.note': 'Contract C-2291' });
  await ana.pressForAll(await card(world, 'the evidence of ownership to be approved'), 'Approve');
  await restart(world);

  const text = await omar.pressForModal(await card(world, 'step 4 of 7'), 'Review the text…');
  const body = initialOf(text, 'case.body');
  expect(body).toContain('198.51.100.160/27');
  await omar.submit(text, {
    'case.title': 'Proof of ownership, fra-02',
    'case.body': `${body}\nContract C-2291.`,
  });
}

function initialOf(view: Parameters<typeof wordsOf>[0], blockId: string): string {
  const found = elementsIn(view).find(({ block_id }) => block_id === blockId);
  return String((found as { initial_value?: string } | undefined)?.initial_value ?? '');
}

/** The author approves nothing; two others do. */
async function approveTextAndSubmission(world: World): Promise<void> {
  const [omar, ana, adam] = [world.person('omar'), world.person('ana'), world.person('adam')];
  const text = await card(world, 'the ticket’s text to be approved');
  expect(wordsOf(await omar.press(text, 'Approve'))).toContain('You need the role approver');
  await adam.pressForAll(text, 'Approve');
  const submission = await card(world, 'the submission to Microsoft to be approved');
  await ana.pressForAll(submission, 'Approve submission');
  expect(wordsOf(await ana.press(await card(world, '1 given'), 'Approve submission'))).toContain(
    'another person',
  );
  await restart(world);
  await adam.pressForAll(await card(world, '1 given'), 'Approve submission');
}

async function microsoftAccepts(world: World, ticket: string): Promise<void> {
  await world.control.post(`azure/tickets/${ticket}`, {
    accept: true,
    message: 'Validated.',
    status: 'Closed',
  });
  await world.advance(minuteMs);
  await restart(world);
  await world.poll();
}

describe.concurrent('a case of manual validation, by three people, with a restart at each step', () => {
  test('goes to Microsoft through the API and closes by itself', async () => {
    await using world = await startCaseWorld('api');
    const omar = world.person('omar');
    await upToTheText(world);
    await approveTextAndSubmission(world);
    const ticket = await inTime(world, () => ticketOf(world));
    expect(ticket.text).toContain('Contract C-2291');
    expect(ticket.text).toContain('LoA.pdf');
    await inTime(world, () => cardNow(world, `ticket ${ticket.ticketId}`));
    await restart(world);

    await world.control.post(`azure/tickets/${ticket.name}`, {
      message: 'Please send the contract’s first page.',
    });
    const asked = await inTime(world, () => threadNow(world, 'first page'));
    const reply = await omar.pressForModal(asked, 'Reply to Microsoft…');
    await omar.submit(reply, { 'case.reply': 'It is in the files: LoA.pdf.' });
    await inTime(world, () => threadNow(world, 'Microsoft has the reply'));
    expect((await ticketOf(world)).text).toContain('It is in the files');
    await microsoftAccepts(world, ticket.name);
    const closed = await inTime(world, () => cardNow(world, 'validated after'));
    expect(wordsOf(closed)).toContain('7 Configured, BGP up');
  });

  test('is opened by hand where the plan has no API, and everything after works the same', async () => {
    await using world = await startCaseWorld('by-hand');
    const omar = world.person('omar');
    await upToTheText(world);
    await approveTextAndSubmission(world);
    const byHand = await inTime(world, () => cardNow(world, 'open the ticket in the portal'));
    const pack = await omar.press(byHand, 'Get the package');
    expect(wordsOf(pack)).toContain('Contract C-2291');
    expect(wordsOf(pack)).toContain('portal.azure.com');
    await restart(world);
    const { ticketId } = await world.control.post('azure/tickets', { title: 'Proof of ownership', circuit });
    const entering = await omar.pressForModal(
      await card(world, 'open the ticket'),
      'Enter the ticket’s number…',
    );
    expect(await omar.submit(entering, { 'case.number': 'soon' })).toHaveProperty('errors');
    await omar.submit(entering, { 'case.number': String(ticketId) });
    await inThread(world, `opened ticket ${ticketId} by hand`);
    await restart(world);
    await inTime(world, () => threadNow(world, 'Azure shows me the ticket'));
    await world.control.post(`azure/tickets/${ticketId}`, {
      message: 'Please send the contract’s first page.',
    });
    const asked = await inTime(world, () => threadNow(world, 'first page'));
    const reply = await omar.pressForModal(asked, 'Reply to Microsoft…');
    await omar.submit(reply, { 'case.reply': 'It is in the files: LoA.pdf.' });
    await inTime(world, () => threadNow(world, 'Put it into the ticket in the portal'));
    await microsoftAccepts(world, String(ticketId));
    await inTime(world, () => cardNow(world, 'validated after'));
  });
});
