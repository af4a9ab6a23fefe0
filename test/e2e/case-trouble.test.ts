import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Message } from '../support/control.ts';
import { eventually, present } from '../support/eventually.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { approvals } = channels;
/** A look at the registries gives up after ten seconds, a call to Azure after thirty. */
const promptMs = 5_000;

async function sayingNow(world: World, says: string): Promise<Message> {
  const all = await world.control.messages(approvals);
  return present(
    all.findLast((message) => wordsOf(message).includes(says)),
    `"${says}" in ${all.map(wordsOf).join('\n---\n')}`,
  );
}

const saying = (world: World, says: string) => eventually(() => sayingNow(world, says));

const linesOf = (world: World, message: string) => world.logLines.filter((line) => line.includes(message));

async function inPrompt(work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  expect(performance.now() - begun).toBeLessThan(promptMs);
}

/** Where the files of cases are, nothing can be written. */
async function withoutDisk(world: World, work: () => Promise<void>): Promise<void> {
  const folder = join(world.dataDir, 'cases');
  await rename(folder, `${folder}.aside`).catch(() => undefined);
  await writeFile(folder, 'no folder');
  await work();
  await rm(folder);
  await rename(`${folder}.aside`, folder).catch(() => undefined);
}

const filesOf = async (world: World): Promise<readonly string[]> => {
  const all = await readdir(join(world.dataDir, 'cases'), { recursive: true }).catch(() => []);
  return all.filter((path) => path.includes('/'));
};

test('a case goes on after registries that hang, a disk that is full and an Azure that is throttled', async () => {
  await using world = await startWorld({ hurried: true, withErrors: true, env: { CASES_OPEN: 'auto' } });
  const [omar, ana] = [world.person('omar'), world.person('ana')];

  // Registries that hang hold up neither a poll nor the end, and what they did not say is no evidence.
  await omar.submit(await omar.pressForModal(await saying(world, 'step 1 of 7'), 'Confirm…'), {});
  await world.control.post('faults', { target: 'registry', kind: 'hang' });
  await ana.pressForAll(await saying(world, 'to be approved'), 'Approve');
  await inPrompt(world.poll);
  await inPrompt(world.stopBot);
  expect(linesOf(world, '"level":50')).toEqual([]);
  expect(await filesOf(world)).toEqual([]);
  await world.control.post('faults', { target: 'registry', kind: 'clear' });

  // A disk that takes no file: it is tried again, not at every turn, and nothing half is kept.
  await withoutDisk(world, async () => {
    await world.startBot();
    await eventually(() => expect(linesOf(world, 'carrying on a case stopped')).toHaveLength(1));
    for (let turn = 0; turn < 10; turn++) await world.poll();
    expect(linesOf(world, 'carrying on a case stopped')).toHaveLength(1);
    expect(JSON.stringify(await world.control.messages(approvals))).not.toContain(':mag:');
  });
  await world.advance(31_000);
  const told = await saying(world, ':mag:');
  expect(wordsOf(told)).not.toContain('did not answer');
  expect(await filesOf(world)).toHaveLength(1);

  const understood = await omar.pressForModal(await saying(world, 'step 2 of 7'), 'Understood…');
  await omar.submit(understood, { 'case.note': 'Leased from Contoso.' });
  const adding = await omar.pressForModal(await saying(world, 'step 3 of 7'), 'Add a file…');
  const upload = () =>
    world.control.post('slack/files', {
      user: omar.user,
      name: 'LoA.pdf',
      contentBase64: Buffer.from('%PDF-1.7 LoA').toString('base64'),
      mimetype: 'application/pdf',
    });
  const { id } = await upload();
  await withoutDisk(world, async () => {
    const refused = await omar.fill(adding, { 'case.file': [id] });
    expect(wordsOf(refused)).toContain('I could not write that down, so nothing was changed.');
  });
  expect(await filesOf(world)).toHaveLength(1);
  const again = await omar.pressForModal(await saying(world, 'step 3 of 7'), 'Add a file…');
  expect(wordsOf(await omar.fill(again, { 'case.file': [(await upload()).id] }))).toContain('LoA.pdf');
  expect(await filesOf(world)).toHaveLength(2);

  // Microsoft that is throttled or away is asked again, and has one ticket.
  await omar.submit(
    await omar.pressForModal(await saying(world, 'step 3 of 7'), 'Evidence is complete…'),
    {},
  );
  await ana.pressForAll(await saying(world, 'the evidence of ownership to be approved'), 'Approve');
  await omar.submit(await omar.pressForModal(await saying(world, 'step 4 of 7'), 'Review the text…'), {
    'case.title': 'Proof of ownership',
    'case.body': 'Please validate.',
  });
  const adam = world.person('adam');
  await adam.pressForAll(await saying(world, 'the ticket’s text to be approved'), 'Approve');
  const support = '/providers/microsoft.support/';
  for (const kind of ['throttle', 'error', 'drop', 'lose-answer'])
    await world.control.post('faults', { target: 'azure', kind, match: support, times: 2, retryAfter: 20 });
  await ana.pressForAll(
    await saying(world, 'the submission to Microsoft to be approved'),
    'Approve submission',
  );
  await adam.pressForAll(await saying(world, '1 given'), 'Approve submission');
  const tickets = await eventually(async () => {
    await world.advance(35_000);
    await sayingNow(world, 'ticket 2');
    return (await world.control.get('world')).tickets;
  });
  expect(tickets).toHaveLength(1);
  expect((await world.control.get('world')).faults).toEqual([]);
}, 60_000);
