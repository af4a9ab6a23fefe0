import { describe, expect, test } from 'vitest';
import type { Json } from '../support/control.ts';
import { chooseInCreate, optionOf } from '../support/life.ts';
import { channels } from '../support/person.ts';
import { reactionTo } from '../support/reaction.ts';
import { trailOf } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps } = channels;
const americas = 'a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';

/** What is typed, and the rule that forbids it, with what to do instead. */
const typed: readonly [command: string, rule: string, next: string][] = [
  ['key sea-01', 'Azure has not issued the service key of *sea-01* yet', 'Ask again in a minute'],
  ['key was-direct-01', 'is on ExpressRoute Direct', '/circuit peering was-direct-01'],
  ['order was-direct-01', 'nothing is ordered from a provider', '/circuit peering was-direct-01'],
  ['peering ams-01 private', 'It must be Provisioned and Enabled.', '/circuit order ams-01'],
  ['peering chi-01 public', 'Azure public peering was retired', '/circuit peering chi-01 microsoft'],
  ['peering nyc-01 microsoft remove', 'has no Microsoft peering', 'Show nyc-01'],
  ['link ams-01', 'It must be Provisioned and Enabled.', '/circuit order ams-01'],
  [
    'unlink lon-01 auth-spoke-dr',
    'is in use by connection conn-lon-dr',
    '/circuit unlink lon-01 conn-lon-dr',
  ],
  ['unlink lon-01 conn-none', 'has no connection conn-none', '/circuit unlink lon-01'],
  ['resize fra-02 1Gbps', 'Azure never lowers a bandwidth', '/circuit create'],
  ['resize fra-02 3Gbps', 'Equinix does not offer 3 Gbps here', 'It offers 5 Gbps or 10 Gbps'],
  ['resize fra-02 2Gbps', 'nothing would change', '/circuit show fra-02'],
  ['resize fra-02 local', 'cannot become Local in place', '/circuit create'],
  ['resize dal-01 1Gbps', 'Azure’s last change of *dal-01* failed', 'activity log'],
  ['deprovision ams-01', 'there is nothing left for the provider to take down', 'Delete it'],
  ['deprovision nyc-02', 'Verizon is taking it down already', 'Hand-over text'],
  ['delete lon-02', 'Megaport must deprovision it first. Microsoft bills it', 'Start deprovisioning'],
  ['delete nyc-02', 'Verizon is taking it down. Microsoft bills it', 'when the state is NotProvisioned'],
  ['delete lon-01', 'Equinix must deprovision it first. Microsoft bills it', 'Start deprovisioning'],
  ['failover ams-01', 'It must be Provisioned and Enabled.', '/circuit order ams-01'],
  ['failover nyc-01 primary', 'Azure offers no link failover test', 'shut the BGP session of the other'],
  ['delete lon-99', 'No circuit is called lon-99', 'Did you mean *lon-01*?'],
];

/** All that stands in the way of lon-01’s deletion, each with what takes it away. */
const blockers = [
  'link conn-lon-dr: `/circuit unlink lon-01 conn-lon-dr`',
  'link conn-lon-data: `/circuit unlink lon-01 conn-lon-data`',
  'link conn-lon-hub: `/circuit unlink lon-01 conn-lon-hub`',
  'authorization auth-partner: `/circuit unlink lon-01 auth-partner`',
  'authorization auth-spoke-dr: `/circuit unlink lon-01 auth-spoke-dr`',
  'Global Reach gr-lon-fra',
  'route filter rf-m365',
];

async function startHardWorld(): Promise<WatchedWorld> {
  const world = await startWatchedWorld();
  await world.control.post('azure/failover-tests', { subscriptionId: americas, offered: false });
  await world.control.post('azure/circuits/sea-01/provisioning', { state: 'Updating' });
  return world;
}

test('what the rules forbid is refused with the rule and the next step, and reaches nobody', async () => {
  await using world = await startHardWorld();
  for (const [command, rule, next] of typed) {
    const said = await reactionTo(world, 'omar', command);
    expect(`${command} → ${said}`).toContain(rule);
    expect(`${command} → ${said}`).toContain(next);
    expect(said).not.toContain('modal request.review');
  }
  const inTheWay = await reactionTo(world, 'omar', 'delete lon-01');
  for (const blocker of blockers) expect(inTheWay).toContain(`• ${blocker}`);
  expect(world.arm.writes()).toEqual([]);
  expect((await trailOf(world)).filter(({ act }) => act === 'request')).toEqual([]);
}, 60_000);

type Row = readonly [values: Json, block: string, rule: string];

/** What is wrong with a form is said below its input, and the form stays. */
async function expectProblems(world: WatchedWorld, command: string, rows: readonly Row[]): Promise<void> {
  for (const [values, block, rule] of rows) {
    const form = await world.person('omar').commandForModal(netOps, command);
    const answer = await world.person('omar').submit(form, values);
    expect(answer).toMatchObject({ errors: { [`peering.${block}`]: expect.stringContaining(rule) } });
  }
}

const ipv4 = (primary: string, secondary: string): Json => ({
  'peering.ipv4-primary': primary,
  'peering.ipv4-secondary': secondary,
});

describe.concurrent('a routing form that breaks a rule says which, below the input', {
  timeout: 60_000,
}, () => {
  test.each<Row>([
    [{ 'peering.vlan': '0' }, 'vlan', 'whole numbers from 1 to 4094'],
    [{ 'peering.vlan': '4095' }, 'vlan', 'whole numbers from 1 to 4094'],
    [{ 'peering.peer-asn': '65515' }, 'peer-asn', 'is kept by Azure for itself'],
    [{ 'peering.peer-asn': '23456' }, 'peer-asn', 'AS_TRANS'],
    [{ 'peering.shared-key': 'x'.repeat(26) }, 'shared-key', 'Azure takes 25 at most'],
    [{ 'peering.shared-key': 'with space' }, 'shared-key', 'letters A–Z, a–z and digits'],
    [ipv4('192.168.96.0/29', '192.168.96.8/30'), 'ipv4-primary', '/30'],
    [ipv4('192.168.96.1/30', '192.168.96.4/30'), 'ipv4-primary', '192.168.96.0/30'],
    [ipv4('192.168.96.0/30', '192.168.96.0/30'), 'ipv4-secondary', 'overlap'],
  ])('as %j', async (...row) => {
    await using world = await startWatchedWorld();
    await expectProblems(world, 'peering nyc-01 private', [row]);
    expect(world.arm.writes()).toEqual([]);
  });

  test('and for Microsoft peering, that the edge was not confirmed and what is not public', async () => {
    await using world = await startWatchedWorld();
    const microsoft = {
      'peering.vlan': '111',
      'peering.peer-asn': '64504',
      'peering.registry': 'ARIN',
      'peering.ipv4-prefixes': '198.51.100.0/24',
    };
    await expectProblems(world, 'peering nyc-01 microsoft', [
      [{ ...microsoft, ...ipv4('203.0.113.200/30', '203.0.113.204/30') }, 'edge', ''],
      [
        { ...microsoft, ...ipv4('192.168.1.0/30', '192.168.1.4/30'), 'peering.edge': ['yes'] },
        'ipv4-primary',
        'public',
      ],
    ]);
  });

  test('and where the provider manages layer 3, that it must be overridden', async () => {
    await using world = await startWatchedWorld();
    await expectProblems(world, 'peering par-01 private', [[{ 'peering.vlan': '441' }, 'override', '']]);
  });
});

test('a new circuit with a name that is taken is refused', async () => {
  await using world = await startWatchedWorld();
  const omar = world.person('omar');
  const form = await chooseInCreate(world, omar, await omar.commandForModal(netOps, 'create lon-02'));
  const answer = await omar.submit(form, {
    'create.location': optionOf(form, 'create.location', 'London'),
    'create.bandwidth': optionOf(form, 'create.bandwidth', '200 Mbps'),
  });
  expect(answer).toMatchObject({
    errors: { 'create.name': expect.stringContaining('has a circuit called lon-02 already') },
  });
  expect(world.arm.writes()).toEqual([]);
});
