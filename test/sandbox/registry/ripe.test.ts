import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
  await world.register('remarks', { prefix: '198.51.100.0/26', text: 'first\n\nsecond' });
});
afterAll(() => world.close());

const terms = `% This is the RIPE Database query service.
% The objects are in RPSL format.
%
% The RIPE Database is subject to Terms and Conditions.
% See https://docs.db.ripe.net/terms-conditions.html

`;
const filtered = `% Note: this output has been filtered.
%       To receive output for a database update, use the "-B" flag.

`;
const served = '% This query was served by the RIPE Database Query Service version 1.119 (SANDBOX)\n\n\n';
const route =
  'route:          198.51.100.0/26\norigin:         AS64496\nmnt-by:         CONTOSO-MNT\nsource:         RIPE\n\n';
const related = "% Information related to '198.51.100.0/26AS64496'\n\n";
const notFound = '%ERROR:101: no entries found\n%\n% No entries found in source RIPE.\n\n';

describe('RIPE’s own server', () => {
  it.each([
    ['-T route -x 198.51.100.0/26', `${filtered}${related}${route}`],
    ['-rBG -T route -x 198.51.100.0/26', route],
    ['-x 198.51.100.0/26 -T route -BG', route],
    ['-rBGK -T route -x 198.51.100.0/26', 'route: 198.51.100.0/26\norigin: AS64496\n\n'],
    ['-BG -T route -l 198.51.100.8/30', route],
    ['-BG -T route -L 198.51.100.8/30', route],
    [
      '-BGK -T route -M 198.51.100.0/25',
      'route: 198.51.100.0/26\norigin: AS64496\n\nroute: 198.51.100.64/26\norigin: AS64496\n\n',
    ],
    ['-BGK -T route 198.51.100.8/30', 'route: 198.51.100.0/26\norigin: AS64496\n\n'],
    [
      '-BGK -T route,route6 -i origin as64496',
      'route: 198.51.100.0/26\norigin: AS64496\n\nroute: 198.51.100.64/26\norigin: AS64496\n\nroute6: 2001:db8:100::/40\norigin: AS64496\n\n',
    ],
    ['-T route -x 192.0.2.128/26', notFound],
    ['-x 198.51.100.8/30', notFound],
    ['somebody', notFound],
    ['!gAS64496', notFound],
    [
      '-s RADB -x 198.51.100.0/26',
      '%ERROR:102: unknown source\n%\n% "RADB" is not a known source.\n% Use "-q sources" to list known sources.\n\n',
    ],
    [
      '-i descr Contoso',
      '%ERROR:105: attribute is not searchable\n%\n% "descr" is not an inverse searchable attribute.\n\n',
    ],
    ['-B', '%ERROR:106: no search key specified\n%\n% No search key specified\n\n'],
    [
      '-y 198.51.100.0/26',
      '%ERROR:111: invalid option supplied\n%\n% Use help query to see the valid options.\n\n',
    ],
    [
      '-xL 198.51.100.0/26',
      '%ERROR:901: duplicate IP flags passed\n%\n% More than one IP flag (-l, -L, -m, -M or -x) passed to the server.\n\n',
    ],
    [
      '-x'.padEnd(5_000, '1'),
      '%ERROR:107: input line too long\n%\n% Input exceeds the maximum line length.\n\n',
    ],
  ])('%.40s', async (query, answer) => expect(await world.ripe(query)).toBe(`${terms}${answer}${served}`));

  it('tells who holds addresses, with the record’s remarks line by line, then who announces them', async () => {
    const said = await world.ripe('-BG 198.51.100.0/26');
    expect(said).toContain(
      'inetnum:        198.51.100.0 - 198.51.100.255\nnetname:        CONTOSO-EU\ndescr:          Contoso Ltd\n' +
        'country:        GB\nstatus:         ALLOCATED PA\nremarks:        first\nremarks:\nremarks:        second\n' +
        `source:         RIPE\n\n${route}`,
    );
  });

  it('says its terms again behind each answer of a connection that is kept open, and goes at the second -k', async () =>
    expect(await world.ripe('-k', '-BG -T route -x 198.51.100.0/26', 'nobody', '-k', 'unheard')).toBe(
      `${terms}${served}${terms}${route}${served}${terms}${notFound}${served}${terms}`,
    ));

  it('goes only when an answer of several megabytes has arrived whole', async () => {
    const line = 'x'.repeat(1_000);
    const holder = world.registry.records.holders().find(({ registry }) => registry === 'RIPE');
    if (!holder) throw new Error('RIPE holds nothing');
    world.registry.records.putHolder({ ...holder, remarks: Array.from({ length: 8_000 }, () => line) });
    const said = await world.ripe('-BG -T inetnum 198.51.100.0/24');
    world.registry.records.putHolder(holder);
    expect(said.length).toBeGreaterThan(8_000_000);
    expect(said.endsWith(served)).toBe(true);
  });

  it('goes behind the first answer of a connection that is not', async () =>
    expect(await world.ripe('nobody', 'unheard')).toBe(`${terms}${notFound}${served}`));
});
