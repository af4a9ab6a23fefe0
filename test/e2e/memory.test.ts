import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { firstSightPosts } from '../support/first-sight.ts';
import { channels } from '../support/person.ts';
import { circuitsShownIn, wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps, approvals } = channels;
const hourMs = 3_600_000;

const textsIn = async (world: World, channel: string, count: number) =>
  (await world.awaitPosts(channel, count)).map(({ text }) => text);

/** Makes the store believe that Azure was last read so long ago. */
async function backdateReads({ storePath }: World, ms: number): Promise<void> {
  const { store } = await openFileStore({ path: storePath });
  const watched = await store.watchedSubscriptions();
  await store.commit({
    putWatched: watched.map((entry) => ({ ...entry, lastReadAt: entry.lastReadAt - ms })),
  });
  await store.close();
}

describe.concurrent('the first sight of a subscription', () => {
  test('is one summary for each channel, and is told once in its life', async () => {
    await using world = await startWorld({ withoutBot: true });
    const [emea = '', americas = ''] = world.environment.AZURE_SUBSCRIPTION_IDS?.split(',') ?? [];
    await world.startBot({ AZURE_SUBSCRIPTION_IDS: emea, ALERTS_CHANNEL: netOps });
    const inEmea = ['Now watching 7 circuits', 'fra-02: Microsoft peering, IPv4 · 3 prefixes not validated'];
    expect(await textsIn(world, netOps, 2)).toEqual(inEmea);
    await world.person('ana').command(approvals, 'subscribe location:Dallas');
    await world.stopBot();

    await world.startBot({ ALERTS_CHANNEL: netOps });
    const inAmericas = ['Now watching 8 circuits', "dal-01: Azure's last write failed"];
    expect(await textsIn(world, netOps, 4)).toEqual([...inEmea, ...inAmericas]);
    const [summary, failed] = await world.awaitPosts(approvals, 2);
    expect(failed?.text).toBe(inAmericas[1]);
    if (!summary) throw new Error('no summary');
    const words = wordsOf(summary);
    expect(words).toContain(`:eyes: *Now watching 2 circuits* in subscription ${americas}\n2 provisioned.`);
    expect(words).toContain(
      '1 circuit waits for you:\n• *dal-01* (rg-net-amer) *You*: the last change in Azure failed.',
    );
    const attention = await world.person('vera').press(summary, 'What needs attention');
    expect(circuitsShownIn(attention)).toEqual(['ams-01', 'ams-02', 'dal-01', 'fra-02', 'sea-01']);
  });

  test('of nothing that a channel asked for is not told to it', async () => {
    await using world = await startWorld({ withoutBot: true });
    const [emea = ''] = world.environment.AZURE_SUBSCRIPTION_IDS?.split(',') ?? [];
    await world.startBot({ AZURE_SUBSCRIPTION_IDS: emea });
    await world.person('ana').command(approvals, 'subscribe location:London');
    await world.person('ana').command(netOps, 'subscribe location:Chicago');
    await world.stopBot();
    await world.startBot();
    expect(await textsIn(world, netOps, 1)).toEqual(['Now watching 1 circuit']);
    expect(await world.posts(approvals)).toEqual([]);
  });
});

describe.concurrent('a restart', () => {
  test('repeats nothing and forgets nothing', async () => {
    await using world = await startWorld({ env: { ALERTS_CHANNEL: netOps } });
    await world.person('ana').command(approvals, 'subscribe provider:Megaport');
    await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
    await world.poll();
    await world.awaitPosts(approvals, 1);
    const before = await textsIn(world, netOps, firstSightPosts + 1);
    await world.stopBot();
    await world.startBot({ ALERTS_CHANNEL: netOps });
    expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 0, owed: 0 });
    expect(wordsOf(await world.person('ana').command(approvals, 'subscriptions'))).toContain(
      'provider:Megaport',
    );
    await world.control.post('azure/circuits/lon-02/bandwidth', { mbps: 1_000 });
    await world.poll();
    expect(await textsIn(world, netOps, before.length + 1)).toEqual([
      ...before,
      'lon-02: bandwidth 500 Mbps → 1 Gbps',
    ]);
    await world.awaitPosts(approvals, 2);
  });

  test('leaves buttons in old messages working', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe');
    await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
    await world.poll();
    const [alert] = await world.awaitPosts(netOps, 1);
    if (!alert) throw new Error('no alert');
    await world.stopBot();
    await world.startBot();
    expect(wordsOf(await omar.press(alert, 'Show lon-02'))).toContain('*lon-02* · ready, no routing yet');
  });

  test('after a moment tells what changed meanwhile as it is told always', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await world.stopBot();
    await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
    await world.startBot();
    expect(await textsIn(world, netOps, 1)).toEqual(['lon-02: provider state Provisioning → Provisioned']);
  });
});

describe.concurrent('after a time away', () => {
  test('one message tells each channel what changed of what it asked for', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await world.person('ana').command(approvals, 'subscribe provider:Megaport');
    await world.stopBot();
    await backdateReads(world, 2 * hourMs);
    await world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' });
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
    await world.control.post('azure/circuits/par-01/provider', { state: 'Deprovisioning' });
    await world.control.remove('azure/circuits/ams-01');
    await world.startBot();

    const [told] = await world.awaitPosts(netOps, 1);
    const words = told ? wordsOf(told) : '';
    expect(words).toContain(':rewind: *4 changes while Trunkline could not watch*');
    expect(words).toMatch(/Nobody was told between .* and .* \(2 h\)\./u);
    expect(words).toContain('*lon-01* · bandwidth 1 Gbps → *2 Gbps*');
    expect(words).toContain('*lon-02* · provider state Provisioning → *Provisioned*');
    expect(words).toContain('*par-01* · provider state Provisioned → *Deprovisioning*');
    expect(words).toContain('*ams-01* · circuit is gone from Azure');
    const own = await world.awaitPosts(approvals, 1);
    expect(own.map((message) => wordsOf(message)).join()).toContain(
      ':rewind: *1 change while Trunkline could not watch*',
    );

    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 5_000 });
    await world.poll();
    expect((await textsIn(world, netOps, 2)).at(-1)).toBe('lon-01: bandwidth 2 Gbps → 5 Gbps');
  });

  test('its menu shows a circuit, also one that is gone', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe subscription:5e1b7c40');
    await world.stopBot();
    await backdateReads(world, 2 * hourMs);
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
    await world.control.remove('azure/circuits/ams-01');
    await world.startBot();
    const [told] = await world.awaitPosts(netOps, 1);
    if (!told) throw new Error('nothing was told');
    expect(wordsOf(await omar.press(told, 'rg-net-emea/lon-01'))).toContain('*Bandwidth*\n2 Gbps');
    expect(wordsOf(await omar.press(told, 'rg-net-emea/ams-01'))).toContain('is no longer in Azure');
  });

  test('in which nothing changed, nothing is told', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await world.stopBot();
    await backdateReads(world, 48 * hourMs);
    await world.startBot();
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
    await world.poll();
    expect(await textsIn(world, netOps, 1)).toEqual(['lon-01: bandwidth 1 Gbps → 2 Gbps']);
  });
});
