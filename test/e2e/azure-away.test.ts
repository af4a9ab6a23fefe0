import { describe, expect, test } from 'vitest';
import { startArmProxy } from '../support/arm-proxy.ts';
import type { Json } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;

const azureFault = (world: World, fault: Json) => world.control.post('faults', { target: 'azure', ...fault });
const list = async (world: World) => wordsOf(await world.person('vera').command(netOps, 'list'));

describe.concurrent('while Azure cannot be read', () => {
  test.each<[string, Json, string]>([
    ['errs', { kind: 'error' }, 'ServiceUnavailable: The service is temporarily unavailable.'],
    ['cuts the line', { kind: 'drop' }, 'Azure did not answer'],
    ['throttles', { kind: 'throttle', retryAfter: 600 }, 'SubscriptionRequestsThrottled'],
  ])('as it %s, the list answers, says how old it is and since when', async (_how, fault, reason) => {
    await using world = await startWorld();
    await azureFault(world, fault);
    expect(await world.poll()).toEqual({ read: 0, failed: 2, changes: 0, owed: 0 });
    const words = await list(world);
    expect(words).toContain('*15 circuits*, page 1 of 2');
    expect(words).toMatch(/As Azure said \d+ s ago\./u);
    expect(words.match(/:warning: Subscription \S+ could not be read since <!date/gu)).toHaveLength(2);
    expect(words).toContain(reason);
    expect(words).toMatch(/last read <!date/u);
    const home = wordsOf(await world.person('vera').openHome());
    expect(home).toContain('could not be read since');
  });

  test('and could be never, the list says so', async () => {
    await using world = await startWorld({
      prepare: (control) => control.post('faults', { target: 'azure', kind: 'error' }),
    });
    const words = await list(world);
    expect(words).toContain('*No circuits known yet.*');
    expect(words).toContain('Azure has not been read yet.');
    expect(words).toContain('it was never read');
  });

  test('one subscription that cannot be read keeps no other from being told of', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await azureFault(world, { kind: 'error', match: 'a94d02f6' });
    await world.control.post('azure/circuits/nyc-01/bandwidth', { mbps: 2_000 });
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
    expect(await world.poll()).toEqual({ read: 1, failed: 1, changes: 1, owed: 1 });
    expect((await world.awaitPosts(netOps, 1))[0]?.text).toBe('lon-01: bandwidth 1 Gbps → 2 Gbps');
    await azureFault(world, { kind: 'clear' });
    expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 1, owed: 1 });
    expect((await world.awaitPosts(netOps, 2))[1]?.text).toBe('nyc-01: bandwidth 1 Gbps → 2 Gbps');
    expect(await list(world)).not.toContain('cannot be read');
  });

  test('a page in the middle that fails makes no circuit gone', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await azureFault(world, { kind: 'delay', delayMs: 0, match: 'a94d02f6', times: 1 });
    await azureFault(world, { kind: 'error', match: 'a94d02f6', times: 1 });
    expect(await world.poll()).toEqual({ read: 1, failed: 1, changes: 0, owed: 0 });
    expect(await world.poll()).toEqual({ read: 2, failed: 0, changes: 0, owed: 0 });
    expect(await world.posts(netOps)).toEqual([]);
  });

  test('a card comes without its links, with the reason', async () => {
    await using world = await startWorld();
    await azureFault(world, { kind: 'error', match: 'resourcegraph' });
    const card = wordsOf(await world.person('vera').command(netOps, 'show lon-01'));
    expect(card).toContain('*lon-01* · provisioned');
    expect(card).toContain(':grey_question: could not be read: ServiceUnavailable');
    expect(card).toContain(':grey_question: 5 Link VNets');
  });

  test('a card waits two seconds for the links, not longer', async () => {
    await using world = await startWorld();
    await azureFault(world, { kind: 'hang', match: 'resourcegraph' });
    const card = wordsOf(await world.person('vera').command(netOps, 'show lon-01'));
    expect(card).toContain('could not be read: Azure did not answer within 2 s');
  });
});

describe.concurrent('what is asked of Azure', () => {
  test('is one LIST for each page of each subscription and nothing else', async () => {
    await using world = await startWorld({ withoutBot: true });
    await using arm = await startArmProxy(world.url);
    await world.startBot({ AZURE_ARM_URL: arm.armUrl });
    await world.person('vera').command(netOps, 'list');
    arm.calls.length = 0;
    await world.poll();
    // The two subscriptions' waits may end in two polls: one more LIST then, but never one before its time.
    expect(arm.calls.length).toBeGreaterThanOrEqual(4);
    expect(new Set(arm.calls)).toEqual(
      new Set(
        world.environment.AZURE_SUBSCRIPTION_IDS?.split(',').map(
          (id) => `GET /azure/subscriptions/${id}/providers/Microsoft.Network/expressRouteCircuits`,
        ),
      ),
    );
  });

  test('is nothing before the Retry-After of a 429 is over, and then the list again', async () => {
    await using world = await startWorld({ withoutBot: true });
    await using arm = await startArmProxy(world.url);
    await world.startBot({ AZURE_ARM_URL: arm.armUrl });
    await azureFault(world, { kind: 'throttle', retryAfter: 2, times: 2 });
    const throttledAt = Date.now();
    expect(await world.poll()).toMatchObject({ read: 0, failed: 2 });
    arm.calls.length = 0;
    expect(await world.poll()).toMatchObject({ read: 0, failed: 2 });
    expect(arm.calls).toEqual([]);
    await eventually(async () => expect(await world.poll()).toMatchObject({ read: 2, failed: 0 }));
    expect(Date.now() - throttledAt).toBeGreaterThanOrEqual(2_000);
    // The two subscriptions' waits may end in two polls: one more LIST then, but never one before its time.
    expect(arm.calls.length).toBeGreaterThanOrEqual(4);
  });
});
