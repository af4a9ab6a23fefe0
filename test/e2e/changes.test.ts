import { describe, expect, test } from 'vitest';
import { startArmProxy } from '../support/arm-proxy.ts';
import type { Control, Message } from '../support/control.ts';
import { channels } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';
import { changeRows } from './change-rows.ts';
import { incidentRows } from './incident-rows.ts';

const { netOps, approvals } = channels;

async function subscribedWorld(prepare?: (control: Control) => Promise<unknown>): Promise<World> {
  const world = await startWorld({ ...(prepare && { prepare }) });
  await Promise.all([netOps, approvals].map((channel) => world.person('omar').command(channel, 'subscribe')));
  return world;
}

/** Where the control API finds it: two circuits are called edge-01. */
const addressOf = (circuit: string) => (circuit === 'edge-01' ? 'rg-net-amer%2Fedge-01' : circuit);

/** The one message that it became, the same in both channels. */
async function toldOnce(world: World, circuit: string): Promise<Message> {
  const [[told], [alsoTold]] = await Promise.all([
    world.awaitPosts(netOps, 1),
    world.awaitPosts(approvals, 1),
  ]);
  if (!told || !alsoTold) throw new Error('nothing was told');
  expect(wordsOf(alsoTold)).toBe(wordsOf(told));
  expect(told.text).toMatch(new RegExp(`^${circuit}: `, 'u'));
  expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 0, owed: 0 });
  return told;
}

/** The messages that it became are edited, and their threads tell how it went: nothing new makes a sound. */
async function toldToTheEnd(
  world: World,
  { told, end, story }: { readonly told: Message; readonly end: string; readonly story: readonly string[] },
): Promise<void> {
  const [inNetOps, inApprovals] = await Promise.all([
    world.awaitPosts(netOps, 2),
    world.awaitPosts(approvals, 2),
  ]);
  for (const [card, reply] of [inNetOps, inApprovals]) {
    if (!card || !reply) throw new Error('the end was not told');
    expect(wordsOf(card)).toContain(end);
    expect(card.edited).toBeDefined();
    expect(reply.thread_ts).toBe(card.ts);
    for (const line of story) expect(wordsOf(reply)).toContain(line);
  }
  expect(inNetOps[0]?.ts).toBe(told.ts);
  expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 0, owed: 0 });
}

async function expectButtonsToWork(world: World, told: Message, circuit: string): Promise<void> {
  expect(wordsOf(await world.person('vera').press(told, `Show ${circuit}`))).toContain(`*${circuit}* · `);
  const muted = await world.person('vera').pressForAll(told, 'Mute 2 h');
  expect(wordsOf(muted)).toContain(`*${circuit}* is muted in this channel until`);
}

describe.concurrent('a change becomes one message in each subscribed channel:', () => {
  test.each(Object.entries(changeRows))('%s', async (_name, { circuit, path, body, words, prepare }) => {
    await using world = await subscribedWorld(prepare);
    await world.control.post(`azure/circuits/${addressOf(circuit)}/${path}`, body);
    expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 1, owed: 2 });
    const told = await toldOnce(world, circuit);
    for (const part of words) expect(wordsOf(told)).toContain(part);
    await expectButtonsToWork(world, told, circuit);
  });

  test('a circuit that was found', async () => {
    await using world = await subscribedWorld();
    await world.control.post('azure/circuits', {
      name: 'mil-01',
      provider: 'Colt',
      peeringLocation: 'Milan',
    });
    expect(await world.poll()).toMatchObject({ changes: 1, owed: 2 });
    const told = await toldOnce(world, 'mil-01');
    expect(wordsOf(told)).toContain(
      ':new: *mil-01* · new circuit in Azure\nSomebody created it since the last look, or let Trunkline see it.',
    );
    expect(wordsOf(told)).toContain('*You*: give the service key to the provider');
    await expectButtonsToWork(world, told, 'mil-01');
  });

  test('a circuit that is gone, with nothing to press', async () => {
    await using world = await subscribedWorld();
    await world.control.remove('azure/circuits/ams-01');
    expect(await world.poll()).toMatchObject({ changes: 1, owed: 2 });
    const told = await toldOnce(world, 'ams-01');
    expect(wordsOf(told)).toContain(
      ':wastebasket: *ams-01* · circuit is gone from Azure\nIt was deleted, or Trunkline may no longer read it.',
    );
    expect(elementsIn(told)).toEqual([]);
  });

  test('several at once, each in its own message, in order', async () => {
    await using world = await subscribedWorld();
    await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
    await world.control.post('azure/circuits/lon-02/bandwidth', { mbps: 1_000 });
    expect(await world.poll()).toMatchObject({ changes: 2, owed: 4 });
    const texts = (await world.awaitPosts(netOps, 2)).map(({ text }) => text);
    expect(texts).toEqual([
      'lon-02: provider state Provisioning → Provisioned',
      'lon-02: bandwidth 500 Mbps → 1 Gbps',
    ]);
    expect((await world.awaitPosts(approvals, 2)).map(({ text }) => text)).toEqual(texts);
  });
});

describe.concurrent('what is wrong becomes one message in each subscribed channel, edited until it is over:', () => {
  const rows = Object.entries(incidentRows);

  test.each(rows)('%s', async (_name, { circuit, path, bad, well, words, end, story }) => {
    await using world = await subscribedWorld();
    await world.control.post(`azure/circuits/${addressOf(circuit)}/${path}`, bad);
    expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 1, owed: 2 });
    const told = await toldOnce(world, circuit);
    for (const part of words) expect(wordsOf(told)).toContain(part);
    await world.control.post(`azure/circuits/${addressOf(circuit)}/${path}`, well);
    expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 1, owed: 4 });
    await toldToTheEnd(world, { told, end, story });
  });

  test.each(rows)('%s, with buttons that work', async (_name, { circuit, path, bad }) => {
    await using world = await subscribedWorld();
    await world.control.post(`azure/circuits/${addressOf(circuit)}/${path}`, bad);
    await world.poll();
    await expectButtonsToWork(world, await toldOnce(world, circuit), circuit);
  });

  test("Status Disabled on Microsoft's side, once the second look agrees, and Enabled at the first", async () => {
    await using world = await startWorld({ withoutBot: true });
    await using arm = await startArmProxy(world.url);
    await world.startBot({ AZURE_ARM_URL: arm.armUrl });
    await Promise.all(
      [netOps, approvals].map((channel) => world.person('omar').command(channel, 'subscribe')),
    );
    arm.reword(disabledStatusOf('par-01'));
    expect(await world.poll()).toMatchObject({ changes: 0 });
    expect(await world.poll()).toMatchObject({ changes: 1, owed: 2 });
    const told = await toldOnce(world, 'par-01');
    expect(wordsOf(told)).toContain(
      ':rotating_light: *par-01* · Status is Disabled\nMicrosoft’s side does not carry traffic: what goes over it is lost.\n',
    );
    expect(wordsOf(told)).toContain(
      '*You*: open a support request with Microsoft and name the circuit. *Microsoft* must enable it.',
    );
    arm.reword((body) => body);
    expect(await world.poll()).toMatchObject({ changes: 1, owed: 4 });
    const end = ':large_green_circle: *par-01* · Status is Enabled again after ';
    const story = [':rotating_light: Status is Disabled (critical)', ':large_green_circle: over, after '];
    await toldToTheEnd(world, { told, end, story });
  });
});

/** Rewords one circuit's Status in whatever page of the list it stands. */
function disabledStatusOf(name: string): (body: string) => string {
  return (body) => {
    const page: unknown = JSON.parse(body);
    if (typeof page !== 'object' || page === null || !('value' in page) || !Array.isArray(page.value))
      return body;
    for (const circuit of page.value) {
      if (circuit.name === name) circuit.properties.circuitProvisioningState = 'Disabled';
    }
    return JSON.stringify(page);
  };
}
