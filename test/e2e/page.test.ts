import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { channels } from '../support/person.ts';
import { startWorld } from '../support/world.ts';

const launched = await launchBrowser();
const browser = 'browser' in launched ? launched.browser : undefined;
if ('reason' in launched) console.warn(`The page is not tried, for no browser starts: ${launched.reason}`);

const { netOps } = channels;

/** A world whose bot looks every second by itself, subscribed for the channel that the page opens. */
const livingWorld = () =>
  startWorld({ env: { ALERTS_CHANNEL: netOps, POLL_SECONDS: '1', POLL_MOVING_SECONDS: '1' } });

/** The page as a person has it, on a desk; what the browser complains of fails the test at the end. */
async function openPage(on: Browser, url: string) {
  const context = await on.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(url) && complaints.push(request.url()));
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.goto(`${url}/#${netOps}`);
  await page.getByText('Live', { exact: true }).waitFor();
  return {
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      expect(complaints).toEqual([]);
      expect(loads).toBe(1);
    },
  };
}

const messages = (page: Page, text: string | RegExp): Locator =>
  page.getByTestId('message').filter({ hasText: text });
const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

async function type(page: Page, line: string): Promise<void> {
  await page.getByTestId('composer').fill(line);
  await page.getByTestId('composer').press('Enter');
}

async function actAs(page: Page, name: string): Promise<void> {
  await page.getByTestId('person-switch').click();
  await page.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click();
  await page.getByTestId('person-switch').filter({ hasText: name }).waitFor();
}

describe.skipIf(!browser)('a person at the page', { timeout: 90_000 }, () => {
  afterAll(() => browser?.close());
  const open = (url: string) => {
    if (!browser) throw new Error('no browser');
    return openPage(browser, url);
  };

  test('lists circuits, shows one, and narrows the list in a modal that says what is wrong', async () => {
    await using world = await livingWorld();
    await using opened = await open(world.url);
    const { page } = opened;
    await type(page, '/circuit list');
    const list = messages(page, '15 circuits, page 1 of 2').last();
    await list.getByText('Only visible to you').waitFor();
    await button(list, 'Show circuit lon-01').click();
    const card = messages(page, 'Linked virtual networks (3)');
    await card.getByText('lon-01 · provisioned').first().waitFor();

    await button(list, 'Filter the list of circuits').click();
    const modal = page.getByRole('dialog', { name: 'Filter circuits' });
    await modal.getByLabel('Circuits').fill('providr:Equinix');
    await button(modal, 'List').click();
    await modal.getByText('Did you mean provider:?').waitFor();
    await modal.getByLabel('Circuits').fill('provider:Equinix location:Frankfurt');
    await button(modal, 'List').click();
    await modal.waitFor({ state: 'detached' });
    await messages(page, '1 of 15 circuits').getByText('fra-02').waitFor();
  });

  test('lets the provider finish, sees the alert come by itself, mutes it, and is seen by another', async () => {
    await using world = await livingWorld();
    await using opened = await open(world.url);
    const { page } = opened;
    await messages(page, 'Now watching 8 circuits').waitFor();
    const circuit = page.getByTestId('world-circuit-lon-02');
    await circuit.getByRole('button').first().click();
    await button(circuit, 'Provider finishes').click();
    const alert = messages(page, 'provider state Provisioning → Provisioned');
    await alert.getByText('The provider is done: the circuit can be used.').waitFor();
    expect(await circuit.getByTestId('provider-state').textContent()).toBe('Provisioned');

    await button(alert, 'More actions').click();
    await page.getByRole('menuitem', { name: 'Mute 8 hours' }).click();
    await messages(page, 'lon-02 is muted in this channel until').getByText('@omar').waitFor();
    await type(page, '/circuit whoami');
    await messages(page, 'You are @omar').getByText('@circuit-operators').waitFor();

    await actAs(page, 'vera');
    const muted = messages(page, 'lon-02 is muted in this channel until');
    await muted.waitFor();
    expect(await messages(page, 'You are @omar').count()).toBe(0);
    await button(muted, 'Unmute lon-02 in this channel').click();
    await messages(page, 'lon-02 is no longer muted in this channel').getByText('@vera').waitFor();
    await type(page, '/circuit whoami');
    await messages(page, 'You are @vera').waitFor();
  });

  test('subscribes with the keyboard, and ends it after being asked', async () => {
    await using world = await livingWorld();
    await using opened = await open(world.url);
    const { page } = opened;
    await page.getByTestId('composer').pressSequentially('/circuit subs');
    await page.getByTestId('command-hints').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('location:London');
    await page.keyboard.press('Enter');
    const subscribed = messages(page, 'is subscribed to location:London');
    await button(subscribed, 'End this subscription').click();
    const question = page.getByRole('alertdialog', { name: 'End this subscription?' });
    await button(question, 'Keep it').click();
    await question.waitFor({ state: 'detached' });
    await button(subscribed, 'End this subscription').click();
    await button(question, 'End it').click();
    await messages(page, 'is no longer told of location:London').waitFor();
  });

  test('reads App Home, and looks at a circuit from there', async () => {
    await using world = await livingWorld();
    await using opened = await open(world.url);
    const { page } = opened;
    await button(page.getByRole('navigation', { name: 'Workspace' }), 'Trunkline').click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'Your ExpressRoute circuits' }).waitFor();
    await button(page, 'Show circuit fra-02').click();
    const modal = page.getByRole('dialog', { name: 'Trunkline' });
    await modal.getByText('prefixes need validation').first().waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
  });
});
