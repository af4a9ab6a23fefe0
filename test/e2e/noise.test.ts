import { describe, expect, test } from 'vitest';
import { createOwner } from '../support/owner.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;
const nothing = { read: 2, failed: 0, changes: 0, owed: 0 };

/** Lets Azure end what it is doing. */
const finish = (world: World) => world.control.post('clock', { advanceMs: 10_000 });

describe.concurrent('nothing is told of', () => {
  test('an update in flight, while which Azure says Disabled', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    const circuit = await createOwner(world).get('par-01');
    await createOwner(world).put('par-01', { ...circuit, tags: { ...circuit.tags, 'cost-center': '42' } });
    expect((await createOwner(world).get('par-01')).properties.circuitProvisioningState).toBe('Disabled');
    expect(await world.poll()).toEqual(nothing);
    expect(await world.poll()).toEqual(nothing);
    const card = wordsOf(await world.person('omar').command(netOps, 'show par-01'));
    expect(card).toContain('Azure is updating it');
    expect(card).toContain('cost-center=42');
    await finish(world);
    expect((await createOwner(world).get('par-01')).properties.circuitProvisioningState).toBe('Enabled');
    expect(await world.poll()).toEqual(nothing);
    expect(await world.posts(netOps)).toEqual([]);
  });

  test('what passes while a peering is written, but for what was written', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    const peering = await createOwner(world).get('lon-01/peerings/AzurePrivatePeering');
    await createOwner(world).put('lon-01/peerings/AzurePrivatePeering', {
      properties: { ...peering.properties, vlanId: 333 },
    });
    await world.poll();
    await finish(world);
    await world.poll();
    const posts = await world.awaitPosts(netOps, 1);
    expect(posts.map((post) => wordsOf(post)).join()).toContain('• VLAN ID: 101 → *333*');
    expect(await world.poll()).toEqual(nothing);
  });

  test('a bandwidth that is raised, but the bandwidth', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    const { properties, ...circuit } = await createOwner(world).get('lon-01');
    const serviceProviderProperties = {
      serviceProviderName: 'Equinix',
      peeringLocation: 'London',
      bandwidthInMbps: 2_000,
    };
    await createOwner(world).put('lon-01', {
      ...circuit,
      properties: { ...properties, serviceProviderProperties },
    });
    expect(await world.poll()).toMatchObject({ changes: 1, owed: 1 });
    await finish(world);
    expect(await world.poll()).toEqual(nothing);
    expect((await world.awaitPosts(netOps, 1))[0]?.text).toBe('lon-01: bandwidth 1 Gbps → 2 Gbps');
  });

  test('a new circuit, but that it was found', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await createOwner(world).put('zrh-01', {
      location: 'westeurope',
      sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
      properties: {
        serviceProviderProperties: {
          serviceProviderName: 'Equinix',
          peeringLocation: 'Zurich',
          bandwidthInMbps: 200,
        },
      },
    });
    expect(await world.poll()).toMatchObject({ changes: 1, owed: 1 });
    await finish(world);
    expect(await world.poll()).toEqual(nothing);
    expect((await world.awaitPosts(netOps, 1))[0]?.text).toBe('zrh-01: new circuit in Azure');
  });

  test('tags, an unchanged world, and other pages of the same list', async () => {
    await using world = await startWorld();
    await world.person('omar').command(netOps, 'subscribe');
    await world.control.post('azure/circuits/lon-01/tags', { tags: { environment: 'test' } });
    await world.control.post('azure/page-size', { size: 3 });
    expect(await world.poll()).toEqual(nothing);
    await world.control.post('azure/page-size', { size: 500 });
    expect(await world.poll()).toEqual(nothing);
    expect(wordsOf(await world.person('omar').command(netOps, 'list tag:environment=test'))).toContain(
      'lon-01',
    );
  });
});
