import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const lon01 = circuitPath('lon-01');
const control = (path: string, body: object) => azure.control('POST', `/circuits/lon-01/${path}`, body);

/** A table of Microsoft's edge as a caller gets it, once it is ready. */
async function ask(table: string, device = 'primary', peering = 'AzurePrivatePeering', circuit = lon01) {
  const asked = await azure.arm('POST', `${circuit}/peerings/${peering}/${table}/${device}`);
  expect([asked.status, asked.text]).toEqual([202, 'null']);
  azure.clock.advance(200);
  const answer = await azure.call('GET', asked.headers.get('location') ?? '');
  expect(answer.status).toBe(200);
  return answer.body.value;
}

describe('a question to Microsoft’s edge', () => {
  it('is answered at the place that it names, when the edge has told it', async () => {
    const asked = await azure.arm('POST', `${lon01}/peerings/azureprivatepeering/routeTablesSummary/primary`);
    expect(asked.headers.get('azure-asyncoperation')).toBeNull();
    const location = asked.headers.get('location') ?? '';
    const early = await azure.call('GET', location);
    expect([early.status, early.text, early.headers.get('retry-after')]).toEqual([202, '', '1']);
    expect(early.headers.get('location')).toBe(location);
    azure.clock.advance(200);
    const ready = await azure.call('GET', location);
    expect([ready.status, ready.headers.get('location')]).toEqual([200, location]);
  });

  it('waits as long as it is told to, and tells what is true by then', async () => {
    await azure.control('POST', '/operations', { edgeMs: 5_000, retryAfterSeconds: 1 });
    const asked = await azure.arm('POST', `${lon01}/peerings/AzurePrivatePeering/routeTablesSummary/primary`);
    await control('links', { peering: 'private', link: 'primary', up: false });
    azure.clock.advance(4_999);
    const location = asked.headers.get('location') ?? '';
    expect((await azure.call('GET', location)).status).toBe(202);
    azure.clock.advance(1);
    expect((await azure.call('GET', location)).body.value[0].statePfxRcd).toBe('Active');
  });

  it('must name a device and a peering that there are', async () => {
    const third = await azure.arm('POST', `${lon01}/peerings/AzurePrivatePeering/arpTables/third`);
    expect([third.status, third.body.error.code]).toEqual([400, 'InvalidDevicePath']);
    const nyc01 = circuitPath('nyc-01', 'rg-net-amer', americas);
    expect((await azure.arm('POST', `${nyc01}/peerings/MicrosoftPeering/arpTables/primary`)).status).toBe(
      404,
    );
    expect((await azure.arm('POST', `${circuitPath('lon-99')}/peerings/x/arpTables/primary`)).status).toBe(
      404,
    );
  });

  it('is answered with nothing where nobody speaks', async () => {
    const ams02 = circuitPath('ams-02', 'rg-net-emea-dr');
    for (const table of ['routeTablesSummary', 'routeTables', 'arpTables']) {
      expect(await ask(table, 'primary', 'AzurePrivatePeering', ams02)).toEqual([]);
    }
  });
});

describe('routeTablesSummary', () => {
  it('has a neighbor for each family: the owner’s address of the link’s subnet', async () => {
    await control('received', { peering: 'private', link: 'secondary', prefixes: 47 });
    await control('received', { peering: 'private', family: 'ipv6', prefixes: 5 });
    const [four, six] = await ask('routeTablesSummary', 'secondary');
    expect(four).toMatchObject({ neighbor: '192.168.16.5', v: 4, as: 64496, upDown: '6w3d' });
    expect(six).toMatchObject({ neighbor: '2001:db8:16::5' });
    expect([four.statePfxRcd, six.statePfxRcd].map(Number)).toEqual([47, 5]);
  });

  it('counts prefixes as a number on some routers and as text on others', async () => {
    const { links } = azure.azure.world();
    const kinds = new Set<string>();
    for (const link of ['primary', 'secondary'] as const) {
      for (const name of ['lon-01', 'fra-02', 'par-01']) {
        const [line] = await ask('routeTablesSummary', link, 'AzurePrivatePeering', circuitPath(name));
        const known = links.find((one) => one.circuit === name && one.link === link)?.sessions[0];
        expect(Number(line.statePfxRcd)).toBe(known?.received);
        expect(known?.received).toBeGreaterThan(10);
        kinds.add(typeof line.statePfxRcd);
      }
    }
    expect(kinds).toEqual(new Set(['number', 'string']));
  });

  it('tells a session that is down, since when, and the other link’s that is not', async () => {
    await control('links', { peering: 'private', link: 'primary', up: false, family: 'ipv4' });
    azure.clock.advance(26 * 3_600_000);
    const [four, six] = await ask('routeTablesSummary');
    expect(four).toMatchObject({ statePfxRcd: 'Active', upDown: '1d02h' });
    expect(Number(six.statePfxRcd)).toBeGreaterThan(0);
    expect(Number((await ask('routeTablesSummary', 'secondary'))[0].statePfxRcd)).toBeGreaterThan(0);
    await control('links', { peering: 'private', link: 'primary', up: true });
    azure.clock.advance(65_000);
    expect((await ask('routeTablesSummary'))[0].upDown).toBe('00:01:05');
  });

  it('believes the session, not the metric, in maintenance', async () => {
    await control('maintenance', { on: true });
    expect(Number((await ask('routeTablesSummary'))[0].statePfxRcd)).toBeGreaterThan(0);
  });
});

describe('arpTables', () => {
  it('has both ends of the wire, and Microsoft’s alone when it is cut', async () => {
    const [yours, microsofts] = await ask('arpTables');
    expect(yours).toMatchObject({ interface: 'On-Prem', ipAddress: '192.168.16.1' });
    expect(microsofts).toMatchObject({ age: 0, interface: 'Microsoft', ipAddress: '192.168.16.2' });
    expect(yours.macAddress).toMatch(/^0200\.[0-9a-f]{4}\.[0-9a-f]{4}$/);
    await control('links', { peering: 'private', link: 'primary', up: false });
    expect(await ask('arpTables')).toHaveLength(2);
    await control('links', { peering: 'private', link: 'primary', up: false, layer: 2 });
    expect(await ask('arpTables')).toMatchObject([{ interface: 'Microsoft' }]);
    expect((await ask('routeTablesSummary'))[0].statePfxRcd).toBe('Idle');
    const wire = azure.azure.world().links.find(({ arp }) => !arp);
    expect(wire).toMatchObject({ circuit: 'lon-01', link: 'primary', up: false });
    await control('links', { peering: 'private', link: 'primary', up: true });
    expect(await ask('arpTables')).toHaveLength(2);
    expect(Number((await ask('routeTablesSummary'))[0].statePfxRcd)).toBeGreaterThan(0);
  });
});

describe('routeTables', () => {
  it('lists as many networks as the summary counts', async () => {
    await control('received', { peering: 'private', prefixes: 300 });
    await control('received', { peering: 'private', family: 'ipv6', prefixes: 2 });
    const rows = await ask('routeTables');
    expect(new Set(rows.map(({ network }: { network: string }) => network)).size).toBe(302);
    expect(rows[0]).toEqual({
      network: '10.128.0.0/24',
      nextHop: '192.168.16.1',
      locPrf: '',
      weight: 0,
      path: '64496',
    });
    const microsoft = await ask('routeTables', 'primary', 'MicrosoftPeering');
    expect(microsoft[0].network).toBe('198.51.100.0/26');
    await control('links', { peering: 'private', link: 'primary', up: false });
    expect(await ask('routeTables')).toEqual([]);
  });
});

describe('stats', () => {
  const bytes = async (path: string) => (await azure.arm('GET', `${path}/stats`)).body;

  it('are spelt as recorded, of a circuit and of a peering, and stand still while the link is down', async () => {
    const whole = await bytes(lon01);
    expect(Object.keys(whole)).toEqual([
      'primaryBytesIn',
      'primaryBytesOut',
      'secondaryBytesIn',
      'secondaryBytesOut',
    ]);
    const [one, other] = await Promise.all([
      bytes(`${lon01}/peerings/AzurePrivatePeering`),
      bytes(`${lon01}/peerings/MicrosoftPeering`),
    ]);
    expect(one.primaryBytesIn + other.primaryBytesIn).toBe(whole.primaryBytesIn);
    await control('links', { peering: 'private', link: 'primary', up: false });
    azure.clock.advance(60_000);
    const later = await bytes(`${lon01}/peerings/AzurePrivatePeering`);
    expect(later.primaryBytesIn).toBe(one.primaryBytesIn);
    expect(later.secondaryBytesOut).toBeGreaterThan(one.secondaryBytesOut);
  });

  it('are nothing for a circuit that is not in use, and not there for a peering that is not', async () => {
    expect((await bytes(circuitPath('ams-01'))).primaryBytesIn).toBe(0);
    expect((await azure.arm('GET', `${circuitPath('ams-01')}/peerings/MicrosoftPeering/stats`)).status).toBe(
      404,
    );
  });
});
