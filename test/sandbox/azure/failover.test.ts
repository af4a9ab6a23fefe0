import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const version = '2026-01-01';
const finish = () => azure.clock.advance(3_000);
const primary = 'linkType=Primary&circuitTestCategory=BgpDisconnect';
const start = (name = 'lon-01', which = primary, api = version) =>
  azure.arm('POST', `${circuitPath(name)}/startCircuitLinkFailoverTest?${which}`, undefined, api);
const stop = (body: object, name = 'lon-01') =>
  azure.arm('POST', `${circuitPath(name)}/stopCircuitLinkFailoverTest`, body, version);
const theTest = { linkType: 'Primary', circuitTestCategory: 'BgpDisconnect' };
const linksDown = () =>
  azure.azure
    .world()
    .links.filter(({ up }) => !up)
    .map(({ circuit, peering, link }) => [circuit, peering, link]);

/** As a caller gets it: 202 without a body, and the answer at the place that the header names. */
async function ask(what: string, query = '', name = 'lon-01') {
  const asked = await azure.arm('POST', `${circuitPath(name)}/${what}${query}`, undefined, version);
  expect([asked.status, asked.body]).toEqual([202, null]);
  return (await azure.call('GET', asked.headers.get('location') ?? '')).body;
}
const all = (query = '') => ask('getCircuitLinkFailoverAllTestsDetails', query);

describe('a failover test', () => {
  it('takes one link out of every peering from when it runs until it is stopped', async () => {
    const started = await start();
    expect(started.status).toBe(202);
    expect((await all())[0]).toMatchObject({ ...theTest, status: 'Starting' });
    expect(linksDown()).toEqual([]);
    finish();
    const operation = started.headers.get('azure-asyncoperation') ?? '';
    expect((await azure.call('GET', operation)).body.status).toBe('Succeeded');
    expect((await azure.call('GET', started.headers.get('location') ?? '')).status).toBe(204);
    expect(linksDown()).toEqual([
      ['lon-01', 'AzurePrivatePeering', 'primary'],
      ['lon-01', 'MicrosoftPeering', 'primary'],
    ]);
    expect(azure.azure.world().failoverTests).toMatchObject([{ circuit: 'lon-01', link: 'Primary' }]);

    azure.topics.length = 0;
    await stop({ ...theTest, wasSimulationSuccessful: true, isVerified: true });
    expect((await all())[0].status).toBe('Stopping');
    finish();
    expect(linksDown()).toEqual([]);
    expect(azure.topics).toContainEqual({ topic: 'world' });
    const [ended] = await all();
    expect(ended).toMatchObject({ status: 'Completed', wasSimulationSuccessful: true });
    expect(Date.parse(ended.endTime) - Date.parse(ended.startTime)).toBe(6_000);
  });

  it('with prepended paths leaves the link up', async () => {
    await start('lon-01', 'linkType=Secondary&circuitTestCategory=ASPathPrepend');
    finish();
    expect((await all())[0]).toMatchObject({ linkType: 'Secondary', status: 'Running' });
    expect(linksDown()).toEqual([]);
  });

  it('is told in detail by its id, and the latest alone when only that is asked for', async () => {
    await start();
    finish();
    await stop(theTest);
    finish();
    await start();
    finish();
    const [first, second] = await all();
    expect([first.status, second.status]).toEqual(['Completed', 'Running']);
    expect(await all('?fetchLatest=true')).toEqual([second]);
    expect(await all('?failoverTestType=MultiSiteFailover')).toEqual([]);
    const one = 'getCircuitLinkFailoverSingleTestDetails';
    expect(await ask(one, `?${primary}&failoverTestId=${second.testGuid}`)).toMatchObject([
      {
        status: 'Running',
        isSimulationVerified: false,
        bgpStatus: [
          { link: 'Primary', status: 'Disconnected' },
          { link: 'Secondary', status: 'Connected' },
        ],
      },
    ]);
    expect(await ask(one, `?${primary}&failoverTestId=none`)).toEqual([]);
  });

  it('holds the circuit while it starts and while it stops, not between', async () => {
    const tag = async () => (await azure.arm('PATCH', circuitPath('lon-01'), { tags: {} })).status;
    await start();
    expect(await tag()).toBe(429);
    finish();
    expect(await tag()).toBe(200);
    await stop(theTest);
    expect(await tag()).toBe(429);
  });

  it.each([
    ['on a link when the other is down', 'no redundancy'],
    ['while another runs', 'in progress'],
    ['before the provider is done', 'not provisioned'],
    ['on a circuit without peerings', 'no peering'],
  ])('does not start %s', async (what, words) => {
    const link = { peering: 'private', link: 'secondary', up: false };
    if (words === 'no redundancy') await azure.control('POST', '/circuits/lon-01/links', link);
    if (words === 'in progress') {
      await start();
      finish();
    }
    if (words === 'no peering')
      await azure.control('POST', '/circuits/lon-02/provider', { state: 'Provisioned' });
    const name = what.includes('provider') || what.includes('peerings') ? 'lon-02' : 'lon-01';
    const { status, body } = await start(name);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(words)]);
  });

  it('is not stopped by one who means another', async () => {
    expect((await stop(theTest)).status).toBe(400);
    await start();
    finish();
    const { status, body } = await stop({ ...theTest, linkType: 'Secondary' });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('Secondary link is in progress'),
    ]);
  });

  it('needs a link and a category that there are', async () => {
    expect((await start('lon-01', 'linkType=Third&circuitTestCategory=BgpDisconnect')).status).toBe(400);
    expect((await start('lon-01', '')).status).toBe(400);
  });

  it('is not offered below its api-version, nor to a subscription without it', async () => {
    expect((await start('lon-01', primary, '2025-05-01')).status).toBe(404);
    await azure.control('POST', '/failover-tests', { subscriptionId: emea.toUpperCase(), offered: false });
    const refused = [await start(), await stop(theTest), await start('lon-01', '')];
    expect(refused.map(({ status, body }) => [status, body.error.code])).toEqual(
      refused.map(() => [404, 'InvalidResourceType']),
    );
    await azure.control('POST', '/failover-tests', { subscriptionId: emea, offered: true });
    expect((await start()).status).toBe(202);
  });
});
