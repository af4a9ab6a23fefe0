import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
});
afterAll(() => world.close());

const prefix = '203.0.113.0/24';

describe('a call that cannot be served says what is wrong', () => {
  it.each<[string, object, string]>([
    [
      'routes',
      { prefix: '203.0.113.7/24', origin: 1, source: 'RADB' },
      "prefix: '203.0.113.7/24' is no prefix",
    ],
    ['routes', { prefix: '203.0.113.7', origin: 1, source: 'RADB' }, "prefix: '203.0.113.7' is no prefix"],
    ['routes', { prefix, origin: 'AS4294967296', source: 'RADB' }, "origin: 'AS4294967296' is no AS number"],
    [
      'routes',
      { prefix, origin: 1, source: 'RIPENCC' },
      "source: there is no routing registry 'RIPENCC': use one of RADB, RIPE",
    ],
    ['routes', { prefix, origin: 1 }, 'source is missing'],
    ['routes', { prefix, origin: 1, source: 'RADB', colour: 'red' }, 'colour'],
    [
      'routes',
      { prefix: '192.0.2.0/24', origin: 1, source: 'RADB', present: false },
      'there is no route object by AS1 in RADB for 192.0.2.0/24: there is 192.0.2.0/26 AS64511 in ARIN',
    ],
    ['vrps', { prefix, asn: -1 }, "asn: '-1' is no AS number"],
    ['vrps', { prefix, asn: 1, maxLength: 23 }, 'maxLength: must be from 24 to 32'],
    [
      'vrps',
      { prefix: '198.51.100.0/26', asn: 1, present: false },
      'there is no such VRP for AS1 and 198.51.100.0/26: there is 198.51.100.0/26-26 AS64496 ripe',
    ],
    ['holders', { prefix }, 'organization is missing'],
    [
      'holders',
      { prefix, organization: 'A', registry: 'RADB' },
      "registry: there is no address registry 'RADB'",
    ],
    [
      'holders',
      { prefix: '10.0.0.0/8', present: false },
      'there is no record 10.0.0.0/8: there is 198.51.100.0/24',
    ],
    ['remarks', { prefix: '10.0.0.0/8', text: 'a' }, 'there is no record that holds 10.0.0.0/8'],
    [
      'remarks',
      { prefix, text: 'a', present: false },
      'text: the record 203.0.113.0 - 203.0.113.255 has no such remark',
    ],
    ['nothing', {}, 'there is no control call POST /control/registry/nothing'],
  ])('%s %o', async (path, body, sentence) => {
    const { status, error } = await world.register(path, body);
    expect(status).toBe(400);
    expect(error).toContain(sentence);
  });
});

it('what is put twice is there once, and what is taken away is gone', async () => {
  const held = () => world.registry.world([]).registry;
  const before = held();
  const calls: readonly [string, object][] = [
    ['routes', { prefix, origin: 64496, source: 'RADB', maintainers: ['A-MNT'] }],
    ['vrps', { prefix, asn: 64496, maxLength: 32, ta: 'apnic' }],
    ['holders', { prefix: '198.18.0.0/15', organization: 'Benchmarks', registry: 'arin' }],
  ];
  for (const [path, body] of [...calls, ...calls])
    expect(await world.register(path, body)).toMatchObject({ ok: true });
  expect(held().routes).toHaveLength(before.routes.length + 1);
  expect(held().routes.at(-1)).toEqual({ prefix, origin: 64496, source: 'RADB', maintainers: ['A-MNT'] });
  expect(held().vrps.at(-1)).toEqual({ prefix, asn: 64496, maxLength: 32, ta: 'apnic' });
  expect(held().holders.at(-1)).toMatchObject({ prefix: '198.18.0.0/15', handle: 'NET-198-18-0-0-1' });
  for (const [path, body] of calls) await world.register(path, { ...body, present: false });
  expect(held()).toEqual(before);
});
