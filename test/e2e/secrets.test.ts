import { expect, test } from 'vitest';
import { startArmProxy } from '../support/arm-proxy.ts';
import { channels, directOf, people } from '../support/person.ts';
import { filesOf, keysInAzure, shownTo } from '../support/secrets.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps, approvals, general } = channels;

/** Does a little of everything, the failing kinds too. */
async function useEverything(world: World): Promise<void> {
  const omar = world.person('omar');
  for (const text of [
    'list',
    'show lon-01',
    'subscribe',
    'subscriptions',
    'whoami',
    'help',
    'show edge-01',
    'nonsense',
  ]) {
    await omar.command(netOps, text);
  }
  await omar.command(directOf('omar'), 'list');
  await omar.command(general, 'subscribe');
  await omar.openHome();
  await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
  await world.poll();
  const [alert] = await world.awaitPosts(netOps, 1);
  if (!alert) throw new Error('no alert');
  await omar.press(alert, 'Show lon-01');
  await omar.pressForAll(alert, 'Mute 2 h');
  const modal = await omar.pressForModal(await omar.command(netOps, 'list'), 'Filter the list of circuits');
  await omar.submit(modal, { filter: 'colour:red' });
  await world.control.post('slack/kick', { channel: netOps });
  await world.awaitPosts(directOf('omar'), 1);
}

/** Makes each edge fail, with Azure naming a key in its error, as it does. */
async function breakEverything(world: World): Promise<void> {
  const omar = world.person('omar');
  await world.control.post('faults', { target: 'azure', kind: 'error' });
  await world.poll();
  await omar.command(netOps, 'list');
  await omar.command(netOps, 'show lon-01');
  const fault = (kind: string, match: string) =>
    world.control.post('faults', { target: 'slack', kind, match, times: 2 });
  await fault('drop', 'conversations.info');
  await omar.command(approvals, 'subscribe');
  await fault('error', 'views.publish');
  await world.control.post('slack/open-home', { user: omar.user });
  await world.control.post('faults', { target: 'slack', kind: 'clear' });
}

test('no secret is in the log, the store, or anything that was shown', async () => {
  await using world = await startWorld({ withoutBot: true, withErrors: true });
  await using arm = await startArmProxy(world.url);
  await world.control.post('azure/page-size', { size: 500 });
  const keys = await keysInAzure(world);
  expect(keys.length).toBeGreaterThan(15);
  arm.reword((body) =>
    body.replaceAll(
      'temporarily unavailable',
      `unavailable for the service key '${keys[0]}' at ${arm.armUrl}/x?sig=c2VjcmV0c2ln`,
    ),
  );
  await world.startBot({ AZURE_ARM_URL: arm.armUrl });
  await useEverything(world);
  await breakEverything(world);
  await world.stopBot();

  const files = await filesOf(world);
  const shown = await Promise.all(Object.values(people).map((user) => shownTo(world, user)));
  const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', AZURE_STATIC_TOKEN = '' } = world.environment;
  const secrets = [
    ...keys,
    SLACK_BOT_TOKEN,
    SLACK_SIGNING_SECRET,
    AZURE_STATIC_TOKEN,
    '/slack/response/',
    'c2VjcmV0c2ln',
  ];
  for (const text of [...files, ...shown, world.logLines.join('')]) {
    for (const secret of secrets) expect(text.toLowerCase().includes(secret.toLowerCase())).toBe(false);
  }
  // Azure's own words did arrive, without the key.
  expect(world.logLines.join('')).toContain("service key '[redacted]'");
  expect(shown.join('')).toContain("service key '[redacted]'");
});
