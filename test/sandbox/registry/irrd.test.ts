import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
  for (const route of [
    { prefix: '203.0.113.0/24', origin: 65010, source: 'RADB' },
    { prefix: '203.0.113.0/25', origin: 65011, source: 'ALTDB' },
    { prefix: '203.0.113.0/26', origin: 65010, source: 'NTTCOM', maintainers: ['MAINT-Ö'] },
  ]) {
    await world.register('routes', route);
  }
});
afterAll(() => world.close());

const outer =
  'route:          203.0.113.0/24\norigin:         AS65010\nmnt-by:         MAINT-AS65010\nsource:         RADB';
const middle =
  'route:          203.0.113.0/25\norigin:         AS65011\nmnt-by:         MAINT-AS65011\nsource:         ALTDB';
const inner =
  'route:          203.0.113.0/26\norigin:         AS65010\nmnt-by:         MAINT-Ö\nsource:         NTTCOM';
const framed = (data: string) => `A${Buffer.byteLength(data) + 1}\n${data}\nC\n`;
const notFound = '%  No entries found for the selected source(s).\n\n\n';

describe('a query of IRRd’s style', () => {
  it.each([
    ['!r203.0.113.0/24', framed(outer)],
    ['!r203.0.113.0/24,o', 'A8\nAS65010\nC\n'],
    ['!r192.0.2.0/25,o', 'D\n'],
    ['!r203.0.113.0/26,l', framed(middle)],
    ['!r203.0.113.0/26,L', framed(`${outer}\n\n${middle}\n\n${inner}`)],
    ['!r203.0.113.0/24,M', framed(`${middle}\n\n${inner}`)],
    ['!r203.0.113.7/24', 'F Invalid input for route search: 203.0.113.7/24\n'],
    ['!r203.0.113.0/24,z', 'F Invalid route search option: z\n'],
    ['!gas65010', 'A30\n203.0.113.0/24 203.0.113.0/26\nC\n'],
    ['!gAS65099', 'D\n'],
    ['!g65010', 'F Invalid AS number 65010: must start with "AS"\n'],
    ['!6as64496', 'A18\n2001:db8:100::/40\nC\n'],
    ['!a', 'F Missing required set name for A query\n'],
    ['!a4', 'F Missing required set name for A query\n'],
    ['!a6as-contoso', 'A18\n2001:db8:100::/40\nC\n'],
    ['!a4AS-NOBODY', 'D\n'],
    ['!iAS-CONTOSO', framed('AS-CONTOSO:AS-AMERICAS AS64496 AS64501')],
    ['!iAS-CONTOSO,1', framed('AS64496 AS64501 AS64507 AS64508')],
    ['!iAS-NOBODY,1', 'D\n'],
    ['!mroute,203.0.113.0/24AS65010', framed(outer)],
    ['!mroute,203.0.113.0/24-as65010', framed(outer)],
    ['!mroute6,203.0.113.0/24AS65010', 'D\n'],
    [
      '!mas-set,as-contoso',
      framed(
        'as-set:         AS-CONTOSO\nmembers:        AS64496, AS64501, AS-CONTOSO:AS-AMERICAS\nsource:         RADB',
      ),
    ],
    ['!mroute', 'F Invalid argument for object lookup: route\n'],
    ['!omaint-as65011', framed(middle)],
    ['!s-lc', framed('RADB,RIPE,ARIN,APNIC,AFRINIC,LACNIC,NTTCOM,ALTDB,LEVEL3,ARIN-NONAUTH,RIPE-NONAUTH')],
    ['!sradb,altdb', 'C\n'],
    ['!sMOON', 'F One or more selected sources are unavailable.\n'],
    ['!t1000', 'C\n'],
    ['!t1001', 'F Invalid value for timeout: 1001\n'],
    ['!nsomebody 1.0', 'C\n'],
    ['!v', framed('IRRd -- version 4.4.4')],
    ['!zz', 'F Unrecognised command: z\n'],
    ['!', 'F Missing IRRD command\n'],
    ['!t', 'F Missing parameter for t query\n'],
    ['!r', 'F Missing parameter for r query\n'],
  ])('%s', async (query, answer) => expect(await world.irrd(query)).toBe(answer));
});

describe('a query of RIPE’s style', () => {
  it.each([
    ['-x 203.0.113.0/24', `${outer}\n\n\n`],
    ['-l 203.0.113.0/26', `${middle}\n\n\n`],
    ['-L 203.0.113.0/26', `${outer}\n\n${middle}\n\n${inner}\n\n\n`],
    ['-M 203.0.113.0/24', `${middle}\n\n${inner}\n\n\n`],
    ['203.0.113.0/26', `${outer}\n\n${middle}\n\n${inner}\n\n\n`],
    ['-s ALTDB,NTTCOM -L 203.0.113.0/26', `${middle}\n\n${inner}\n\n\n`],
    ['-s MOON -x 203.0.113.0/24', '%% ERROR: One or more selected sources are unavailable.\n\n\n'],
    ['-K -x 203.0.113.0/24', 'route: 203.0.113.0/24\norigin: AS65010\n\n\n'],
    ['-K -r -V somebody -i origin as65011', 'route: 203.0.113.0/25\norigin: AS65011\n\n\n'],
    ['-i mnt-by MAINT-AS65011', `${middle}\n\n\n`],
    [
      '-i descr Contoso',
      '%% ERROR: Inverse attribute search not supported for descr,only supported for attributes: mnt-by, origin\n\n\n',
    ],
    ['-T route6 -x 203.0.113.0/24', notFound],
    ['-T route -x 203.0.113.0/24', `${outer}\n\n\n`],
    ['-x 198.18.0.0/15', notFound],
    ['-x 203.0.113.7/24', '%% ERROR: Invalid input for route search: 203.0.113.7/24\n\n\n'],
    ['-x', '%% ERROR: Missing argument for flag/search: x\n\n\n'],
    ['-y 203.0.113.0/24', '%% ERROR: Unrecognised flag/search: y\n\n\n'],
    [
      'AS-CONTOSO:AS-AMERICAS',
      'as-set:         AS-CONTOSO:AS-AMERICAS\nmembers:        AS64507, AS64508, AS-CONTOSO\nsource:         RADB\n\n\n',
    ],
    ['AS65010', notFound],
    ['-k', notFound],
  ])('%s', async (query, answer) => expect(await world.irrd(query)).toBe(answer));
});

describe('a connection', () => {
  it('is closed behind the first answer', async () =>
    expect(await world.irrd('!gAS65010', '!gAS65011')).toBe('A30\n203.0.113.0/24 203.0.113.0/26\nC\n'));

  it('stays open after !!, which is not answered, until !q', async () =>
    expect(await world.irrd('!!', '!gAS65011', '!r203.0.113.0/24,o', '!q', '!v')).toBe(
      'A15\n203.0.113.0/25\nC\nA8\nAS65010\nC\n',
    ));

  it('stays open after -k, and answers each query in its own style and in turn', async () =>
    expect(await world.irrd('-k -x 198.18.0.0/15', '!gAS65099', '', '-K -x 203.0.113.0/25', '!Q')).toBe(
      `${notFound}D\nroute: 203.0.113.0/25\norigin: AS65011\n\n\n`,
    ));

  it('keeps the sources that were chosen, in the order of preference', async () => {
    const chosen = await world.irrd('!!', '!saltdb,radb', '!s-lc', '!r203.0.113.0/26,L', '-a', '!s-lc');
    expect(chosen).toContain(`C\n${framed('ALTDB,RADB')}${framed(`${outer}\n\n${middle}`)}`);
    expect(chosen).toContain('RADB,RIPE,ARIN');
    expect(await world.irrd('!!', '!sALTDB', '!sMOON', '!s-lc')).toContain('A6\nALTDB\nC\n');
  });

  it('takes a query that comes in pieces, with carriage returns', async () => {
    const socket = connect({ port: world.irrdPort, host: '127.0.0.1' });
    const said: string[] = [];
    socket.on('data', (data) => said.push(String(data)));
    for (const piece of ['!!\r\n!r203.0.', '113.0/24', ',o\r', '\n!q\n']) {
      await new Promise((resolve) => socket.write(piece, resolve));
    }
    await new Promise((resolve) => socket.once('close', resolve));
    expect(said.join('')).toBe('A8\nAS65010\nC\n');
  });

  it('is not kept for a line without end', async () =>
    expect(await world.irrd('!r'.padEnd(10_000, '1'))).toBe('%% ERROR: Query too long\n\n\n'));

  it('answers two hundred prefixes at once', async () => {
    const queries = Array.from({ length: 200 }, (_, index) => `!r198.51.100.${index}/32,L`);
    const said = await world.irrd('!!', ...queries, '!q');
    expect(said.match(/^(?:C|D)$/gmu)).toHaveLength(200);
  });

  it('is closed when it has been idle for as long as it said', async () => {
    const socket = connect({ port: world.irrdPort, host: '127.0.0.1' });
    socket.write('!!\n!t1\n');
    socket.resume();
    await new Promise((resolve) => socket.once('end', resolve));
    socket.destroy();
  });
});

it('sees at once what is registered and what is struck out', async () => {
  const route = { prefix: '2001:db8:ffff::/48', origin: 'AS65012', source: 'level3' };
  expect(await world.irrd('!6AS65012')).toBe('D\n');
  expect(await world.register('routes', route)).toMatchObject({ status: 200, ok: true });
  expect(await world.irrd('!r2001:db8:ffff::/48')).toContain('route6:         2001:db8:ffff::/48\n');
  await world.register('routes', { ...route, present: false });
  expect(await world.irrd('!6AS65012')).toBe('D\n');
  expect(world.topics).toContainEqual({ topic: 'world' });
});
