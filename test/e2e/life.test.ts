import { expect, test } from 'vitest';
import { approve, askFor, cardOf, chooseInCreate, confirm, optionOf } from '../support/life.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps, approvals } = channels;
const name = 'lon-09';

/** Azure is in the middle of it; the bot is killed softly, Azure goes on, and another bot finds out how it went. */
async function restartDuring(
  world: World,
  channel: string,
  title: string,
  state = 'under way',
): Promise<void> {
  await cardOf(world, channel, title, state);
  await world.stopBot();
  await world.control.post('clock', { advanceMs: 120_000 });
  await world.startBot();
}

async function startLongWorld(): Promise<World> {
  const world = await startWorld();
  // Long enough that none ends by itself before the test says so.
  await world.control.post('azure/operations', { durationMs: 60_000, retryAfterSeconds: 1 });
  return world;
}

test('a circuit lives from create to delete through Slack, by three people, with a restart in each long operation', async () => {
  await using world = await startLongWorld();
  const { control } = world;
  const [omar, ana, vera] = [world.person('omar'), world.person('ana'), world.person('vera')];

  // Create: an operator confirms alone.
  const empty = await omar.commandForModal(netOps, `create ${name}`);
  const form = await chooseInCreate(world, omar, empty);
  await askFor(omar, form, {
    'create.location': optionOf(form, 'create.location', 'London'),
    'create.bandwidth': optionOf(form, 'create.bandwidth', '200 Mbps'),
    'create.tags': 'env=test\nowner=net',
  });
  await restartDuring(world, netOps, `Create ${name}`);
  const created = await cardOf(world, netOps, `Create ${name}`, 'done in');
  expect(wordsOf(created)).toContain('Bandwidth: *200 Mbps*');

  // Order: the key to the asker alone, the record decides who must act.
  await world.poll();
  const key = await omar.command(netOps, `key ${name}`);
  expect(wordsOf(key)).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/u);
  expect(wordsOf(await vera.command(netOps, `key ${name}`))).toContain('You need the role operator');
  const order = await omar.commandForModal(netOps, `order ${name}`);
  await omar.fill(order, { 'order.provider': 'Equinix', 'order.number': 'PO-77', 'order.layer': '2' });
  expect(wordsOf(await vera.command(netOps, `show ${name}`))).toContain('*Equinix* has');

  // Peering: refused before the provider is done, approved by another afterwards.
  expect(wordsOf(await omar.command(netOps, `peering ${name} private`))).toContain('Provisioned');
  await control.post(`azure/circuits/${name}/provider`, { state: 'Provisioned' });
  await world.poll();
  const peering = await omar.commandForModal(netOps, `peering ${name} private`);
  await askFor(omar, peering, {
    'peering.vlan': '300',
    'peering.peer-asn': '65010',
    'peering.shared-key': 'A1B2C3',
    'peering.ipv4-primary': '192.168.250.0/30',
    'peering.ipv4-secondary': '192.168.250.4/30',
  });
  const routing = `Change the routing of ${name}`;
  const waiting = await cardOf(world, approvals, routing, 'waits for approval');
  expect(wordsOf(await omar.press(waiting, 'Approve'))).toContain('You need the role approver');
  expect(wordsOf(await vera.press(waiting, 'Approve'))).toContain('You need the role approver');
  await ana.pressForAll(waiting, 'Approve');
  await restartDuring(world, approvals, routing);
  const routed = await cardOf(world, approvals, routing, 'done in');
  expect(wordsOf(routed)).not.toContain('A1B2C3');

  // Link a network, resize, unlink it again.
  await world.poll();
  const link = await omar.commandForModal(netOps, `link ${name}`);
  await askFor(omar, link, {
    'link.gateway': optionOf(link, 'link.gateway', 'gw-spoke-uk'),
    'link.name': 'conn-nine',
    'link.weight': '10',
  });
  await restartDuring(world, netOps, `Link a network to ${name}`);
  await cardOf(world, netOps, `Link a network to ${name}`, 'done in');
  await world.poll();
  await confirm(omar, await omar.commandForModal(netOps, `resize ${name} 500Mbps`));
  await restartDuring(world, netOps, `Resize ${name}`);
  await cardOf(world, netOps, `Resize ${name}`, 'done in');

  // Deleting is refused with everything that is in the way.
  const refused = wordsOf(await omar.commandForModal(netOps, `delete ${name}`));
  expect(refused).toContain('Equinix must deprovision it first');
  expect(refused).toContain('conn-nine');
  const unlink = await omar.commandForModal(netOps, `unlink ${name} conn-nine`);
  await confirm(omar, unlink);
  await restartDuring(world, netOps, `Unlink from ${name}`);
  await cardOf(world, netOps, `Unlink from ${name}`, 'done in');

  // Deprovision and then delete by itself, approved once.
  await world.poll();
  const deprovision = await omar.commandForModal(netOps, `deprovision ${name}`);
  await askFor(omar, deprovision, { 'deprovision.delete': ['yes'] });
  await approve(world, 'ana', `Deprovision ${name}`);
  await cardOf(world, approvals, `Deprovision ${name}`, 'waits for the provider');
  await world.stopBot();
  await control.post(`azure/circuits/${name}/provider`, { state: 'NotProvisioned' });
  await world.startBot();
  await restartDuring(world, approvals, `Deprovision ${name}`);
  await cardOf(world, approvals, `Deprovision ${name}`, 'done in');
  await world.poll();
  expect(wordsOf(await vera.command(netOps, 'list'))).toContain('*15 circuits*');
}, 180_000);
