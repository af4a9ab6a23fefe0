import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCircuits } from '../../src/azure/list-circuits.ts';
import type { Listing } from '../../src/domain/circuit/survey.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import {
  armSaying,
  idOf,
  type Json,
  type LastPages,
  listingOf,
  subscriptionId,
  wireCircuit,
  wirePeering,
} from './support/wire.ts';

const fields = [
  'id',
  'tags',
  'sku',
  'properties',
  'provisioningState',
  'circuitProvisioningState',
  'serviceProviderProvisioningState',
  'serviceProviderProperties',
  'bandwidthInMbps',
  'bandwidthInGbps',
  'expressRoutePort',
  'peerings',
  'name',
  'vlanId',
  'microsoftPeeringConfig',
  'advertisedPublicPrefixes',
  'advertisedPublicPrefixInfo',
  'prefix',
  'ipv6PeeringConfig',
  'authorizations',
  '__proto__',
  'toString',
  'valueOf',
];
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...fields) },
  { weight: 1, arbitrary: fc.string() },
);

/** Any JSON, often with Azure's own names in it at places where they do not belong. */
const { value: anyJson } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(idOf('odd-01'), 'Succeeded', '', 0, -1, 1e300, null, {}, []),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** A good circuit with some of it, anywhere inside, replaced by anything. */
const oddCircuit = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...fields), anyJson), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([replaced, inside]) => {
    const odd: Json = Object.fromEntries(replaced);
    const peerings = [wirePeering('AzurePrivatePeering', inside ? odd : {})];
    return inside ? wireCircuit('odd-01', { peerings }) : wireCircuit('odd-01', { peerings, ...odd });
  });

function namesIn({ circuits }: Listing): readonly string[] {
  return circuits.map(({ name }) => name);
}

describe('whatever Azure sends', () => {
  test('is read, or thrown as Azure’s fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          anyJson.map((value) => JSON.stringify(value)),
        ),
        async (text) => {
          const reading = listCircuits(armSaying(text), subscriptionId, new Map());
          const problem = await reading.then(
            () => undefined,
            (error: unknown) => error,
          );
          if (problem !== undefined) expect(problem).toBeInstanceOf(AzureFault);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('in one circuit, the others are read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyJson, oddCircuit), async (odd) => {
        const listing = await listingOf([wireCircuit('lon-01'), odd, wireCircuit('ams-01')]);
        expect(namesIn(listing)).toEqual(expect.arrayContaining(['lon-01', 'ams-01']));
        expect(listing.circuits.length + listing.unreadable.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test('a circuit that has its id is read or known to be there', async () => {
    await fc.assert(
      fc.asyncProperty(oddCircuit, async (odd) => {
        fc.pre(odd.id === idOf('odd-01'));
        const { circuits, unreadable } = await listingOf([odd]);
        expect([...circuits.map(({ id }) => id), ...unreadable]).toEqual([idOf('odd-01').toLowerCase()]);
      }),
    );
  });
});

describe('a page that is compared with the last one', () => {
  const page = fc
    .array(
      fc.oneof(
        oddCircuit,
        fc.constantFrom('lon-01', 'ams-01', '{"', 'a]}', 'zürich-😀', '\\').map((name) => wireCircuit(name)),
      ),
      {
        maxLength: 4,
      },
    )
    .chain((value) =>
      fc.constantFrom<[string | number | undefined]>([undefined], [1], ['\t']).map(([space]) => {
        return JSON.stringify({ value, nextLink: '' }, undefined, space);
      }),
    );

  test('is read as if there had been none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
        const lastPages: LastPages = new Map();
        for (const text of pages) {
          const reading = listCircuits(armSaying(text), subscriptionId, lastPages);
          expect(await reading).toEqual(await listCircuits(armSaying(text), subscriptionId, new Map()));
        }
      }),
    );
  });

  test('and is no JSON any more is Azure’s fault', async () => {
    const damaged = page.chain((text) =>
      fc
        .tuple(fc.nat(text.length - 1), fc.constantFrom('', '"', '}', '{', ']', ',', 'x'))
        .map(([at, put]) => ({
          text,
          damaged: text.slice(0, at) + put + text.slice(at + 1),
        })),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async ({ text, damaged: other }) => {
        fc.pre(!isJson(other));
        const lastPages: LastPages = new Map();
        await listCircuits(armSaying(text), subscriptionId, lastPages);
        await expect(listCircuits(armSaying(other), subscriptionId, lastPages)).rejects.toMatchObject({
          kind: 'unreadable',
        });
      }),
      { numRuns: 300 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('one odd part', () => {
  test.each<[string, unknown]>([
    ['a peering without a name', [wirePeering('AzurePrivatePeering'), { properties: {} }]],
    ['a peering without properties', [{ name: 'MicrosoftPeering' }]],
    ['peerings that are no list', 'none'],
  ])('%s makes the circuit unreadable, so that no peering seems removed', async (_, peerings) => {
    const { circuits, unreadable } = await listingOf([wireCircuit('lon-01', { peerings })]);
    expect({ circuits, unreadable }).toEqual({ circuits: [], unreadable: [idOf('lon-01').toLowerCase()] });
  });

  test.each<[string, Json]>([
    [
      'a bandwidth that is no number',
      { serviceProviderProperties: { serviceProviderName: 'Equinix', bandwidthInMbps: {} } },
    ],
    ['authorizations that are no list', { authorizations: 3 }],
    [
      'states that are no text',
      { provisioningState: 7, circuitProvisioningState: [], serviceProviderProvisioningState: {} },
    ],
  ])('%s is as good as absent', async (_, properties) => {
    expect((await listingOf([wireCircuit('lon-01', properties)])).circuits).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['something that is no circuit', { id: '/subscriptions/x' }],
    ['nothing', null],
    ['a word', 'circuit'],
  ])('%s is passed over', async (_, item) => {
    expect(await listingOf([item])).toEqual({ circuits: [], unreadable: [] });
  });

  test('numbers written as text are read', async () => {
    const { circuits } = await listingOf([
      wireCircuit('lon-01', {
        peerings: [wirePeering('AzurePrivatePeering', { vlanId: '200', peerASN: '65011' })],
      }),
    ]);
    expect(circuits[0]?.peerings[0]).toMatchObject({ vlanId: 200, peerAsn: 65_011 });
  });
});
