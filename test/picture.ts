/** Makes the README's picture of the real page: `npm run picture`. Writes docs/images/page.png. */
import { launchBrowser } from './support/browser.ts';
import { channels } from './support/person.ts';
import { startWorld } from './support/world.ts';

const target = 'docs/images/page.png';

await using world = await startWorld({
  env: {
    ALERTS_CHANNEL: channels.netOps,
    EDGE_READS_PER_POLL: '60',
    POLL_SECONDS: '1',
    POLL_MOVING_SECONDS: '1',
  },
});
const launched = await launchBrowser();
if ('reason' in launched) throw new Error(`no browser starts: ${launched.reason}`);
const { browser } = launched;
const page = await browser.newPage({ viewport: { width: 1400, height: 880 }, deviceScaleFactor: 1.5 });
const messages = (text: string) => page.getByTestId('message').filter({ hasText: text });
await page.goto(`${world.url}/#${channels.netOps}`);
await messages('Now watching 8 circuits').waitFor();
await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
await messages('lon-02 · provider state').waitFor();
await world.control.post('azure/circuits/lon-01/links', {
  peering: 'MicrosoftPeering',
  link: 'primary',
  up: false,
});
await messages('lon-01 · Microsoft peering · primary link down').waitFor();
await page.getByRole('button', { name: /^Acknowledge lon-01/u }).click();
const form = page.getByRole('dialog', { name: 'Acknowledge' });
await form.getByLabel('Note').fill('On it: the router is being restarted.');
await form.getByRole('button', { name: 'Acknowledge', exact: true }).click();
await messages('Acknowledged by').getByText('1 reply').waitFor();
await page.mouse.move(0, 0);
await page.evaluate('document.fonts.ready');
await page.screenshot({ path: target });
await browser.close();
process.stdout.write(`${target} is made\n`);
