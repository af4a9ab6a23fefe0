import { expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { describePage } from './support/describe-page.ts';

await describePage('the tickets of the world panel', (openWith) => {
  it('are read and answered as Microsoft, and opened by hand', async () => {
    const { page, control } = await openWith();
    const ticket = page.getByTestId('ticket-2601050010000007');
    await ticket.getByRole('button', { name: /Ownership of 192\.0\.2\.0\/24/ }).click();
    await ticket.getByText('<b>Please</b> validate it.').waitFor();
    expect(await ticket.getByRole('list', { name: 'Files' }).textContent()).toBe('loa.pdf40 KB');
    expect(await ticket.getByRole('list', { name: 'Conversation' }).textContent()).toContain('Whose is it?');
    const answers = () => control.callsTo('azure/tickets/2601050010000007');
    const box = ticket.getByRole('textbox', { name: 'Answer to ticket 2601050010000007' });
    const send = ticket.getByRole('button', { name: 'Send' });
    expect(await send.isDisabled()).toBe(true);
    await box.fill(' Thank you. ');
    await send.click();
    await eventually(async () => expect(await box.inputValue()).toBe(''));
    await ticket.getByRole('button', { name: 'Accept prefixes' }).click();
    await eventually(() => expect(answers()).toHaveLength(2));
    await ticket.locator('[data-testid="ticket-close"][aria-busy="false"]').waitFor();
    await box.fill('Done.');
    await ticket.getByRole('button', { name: 'Close' }).click();
    await eventually(() =>
      expect(answers()).toMatchObject([
        { message: 'Thank you.' },
        { accept: true },
        { status: 'Closed', message: 'Done.' },
      ]),
    );
    expect(answers()[1]).not.toHaveProperty('message');

    await page.getByRole('combobox', { name: 'Support API' }).selectOption('closed: plan too low');
    await eventually(() => expect(control.callsTo('azure/support')).toMatchObject([{ plan: 'Developer' }]));
    await page.getByTestId('ticket-by-hand').click();
    const form = page.getByRole('form', { name: 'Open a ticket by hand' });
    await form.getByRole('textbox', { name: 'Title' }).fill('By hand');
    await form.getByRole('button', { name: 'Open ticket' }).click();
    await eventually(() =>
      expect(control.callsTo('azure/tickets')).toMatchObject([{ circuit: 'lon-01', title: 'By hand' }]),
    );
  });
});
