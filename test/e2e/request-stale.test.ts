import { describe, expect, test } from 'vitest';
import { americas, changeInPortal, emea } from '../support/arm-hand.ts';
import { approve, askFor, cardOf, chooseInCreate, confirm, optionOf } from '../support/life.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { awaitStory } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const network = 'providers/Microsoft.Network';

type Case = {
  readonly what: string;
  /** What omar asks for. */
  readonly ask: (world: WatchedWorld) => Promise<unknown>;
  /** What somebody else does before it is approved. */
  readonly meanwhile: (world: WatchedWorld) => Promise<unknown>;
  readonly title: string;
  readonly circuit: string;
  /** What the message says of it. */
  readonly says: readonly string[];
  readonly note: string | RegExp;
};

const review = (text: string) => async (world: WatchedWorld) => {
  const omar = world.person('omar');
  await confirm(omar, await omar.commandForModal(netOps, text));
};

const routeNewYork = async (world: WatchedWorld) => {
  const omar = world.person('omar');
  const form = await omar.commandForModal(netOps, 'peering nyc-01 private');
  await askFor(omar, form, { 'peering.vlan': '120' });
};
const newYork = { title: 'Change the routing of nyc-01', circuit: 'nyc-01' };

const createTen = async (world: WatchedWorld) => {
  const omar = world.person('omar');
  const form = await chooseInCreate(world, omar, await omar.commandForModal(netOps, 'create lon-10'));
  await askFor(omar, form, {
    'create.location': optionOf(form, 'create.location', 'London'),
    'create.bandwidth': optionOf(form, 'create.bandwidth', '200 Mbps'),
  });
};

const changed = 'It changed since it was looked at';
const impossible = 'It is not possible any more.';

const cases: readonly Case[] = [
  {
    what: 'another VLAN, set by somebody else',
    ask: routeNewYork,
    meanwhile: (world) =>
      world.control.post('azure/circuits/nyc-01/peerings', {
        peering: 'AzurePrivatePeering',
        vlanId: 115,
        lastModifiedBy: 'Customer',
      }),
    ...newYork,
    says: [changed, 'last modified by Customer', 'VLAN ID: 110 → *115*'],
    note: /^bot stale nyc-01: changed: .*VLAN ID/u,
  },
  {
    what: 'a network that was linked',
    ask: routeNewYork,
    async meanwhile(world) {
      const place = { name: 'gw-new', subscriptionId: americas.split('/')[2], resourceGroup: 'rg-net-amer' };
      await world.control.post('azure/gateways', { ...place, location: 'eastus' });
      const group = `${americas}/resourceGroups/rg-net-amer/${network}`;
      await changeInPortal(world, `${group}/connections/conn-new`, {
        location: 'eastus',
        properties: {
          connectionType: 'ExpressRoute',
          virtualNetworkGateway1: { id: `${group}/virtualNetworkGateways/gw-new` },
          peer: { id: `${group}/expressRouteCircuits/nyc-01` },
        },
      });
      await world.control.post('clock', { advanceMs: 60_000 });
    },
    ...newYork,
    says: [changed, 'Linked networks: 1 → *2*'],
    note: 'changed: Linked networks',
  },
  {
    what: 'a routing that the provider manages, by what was recorded since',
    ask: routeNewYork,
    async meanwhile(world) {
      const adam = world.person('adam');
      const form = await adam.commandForModal(netOps, 'order nyc-01');
      await adam.fill(form, { 'order.provider': 'Equinix', 'order.layer': '3' });
    },
    ...newYork,
    says: [impossible, 'layer 3'],
    note: /layer 3/u,
  },
  {
    what: 'a provider that has provisioned it',
    ask: review('delete ams-01'),
    meanwhile: (world) => world.control.post('azure/circuits/ams-01/provider', { state: 'Provisioned' }),
    title: 'Delete ams-01',
    circuit: 'ams-01',
    says: [impossible, 'Colt must deprovision it first', 'Microsoft bills'],
    note: /deprovision it first/u,
  },
  {
    what: 'an authorization that was made',
    ask: review('delete ams-01'),
    async meanwhile(world) {
      const circuit = `${emea}/resourceGroups/rg-net-emea/${network}/expressRouteCircuits/ams-01`;
      await world.control.post('azure/circuits/ams-01/provider', { state: 'Provisioned' });
      await changeInPortal(world, `${circuit}/authorizations/for-partner`, { properties: {} });
      await world.control.post('clock', { advanceMs: 60_000 });
      await world.control.post('azure/circuits/ams-01/provider', { state: 'NotProvisioned' });
    },
    title: 'Delete ams-01',
    circuit: 'ams-01',
    says: ['for-partner'],
    note: /for-partner|uthorizations/u,
  },
  {
    what: 'a bandwidth that was raised',
    ask: review('resize fra-02 5Gbps'),
    meanwhile: (world) => world.control.post('azure/circuits/fra-02/bandwidth', { mbps: 3_000 }),
    title: 'Resize fra-02',
    circuit: 'fra-02',
    says: [changed, 'Bandwidth: 2 Gbps → *3 Gbps*'],
    note: 'changed: Bandwidth',
  },
  {
    what: 'a provider state that moved',
    ask: review('resize lon-02 1Gbps'),
    meanwhile: (world) => world.control.post('azure/circuits/lon-02/provider', { state: 'Provisioned' }),
    title: 'Resize lon-02',
    circuit: 'lon-02',
    says: [changed, 'Provider state: Provisioning → *Provisioned*'],
    note: 'changed: Provider state',
  },
  {
    what: 'a circuit that is gone',
    ask: review('resize fra-02 5Gbps'),
    meanwhile: (world) => world.control.remove('azure/circuits/fra-02'),
    title: 'Resize fra-02',
    circuit: 'fra-02',
    says: [impossible, 'fra-02 is not in Azure'],
    note: /fra-02/u,
  },
  {
    what: 'a circuit that has the name already',
    ask: createTen,
    meanwhile: (world) => world.control.post('azure/circuits', { name: 'lon-10' }),
    title: 'Create lon-10',
    circuit: 'lon-10',
    says: [impossible, 'lon-10'],
    note: /lon-10/u,
  },
];

const one = { approvals: 1 };

describe.concurrent('what was approved is not carried out on', { timeout: 60_000 }, () => {
  test.each(cases)('$what', async ({ ask, meanwhile, title, circuit, says, note }) => {
    await using world = await startWatchedWorld({ policy: { resize: one, create: one } });
    await ask(world);
    await meanwhile(world);
    await approve(world, 'ana', title);
    const card = wordsOf(await cardOf(world, approvals, title, 'not carried out'));
    for (const said of says) expect(card).toContain(said);
    expect(card).toContain('Ask again to have the present state approved.');
    expect(world.arm.writes()).toEqual([]);
    const end = typeof note === 'string' ? `bot stale ${circuit}: ${note}` : note;
    const story = await awaitStory(world, circuit, end);
    expect(story.filter((line) => /request|approve/u.test(line))).toEqual([
      `omar request ${circuit}`,
      `ana approve ${circuit}`,
    ]);
    expect(story.filter((line) => /execute|succeed|fail/u.test(line))).toEqual([]);
  });
});

test('what changed elsewhere keeps nothing from being carried out', async () => {
  await using world = await startWatchedWorld({ policy: { resize: one } });
  await review('resize fra-02 5Gbps')(world);
  await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
  await world.control.post('azure/circuits/fra-02/links', {
    peering: 'AzurePrivatePeering',
    link: 'primary',
    up: false,
  });
  await approve(world, 'ana', 'Resize fra-02');
  await cardOf(world, approvals, 'Resize fra-02', 'done in');
  expect(world.arm.writes()).toEqual([expect.stringMatching(/^PUT .*\/fra-02$/u)]);
});
