import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { eventually } from '../../support/eventually.ts';
import { everyMessageBlock } from './support/canned-blocks.ts';
import { omar, vera } from './support/canned-world.ts';
import type { FakeControl } from './support/fake-control.ts';
import { type OpenPage, openPage } from './support/open-page.ts';

const launched = await launchBrowser();
const browser = 'browser' in launched ? launched.browser : undefined;
if ('reason' in launched)
  console.warn(`The workspace page is not tested, for no browser starts: ${launched.reason}`);

const netops = 'C0NETOPS001';
let open: OpenPage | undefined;

async function openWith(
  before?: (control: FakeControl) => void,
  ...options: never[] | [object]
): Promise<OpenPage> {
  if (!browser) throw new Error('no browser');
  open = await openPage(browser, before, ...options);
  return open;
}

const withBlocks = (control: FakeControl) => control.post(netops, { blocks: everyMessageBlock });

describe.skipIf(!browser)('the workspace page', () => {
  afterEach(async () => {
    const { complaints = [] } = open ?? {};
    await open?.close();
    expect(complaints).toEqual([]);
  });
  afterAll(() => browser?.close());

  it('draws every kind of block', async () => {
    const { page } = await openWith(withBlocks);
    await page.getByRole('heading', { name: 'lon-01' }).waitFor();
    await page.getByRole('cell', { name: '7' }).waitFor();
    expect(await page.locator('.unknown').count()).toBe(0);
  });

  it('shows what comes from outside as text', async () => {
    const markup = '<img src=x onerror="document.title=1"> &lt;b&gt;bold&lt;/b&gt;';
    const { page } = await openWith((control) => control.post(netops, { text: markup }));
    await page.getByText('<img src=x onerror="document.title=1"> <b>bold</b>').waitFor();
    expect(await page.title()).toContain('network-ops');
  });

  it('runs a typed command and lets its answer be dismissed', async () => {
    const { page, control } = await openWith();
    const composer = page.getByTestId('composer');
    await composer.pressSequentially('/circuit li');
    await page.getByTestId('hint-list').waitFor();
    await composer.press('Tab');
    await composer.press('Enter');
    const answer = page.getByTestId('message').filter({ hasText: 'answer to list' });
    await answer.getByText('Only visible to you').waitFor();
    expect(control.callsTo('slack/command')).toEqual([
      { user: omar.id, channel: netops, command: '/circuit', text: 'list' },
    ]);
    await answer.getByTestId('dismiss').click();
    await answer.waitFor({ state: 'detached' });
    await composer.press('ArrowUp');
    expect(await composer.inputValue()).toBe('/circuit list');
  });

  it('says that a command failed, and keeps the line', async () => {
    const { page } = await openWith();
    await page.getByTestId('composer').fill('/circuit break');
    await page.getByTestId('composer').press('Enter');
    await page.getByTestId('toast').filter({ hasText: 'did not answer' }).waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('/circuit break');
  });

  it('asks before a button with a confirm dialog, and takes no for an answer', async () => {
    const { page, control } = await openWith(withBlocks);
    await page.getByTestId('action-acknowledge').click();
    await page.getByTestId('confirm').getByText('Everybody sees it.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    expect(control.callsTo('slack/action')).toEqual([]);
    await page.getByTestId('action-acknowledge').click();
    await page.getByTestId('confirm-accept').click();
    await eventually(() => expect(control.callsTo('slack/action')).toHaveLength(1));
    expect(control.callsTo('slack/action')[0]).toMatchObject({
      channel: netops,
      action_id: 'acknowledge',
      block_id: 'deeds',
      value: 'lon-01',
    });
  });

  it('chooses from an overflow menu and from a select with the keyboard', async () => {
    const { page, control } = await openWith(withBlocks);
    await page.getByTestId('action-more').click();
    await page.getByTestId('option-mute').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('action-filter').click();
    await page.getByRole('listbox').getByText('America').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByTestId('action-filter').getByText('New York').waitFor();
    await eventually(() =>
      expect(control.callsTo('slack/action').map(({ value }) => value)).toEqual(['show', 'nyc']),
    );
  });

  it("shows a modal's error below its input, then submits all that was filled in", async () => {
    const { page, control } = await openWith(withBlocks);
    await page.getByTestId('action-configure').click();
    const modal = page.getByTestId('modal');
    await modal.getByTestId('modal-submit').click();
    await modal.getByTestId('input-name').getByText('That name is taken.').waitFor();
    await modal.getByTestId('input-name').getByRole('textbox').fill('lon-03');
    await modal.getByTestId('action-external').click();
    await page.getByTestId('listbox-search').fill('x');
    await page.getByTestId('option-found').click();
    await modal.getByTestId('option-b').first().check();
    await modal.getByTestId('modal-submit').click();
    await modal.waitFor({ state: 'detached' });
    expect(control.callsTo('slack/submit').at(-1)?.values).toMatchObject({
      name: { text: { type: 'plain_text_input', value: 'lon-03' } },
      vlan: { number: { type: 'number_input', value: '101' } },
      circuit: { external: { selected_option: { value: 'found' } } },
      ticks: { ticks: { selected_options: [{ value: 'b' }] } },
      one: { one: { selected_option: { value: 'a' } } },
      day: { day: { type: 'datepicker', selected_date: null } },
    });
  });

  it('writes into a thread', async () => {
    const { page, control } = await openWith((fake) => fake.post(netops, { text: 'root' }));
    await page.getByTestId('message').hover();
    await page.getByTestId('open-thread').click();
    await page.getByTestId('thread-composer').fill('on it');
    await page.getByTestId('thread-composer').press('Enter');
    await page.getByTestId('thread').getByText('on it').waitFor();
    await page.getByTestId('messages').getByText('1 reply').waitFor();
    expect(control.callsTo('slack/message')[0]).toMatchObject({
      channel: netops,
      text: 'on it',
      thread_ts: expect.any(String),
    });
    await page.getByTestId('thread-composer').press('Escape');
    await page.getByTestId('thread').waitFor({ state: 'detached' });
  });

  it('lets one act as somebody else, who sees other things', async () => {
    const { page } = await openWith((fake) =>
      fake.post(netops, { text: 'for omar', ephemeral: true, to: omar.id }),
    );
    await page.getByText('for omar').waitFor();
    await page.getByTestId('channel-C0PRIVATE01').waitFor();
    await page.getByTestId('person-switch').click();
    await page.getByTestId(`person-${vera.id}`).click();
    await page.getByTestId('channel-C0PRIVATE01').waitFor({ state: 'detached' });
    expect(await page.getByText('for omar').count()).toBe(0);
  });

  it('goes anywhere with Ctrl+K', async () => {
    const { page, control } = await openWith();
    await page.keyboard.press('Control+k');
    await page.getByTestId('listbox-search').fill('gen');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'general' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByTestId('listbox-search').fill('home');
    await page.keyboard.press('Enter');
    await page.getByTestId('home').getByText('Your circuits').waitFor();
    await page.getByTestId('action-refresh').click();
    await eventually(() =>
      expect(control.callsTo('slack/action')[0]).toMatchObject({
        view_id: 'V0HOME0001',
        action_id: 'refresh',
      }),
    );
  });

  it('shows what arrives, marks what is unread, and catches up after a lost connection', async () => {
    const { page, control } = await openWith();
    control.post('C0GENERAL01', { text: 'elsewhere' });
    await page.getByTestId('channel-C0GENERAL01').getByText('1').waitFor();
    control.post(netops, { text: 'here at once' });
    await page.getByText('here at once').waitFor();
    control.cutNews();
    control.post(netops, { text: 'said meanwhile' });
    await page.getByText('said meanwhile').waitFor();
    await page.getByTestId('channel-C0GENERAL01').click();
    await page.getByTestId('messages').getByText('elsewhere').waitFor();
    expect(await page.getByTestId('channel-C0GENERAL01').getByText('1').count()).toBe(0);
  });

  it('leaves the reader where they read, and offers the new message', async () => {
    const { page, control } = await openWith((fake) => {
      for (let line = 0; line < 60; line += 1) fake.post(netops, { text: `line ${line}` });
    });
    const messages = page.getByTestId('messages');
    await page.getByText('line 59').waitFor();
    await messages.evaluate((list) => list.scrollTo(0, 0));
    control.post(netops, { text: 'the newest' });
    await page.getByTestId('new-messages').getByText('1 new message').waitFor();
    expect(await messages.evaluate((list) => list.scrollTop)).toBe(0);
    await page.getByTestId('new-messages').click();
    await page.getByTestId('new-messages').waitFor({ state: 'detached' });
    expect(await page.getByText('the newest').isVisible()).toBe(true);
  });

  it('moves the world, and says what went wrong', async () => {
    const { page, control } = await openWith();
    await page.getByTestId('circuit-filter').fill('lon-01');
    await page.getByTestId('world-circuit-lon-01').getByRole('button').first().click();
    await page.getByTestId('provider-Deprovisioning').click();
    await page.getByTestId('link-MicrosoftPeering-primary').click();
    await page.getByTestId('prefix-192.0.2.0/24').selectOption('ValidationNeeded');
    await page.getByTestId('throttle-azure').click();
    await eventually(() =>
      expect(control.callsTo('faults')).toMatchObject([{ target: 'azure', kind: 'throttle' }]),
    );
    expect(control.callsTo('azure/circuits/lon-01/provider')).toMatchObject([{ state: 'Deprovisioning' }]);
    expect(control.callsTo('azure/circuits/lon-01/links')).toMatchObject([
      { peering: 'MicrosoftPeering', link: 'primary', up: false },
    ]);
    expect(control.callsTo('azure/circuits/lon-01/prefixes')).toMatchObject([
      { prefix: '192.0.2.0/24', validationState: 'ValidationNeeded' },
    ]);
    await page.getByTestId('poll-now').click();
    await page.getByTestId('toast').filter({ hasText: 'no bot is connected' }).waitFor();
    await page.getByTestId('clock-600000').click();
    await eventually(() => expect(control.callsTo('clock')).toMatchObject([{ advanceMs: 600_000 }]));
  });

  it('shows a few of five hundred circuits at a time', async () => {
    const { page } = await openWith();
    await page.getByTestId('more-circuits').waitFor();
    expect(await page.locator('.circuit').count()).toBe(30);
  });

  it('works at the width of a phone', async () => {
    const { page } = await openWith(withBlocks, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByTestId('open-sidebar').click();
    await page.getByTestId('channel-C0GENERAL01').click();
    await page.getByRole('heading', { name: 'general' }).waitFor();
    await page.getByTestId('toggle-world').click();
    await page.getByTestId('close-world').click();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
