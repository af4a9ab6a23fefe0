import type { Locator, Page } from 'playwright-core';
import { test } from 'vitest';
import type { Message } from '../support/control.ts';
import { eventually, present } from '../support/eventually.ts';
import { channels } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';
import { openStudio, shoot } from './camera.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

test('a case in its middle, with Microsoft’s answer, and at its end', async () => {
  await using studio = await openStudio();
  await using world = await startWorld({
    hurried: true,
    env: { CASES_OPEN: 'auto', ALERTS_CHANNEL: channels.netOps, CASE_REMIND_HOURS: '720' },
  });
  const page = await studio.open(world, {
    channel: channels.approvals,
    size: { width: 1400, height: 1500 },
    scale: 1.4,
  });
  await page.getByRole('button', { name: 'World', exact: true }).click();
  const card = page.getByTestId('message').filter({ hasText: 'fra-02 · prefix validation' }).first();
  await card.waitFor();
  await upToTheEvidence(world);
  const thread = await openThread(page, card);
  await thread.getByText('put the evidence of ownership forward').waitFor();
  await shoot(page, 'docs/images/prefix-case.png', [card, ...(await lastReplies(thread, 3))]);

  await upToTheTicket(world);
  await askAndReply(world);
  await thread.getByText('Microsoft has the reply').waitFor();
  await shoot(page, 'docs/images/prefix-answer.png', [card, ...(await lastReplies(thread, 3))]);

  await accepted(world);
  await card.getByText('validated after').waitFor();
  await shoot(page, 'docs/images/prefix-closed.png', [card]);
});

async function openThread(page: Page, card: Locator): Promise<Locator> {
  await card.getByTestId('open-thread').click();
  return page.getByTestId('thread');
}

async function lastReplies(thread: Locator, count: number): Promise<readonly Locator[]> {
  const all = await thread.getByTestId('message').all();
  await all.at(-1)?.scrollIntoViewIfNeeded();
  return all.slice(-count);
}

/** The case's message, when it says this. */
function cardSaying(world: World, says: string): Promise<Message> {
  return eventually(async () => {
    const card = await messageSaying(world, '*fra-02* · prefix validation');
    return present(wordsOf(card).includes(says) ? card : undefined, `a case that says ${says}`);
  });
}

async function messageSaying(world: World, says: string): Promise<Message> {
  const all = await world.control.messages(channels.approvals);
  return present(
    all.findLast((one) => wordsOf(one).includes(says)),
    says,
  );
}

/** Time passes until it is so: Microsoft takes its time. */
function inTime<T>(world: World, look: () => Promise<T>): Promise<T> {
  return eventually(async () => {
    await world.advance(20_000);
    return look();
  });
}

async function upToTheEvidence(world: World): Promise<void> {
  const [omar, ana] = [world.person('omar'), world.person('ana')];
  await world.advance(12 * minuteMs);
  await omar.submit(await omar.pressForModal(await cardSaying(world, 'step 1 of 7'), 'Confirm…'), {
    'case.note': 'The four /27 of Frankfurt, AS 64501.',
  });
  await world.advance(25 * minuteMs);
  await ana.pressForAll(await cardSaying(world, 'to be approved'), 'Approve');
  await world.advance(4 * minuteMs);
  const understood = await omar.pressForModal(await cardSaying(world, 'read in the thread'), 'Understood…');
  await omar.submit(understood, {
    'case.note': 'Fabrikam leases 198.51.100.192/27 to us, so its record is not ours to edit.',
  });
  await world.advance(5 * hourMs);
  const adding = await omar.pressForModal(await cardSaying(world, 'step 3 of 7'), 'Add a file…');
  const letter = '%PDF-1.7\nLetter of Authorization for 198.51.100.192/27\n';
  const { id } = await world.control.post('slack/files', {
    user: omar.user,
    name: 'LoA Fabrikam.pdf',
    contentBase64: Buffer.from(letter).toString('base64'),
    mimetype: 'application/pdf',
  });
  await omar.fill(adding, { 'case.file': [id] });
  const complete = await omar.pressForModal(
    await cardSaying(world, 'LoA Fabrikam.pdf'),
    'Evidence is complete…',
  );
  await omar.submit(complete, { 'case.note': 'Lease contract C-2291.' });
  await cardSaying(world, 'the evidence of ownership to be approved');
}

async function upToTheTicket(world: World): Promise<void> {
  const [omar, ana, adam] = [world.person('omar'), world.person('ana'), world.person('adam')];
  await world.advance(2 * hourMs);
  await ana.pressForAll(await cardSaying(world, 'the evidence of ownership to be approved'), 'Approve');
  const text = await omar.pressForModal(await cardSaying(world, 'step 4 of 7'), 'Review the text…');
  await omar.submit(text, {
    'case.title': initialOf(text, 'case.title'),
    'case.body': initialOf(text, 'case.body'),
  });
  await world.advance(20 * minuteMs);
  await adam.pressForAll(await cardSaying(world, 'the ticket’s text to be approved'), 'Approve');
  await ana.pressForAll(
    await cardSaying(world, 'the submission to Microsoft to be approved'),
    'Approve submission',
  );
  await world.advance(15 * minuteMs);
  await adam.pressForAll(await cardSaying(world, '1 given'), 'Approve submission');
}

function initialOf(view: Parameters<typeof wordsOf>[0], blockId: string): string {
  return String(elementsIn(view).find(({ block_id }) => block_id === blockId)?.initial_value ?? '');
}

function ticketName(world: World): Promise<string> {
  return inTime(world, async () => {
    const { tickets } = await world.control.get('world');
    const [ticket] = Array.isArray(tickets) ? tickets : [];
    return String(present(ticket?.ticketId ? ticket.name : undefined, 'a numbered ticket'));
  });
}

async function askAndReply(world: World): Promise<void> {
  const omar = world.person('omar');
  const name = await ticketName(world);
  await inTime(world, () => cardSaying(world, 'step 6 of 7'));
  await world.advance(19 * hourMs);
  await world.control.post(`azure/tickets/${name}`, { message: question });
  const asked = await inTime(world, () => messageSaying(world, question));
  await world.advance(10 * minuteMs);
  await omar.submit(await omar.pressForModal(asked, 'Reply to Microsoft…'), {
    'case.reply': 'It does: the lease runs until 2028, see the second page of the letter.',
  });
  await inTime(world, () => messageSaying(world, 'Microsoft has the reply'));
}

const question = 'Please confirm that the lease covers the time until the end of this year.';

async function accepted(world: World): Promise<void> {
  await world.advance(26 * hourMs);
  await world.control.post(`azure/tickets/${await ticketName(world)}`, {
    accept: true,
    message: 'The prefixes are validated.',
    status: 'Closed',
  });
  for (let look = 0; look < 5; look++) await world.advance(minuteMs);
}
