import { expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { everyMessageBlock } from './support/canned-blocks.ts';
import { describePage } from './support/describe-page.ts';
import type { FakeControl } from './support/fake-control.ts';

const netops = 'C0NETOPS001';
const withBlocks = (control: FakeControl) => control.post(netops, { blocks: everyMessageBlock });

await describePage('blocks and elements on the page', (openWith) => {
  it('draws every kind of block', async () => {
    const { page } = await openWith(withBlocks);
    await page.getByRole('heading', { name: 'lon-01' }).waitFor();
    await page.getByRole('cell', { name: '7' }).waitFor();
    expect(await page.locator('.unknown').count()).toBe(0);
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
      proof: { proof: { type: 'file_input', files: [] } },
    });
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
