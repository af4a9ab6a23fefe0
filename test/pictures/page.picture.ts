import { test } from 'vitest';
import { channels } from '../support/person.ts';
import { startWorld } from '../support/world.ts';
import { message, openStudio, shoot } from './camera.ts';

test('the README’s: a link is down, and somebody has it', async () => {
  await using studio = await openStudio();
  await using world = await startWorld({
    env: {
      ALERTS_CHANNEL: channels.netOps,
      EDGE_READS_PER_POLL: '60',
      POLL_SECONDS: '1',
      POLL_MOVING_SECONDS: '1',
    },
  });
  const page = await studio.open(world, {
    channel: channels.netOps,
    size: { width: 1400, height: 880 },
    scale: 1.5,
  });
  await message(page, 'Now watching 8 circuits').waitFor();
  await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
  await message(page, 'lon-02 · provider state').waitFor();
  await world.control.post('azure/circuits/lon-01/links', {
    peering: 'MicrosoftPeering',
    link: 'primary',
    up: false,
  });
  await message(page, 'lon-01 · Microsoft peering · primary link down').waitFor();
  await page.getByRole('button', { name: /^Acknowledge lon-01/u }).click();
  const form = page.getByRole('dialog', { name: 'Acknowledge' });
  await form.getByLabel('Note').fill('On it: the router is being restarted.');
  await form.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await message(page, 'Acknowledged by').getByText('1 reply').waitFor();
  await shoot(page, 'docs/images/page.png');
});
