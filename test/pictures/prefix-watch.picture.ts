import { test } from 'vitest';
import { channels } from '../support/person.ts';
import { startWorld } from '../support/world.ts';
import { message, openStudio, shoot } from './camera.ts';

const minuteMs = 60_000;

test('a route object that goes while Microsoft still accepts the prefix', async () => {
  await using studio = await openStudio();
  await using world = await startWorld({
    hurried: true,
    env: { ALERTS_CHANNEL: channels.netOps, REGISTRY_CHECK_MINUTES: '5' },
  });
  const page = await studio.open(world, {
    channel: channels.netOps,
    size: { width: 1400, height: 900 },
    scale: 1.8,
  });
  await message(page, 'Now watching 8 circuits').waitFor();
  await world.control.post('registry/routes', {
    prefix: '198.51.100.64/26',
    origin: 64_496,
    source: 'RIPE',
    present: false,
  });
  const told = message(page, 'lost its route object');
  for (let look = 0; look < 20 && (await told.count()) === 0; look++) {
    await world.advance(5 * minuteMs);
    await page.waitForTimeout(500);
  }
  await shoot(page, 'docs/images/prefix-watch.png', [told]);
});
