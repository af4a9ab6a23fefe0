import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { eventually } from '../../support/eventually.ts';
import { filesModal, useFiles } from '../slack/files.ts';
import { useModals } from '../slack/modal.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from '../slack/slack-world.ts';
import { speak } from '../slack/speak.ts';

const launched = await launchBrowser();
const browser: Browser | undefined = 'browser' in launched ? launched.browser : undefined;
if ('reason' in launched) console.warn(`Files on the page are not tested: ${launched.reason}`);

let world: SlackTestWorld;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (!browser) return;
  world = await startSlackWorld({ page: true });
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(world.url)) complaints.push(request.url());
  });
  await page.goto(world.url);
  // What happens before the page follows the news would not be seen.
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const { open } = useModals(() => world);
const { complete, get, sent } = useFiles(() => world);
const { messages } = speak(() => world);

const aFile = (name: string, content: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** What the bot got in the form, as the last submission. */
const given = (): readonly Json[] => {
  const { state } = world.bot.last().payload.view as { state: { values: Json } };
  return (state.values as { proof: { files: { files: Json[] } } }).proof.files.files;
};

describe.skipIf(!browser)('a file on the page', () => {
  it('is chosen in a form, taken out again, and arrives with the bot', async () => {
    await open(filesModal({ filetypes: ['pdf', 'png'], max_files: 2 }));
    const modal = page.getByTestId('modal');
    const chooser = modal.getByTestId('action-files');
    expect(await chooser.getAttribute('accept')).toBe('.pdf,.png');
    await chooser.setInputFiles([aFile('notes.txt', 'not this one'), aFile('letter.pdf', 'signed by hand')]);
    await modal.getByTestId('chosen-file').filter({ hasText: 'letter.pdf' }).getByText('14 bytes').waitFor();
    expect(await chooser.isDisabled()).toBe(true);
    await modal.getByTestId('modal-submit').click();
    await modal.getByText('notes.txt is a type of file that is not accepted here').waitFor();
    await modal.getByRole('button', { name: 'Remove notes.txt' }).click();
    await modal.getByTestId('modal-submit').click();
    await modal.waitFor({ state: 'detached' });
    expect(given()).toMatchObject([{ name: 'letter.pdf', size: 14, user: 'U0OMAR0001' }]);
    const answer = await get(given()[0]?.url_private_download, world.slack.botToken);
    expect(await answer.text()).toBe('signed by hand');
    expect(complaints).toEqual([]);
  });

  it('is a row of its message with a link that saves it', async () => {
    const id = await sent('the whole case', 'case.pdf');
    await complete({ files: [{ id, title: 'Case file' }], channel_id: 'C0NETOPS001' });
    await eventually(async () => expect((await messages()).at(-1)?.files).toHaveLength(1));
    const row = page.getByTestId('file');
    await row.getByText('Case file').waitFor();
    await row.getByText('case.pdf').waitFor();
    await row.getByText('14 bytes').waitFor();
    const saving = page.waitForEvent('download');
    await row.getByTestId('file-download').click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('case.pdf');
    expect(await readFile(await saved.path(), 'utf8')).toBe('the whole case');
    expect(complaints).toEqual([]);
  });
});
