/** Makes the README's picture of the real page: `npm run picture`. Writes docs/images/page.png. */
import { launchBrowser } from './support/browser.ts';
import { channels } from './support/person.ts';
import { startWorld } from './support/world.ts';

const target = 'docs/images/page.png';

await using world = await startWorld({
  env: { ALERTS_CHANNEL: channels.netOps, POLL_SECONDS: '1', POLL_MOVING_SECONDS: '1' },
});
const launched = await launchBrowser();
if ('reason' in launched) throw new Error(`no browser starts: ${launched.reason}`);
const { browser } = launched;
const page = await browser.newPage({ viewport: { width: 1400, height: 880 }, deviceScaleFactor: 1.5 });
await page.goto(`${world.url}/#${channels.netOps}`);
await page.getByTestId('message').filter({ hasText: 'Now watching 8 circuits' }).waitFor();
await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
await page.getByTestId('message').filter({ hasText: 'lon-02 · provider state' }).waitFor();
await page.getByTestId('composer').fill('/circuit list needs:attention');
await page.getByTestId('composer').press('Enter');
await page.getByTestId('message').filter({ hasText: 'Only visible to you' }).waitFor();
await page.evaluate('document.fonts.ready');
await page.screenshot({ path: target });
await browser.close();
process.stdout.write(`${target} is made\n`);
