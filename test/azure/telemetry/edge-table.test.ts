import { describe, expect, test } from 'vitest';
import { createArmClient } from '../../../src/azure/arm-client.ts';
import { createTelemetry } from '../../../src/azure/telemetry/create-telemetry.ts';
import type { EdgeAsk } from '../../../src/usecases/telemetry.ts';
import { example } from '../support/example.ts';
import { type Answer, addressOf, notFound, type Question, startStandIn } from '../support/stand-in.ts';
import { startTinyArm } from '../support/tiny-arm.ts';
import { idOf } from '../support/wire.ts';

const ask: EdgeAsk = {
  target: addressOf('lon-01'),
  peering: 'AzurePrivatePeering',
  link: 'secondary',
  timeoutMs: 20_000,
};
const below = `${idOf('lon-01')}/peerings/AzurePrivatePeering`.toLowerCase();

function takenOn({ headers }: Question, more: Answer['headers'] = {}): Answer {
  const location = `http://${headers.host}/operationResults/1?t=1&c=%2Fa%3d&s=S%20+`;
  return { status: 202, body: 'null', headers: { location, ...more } };
}

/** An edge that takes the question on, and answers at the Location so. */
function edge(...answers: readonly Answer[]) {
  let count = 0;
  return startStandIn((question) =>
    question.method === 'POST' ? takenOn(question) : (answers[count++] ?? notFound),
  );
}

const rows = (...value: readonly unknown[]): Answer => ({ body: { value } });

async function neighborOf(row: unknown) {
  return (await (await edge(rows(row))).telemetry.routeSummary(ask))[0];
}

describe('a table of the edge', () => {
  test('is asked for with a POST and read at its Location, which is followed to the letter', async () => {
    const standIn = await edge(rows());
    expect(await standIn.telemetry.routeSummary(ask)).toEqual([]);
    expect(standIn.asked()).toEqual([
      `POST ${below}/routetablessummary/secondary`,
      'GET /operationresults/1',
    ]);
    expect(standIn.questions[0]?.url).toContain('?api-version=2026-01-01');
    expect(standIn.questions[1]?.url).toBe('/operationResults/1?t=1&c=%2Fa%3d&s=S%20+');
  });

  test('is waited for at Azure’s pace', async () => {
    let count = 0;
    const standIn = await startStandIn((question) => {
      if (question.method === 'POST') return takenOn(question, { 'retry-after': '5' });
      return count++ < 2 ? { status: 202, body: 'null', headers: { 'retry-after': '3' } } : rows();
    });
    expect(await standIn.telemetry.arpTable(ask)).toEqual([]);
    expect(standIn.asked()[0]).toBe(`POST ${below}/arptables/secondary`);
    expect(standIn.waits).toEqual([5_000, 3_000, 3_000]);
  });

  test('may be told at once', async () => {
    const standIn = await startStandIn(() => rows({ neighbor: '192.0.2.1', statePfxRcd: 3 }));
    expect(await standIn.telemetry.routeSummary(ask)).toHaveLength(1);
    expect(standIn.waits).toEqual([]);
  });

  test('without content is empty', async () => {
    expect(await (await edge({ status: 204 })).telemetry.routeSummary(ask)).toEqual([]);
  });

  test('that takes longer than there is time for is unavailable, and nothing is waited for in vain', async () => {
    const standIn = await startStandIn((question) => takenOn(question, { 'retry-after': '8' }));
    await expect(standIn.telemetry.routeSummary(ask)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'Azure took longer than 20 s to answer',
    });
    expect(standIn.waits).toEqual([8_000, 8_000]);
  });

  test('whose answer does not come, or stops half way, is unavailable when the time is over', async () => {
    for (const beginning of ['', '{"value":[']) {
      const server = await startTinyArm((_, response) => {
        if (beginning) response.writeHead(200, { 'content-length': '1000' }).write(beginning);
      });
      const arm = createArmClient({ armUrl: server.url, access: { kind: 'static', token: 't' } });
      const telemetry = createTelemetry(arm, () => undefined, Date.now);
      await expect(telemetry.routeSummary({ ...ask, timeoutMs: 60 })).rejects.toMatchObject({
        kind: 'unavailable',
      });
    }
  });

  test('is not read at another host', async () => {
    const other = await startTinyArm((_, response) => response.end('{"value":[]}'));
    for (const location of [`${other.url}/x`, 'not a link']) {
      const standIn = await startStandIn(() => ({ status: 202, body: 'null', headers: { location } }));
      await expect(standIn.telemetry.routeSummary(ask)).rejects.toMatchObject({ kind: 'unreadable' });
    }
    expect(other.requests).toEqual([]);
  });

  test.each(['null', '[]', '{}', '{"value":{}}', '<html>'])('%j is unreadable', async (body) => {
    await expect((await edge({ body })).telemetry.routeSummary(ask)).rejects.toMatchObject({
      kind: 'unreadable',
    });
  });

  test.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [500, 'unavailable'],
    [400, 'refused'],
  ])('that is answered %i is %s, and the POST is sent once', async (status, kind) => {
    const standIn = await startStandIn(() => ({ status }));
    await expect(standIn.telemetry.arpTable(ask)).rejects.toMatchObject({ kind });
    expect(standIn.questions).toHaveLength(1);
  });

  test('whose operation fails is refused in Azure’s words, without keys', async () => {
    const key = 'f10c0457-f2e3-40b9-9787-a574416c1299';
    const error = { code: 'EdgeBusy', message: `ServiceKey = ${key} is busy.` };
    const asked = (await edge({ body: { status: 'Failed', error } })).telemetry.routeSummary(ask);
    await expect(asked).rejects.toMatchObject({
      kind: 'refused',
      message: 'EdgeBusy: ServiceKey = [redacted] is busy.',
    });
  });

  test('of a peering whose name would lead elsewhere is not asked for', async () => {
    const standIn = await edge(rows());
    await expect(standIn.telemetry.arpTable({ ...ask, peering: '..' })).rejects.toMatchObject({
      kind: 'refused',
    });
    expect(standIn.questions).toEqual([]);
  });
});

describe('a neighbor', () => {
  test('of the official example is not established', async () => {
    const standIn = await edge({ body: example('ExpressRouteCircuitRouteTableSummaryList').answer });
    expect(await standIn.telemetry.routeSummary(ask)).toEqual([
      {
        address: '100.65.171.1',
        family: 'ipv4',
        asn: 9_583,
        session: { kind: 'not-established', bgpState: 'Idle' },
        upDown: 'never',
      },
    ]);
  });

  test.each<[unknown, number]>([
    [47, 47],
    ['47', 47],
    [' 0 ', 0],
  ])('with statePfxRcd %j is established with %i prefixes', async (statePfxRcd, prefixes) => {
    expect((await neighborOf({ neighbor: '192.0.2.1', statePfxRcd }))?.session).toEqual({
      kind: 'established',
      prefixes,
    });
  });

  test.each<[unknown, string]>([
    ['Active', 'Active'],
    ['Idle (PfxCt)', 'Idle (PfxCt)'],
    ['', 'Unknown'],
    [undefined, 'Unknown'],
    [null, 'Unknown'],
    [-1, 'Unknown'],
    [1.5, 'Unknown'],
    ['9'.repeat(400), '9'.repeat(64)],
  ])('with statePfxRcd %j is %s', async (statePfxRcd, bgpState) => {
    expect((await neighborOf({ neighbor: '192.0.2.1', statePfxRcd }))?.session).toEqual({
      kind: 'not-established',
      bgpState,
    });
  });

  test.each([
    ['192.0.2.1', 'ipv4'],
    ['2001:db8::1', 'ipv6'],
    ['edge-1', undefined],
  ])('%s is of %s, whatever BGP’s version', async (neighbor, family) => {
    expect((await neighborOf({ neighbor, v: 4 }))?.family).toBe(family);
  });

  test.each([{}, { neighbor: '' }, { neighbor: 7 }, null, 'x'])('%j is passed over', async (row) => {
    const standIn = await edge(rows(row, { neighbor: '192.0.2.1', as: '65010' }));
    expect(await standIn.telemetry.routeSummary(ask)).toMatchObject([{ address: '192.0.2.1', asn: 65_010 }]);
  });
});

describe('who answers ARP', () => {
  async function entriesOf(...table: readonly unknown[]) {
    return (await edge(rows(...table))).telemetry.arpTable(ask);
  }

  test('is told with age and side', async () => {
    expect(
      await entriesOf(
        { age: 7, interface: 'On-Prem', ipAddress: '192.0.2.1', macAddress: 'ffff.eeee.dddd' },
        { age: '0', interface: 'Microsoft', ipAddress: '192.0.2.2', macAddress: 'aaaa.bbbb.cccc' },
        { interface: 'Customer', ipAddress: '192.0.2.5', macAddress: 'aaaa.bbbb.cccd' },
      ),
    ).toEqual([
      { ageMinutes: 7, side: 'yours', address: '192.0.2.1', mac: 'ffff.eeee.dddd' },
      { ageMinutes: 0, side: 'microsoft', address: '192.0.2.2', mac: 'aaaa.bbbb.cccc' },
      { side: 'unknown', address: '192.0.2.5', mac: 'aaaa.bbbb.cccd' },
    ]);
  });

  test.each([undefined, null, '', '0000.0000.0000', '00:00:00:00:00:00', 'Incomplete', 'INCOMPLETE', 7])(
    'is nobody with macAddress %j',
    async (macAddress) => {
      const [entry] = await entriesOf({ interface: 'On-Prem', ipAddress: '192.0.2.1', macAddress });
      expect(entry).toEqual({ side: 'yours', address: '192.0.2.1' });
    },
  );

  test('is read from the official example', async () => {
    const standIn = await edge({ body: example('ExpressRouteCircuitARPTableList').answer });
    expect(await standIn.telemetry.arpTable(ask)).toEqual([
      { ageMinutes: 0, side: 'microsoft', address: 'IPAddress', mac: 'macAddress' },
    ]);
  });

  test.each([{}, { ipAddress: null }, null, []])('is not told by %j', async (row) => {
    expect(await entriesOf(row)).toEqual([]);
  });
});
