import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffCircuit } from '../../src/domain/circuit/diff.ts';
import { circuitOf, type Json, wireCircuit, wirePeering } from './support/wire.ts';

const list = {
  advertisedPublicPrefixes: ['203.0.113.0/25', '203.0.113.128/25'],
  advertisedPublicPrefixesState: 'Configured',
  advertisedPublicPrefixInfo: [
    { prefix: '203.0.113.0/25', validationState: 'Configured' },
    { prefix: '203.0.113.128/25', validationState: 'Configured' },
  ],
  customerASN: 0,
  legacyMode: 0,
  routingRegistryName: 'RIPENCC',
};
const microsoft = (properties: Json = {}) =>
  wirePeering('MicrosoftPeering', { microsoftPeeringConfig: list, ...properties });
const whole = (properties: Json = {}, outside: Json = {}) =>
  wireCircuit(
    'lon-01',
    { peerings: [wirePeering('AzurePrivatePeering'), microsoft()], ...properties },
    outside,
  );

/** These are the same circuit to the last fact, so that there is nothing to tell and nothing to write. */
async function expectSame(one: Json, other: Json): Promise<void> {
  const [a, b] = [await circuitOf(one), await circuitOf(other)];
  expect(diffCircuit(a, b)).toEqual([]);
  expect(b).toEqual(a);
}

describe('order is noise', () => {
  test('of peerings', () =>
    expectSame(whole(), whole({ peerings: [microsoft(), wirePeering('AzurePrivatePeering')] })));

  test('of tags', async () => {
    const mixed = whole({}, { tags: { site: 'lon', env: 'prod' } });
    await expectSame(whole(), mixed);
    expect(Object.keys((await circuitOf(mixed)).tags)).toEqual(['env', 'site']);
  });

  test('of authorizations', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    return expectSame(whole({ authorizations: [a, b] }), whole({ authorizations: [b, a] }));
  });

  test('of advertised prefixes and of what is said of them', () => {
    const mixed = {
      ...list,
      advertisedPublicPrefixes: list.advertisedPublicPrefixes.toReversed(),
      advertisedPublicPrefixInfo: list.advertisedPublicPrefixInfo.toReversed(),
    };
    return expectSame(
      whole({ peerings: [microsoft()] }),
      whole({ peerings: [microsoft({ microsoftPeeringConfig: mixed })] }),
    );
  });

  test('of the properties of every object', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        await expectSame(
          whole(),
          reordered(whole(), () => numbers.next().value),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('missing, null and empty are the same', () => {
  const absent = [undefined, null, ''];
  const fields = ['lastModifiedBy', 'primaryPeerAddressPrefix', 'primaryAzurePort', 'gatewayManagerEtag'];
  const numbers = ['vlanId', 'peerASN', 'azureASN'];
  const objects = ['microsoftPeeringConfig', 'ipv6PeeringConfig', 'routeFilter'];

  test.each([...fields, ...numbers])('%s of a peering', async (field) => {
    const [missing, ...others] = absent.map((value) =>
      whole({ peerings: [wirePeering('AzurePrivatePeering', { [field]: value })] }),
    );
    for (const other of others) await expectSame(missing ?? {}, other);
  });

  test.each(objects)('%s of a peering', (field) =>
    expectSame(
      whole({ peerings: [wirePeering('AzurePrivatePeering')] }),
      whole({ peerings: [wirePeering('AzurePrivatePeering', { [field]: null })] }),
    ),
  );

  test('the lists of a circuit', async () => {
    const bare = wireCircuit('lon-01');
    await expectSame(bare, wireCircuit('lon-01', { peerings: null, authorizations: null }));
    await expectSame(bare, wireCircuit('lon-01', { peerings: undefined, authorizations: undefined }));
  });

  test('tags', () => expectSame(whole({}, { tags: {} }), whole({}, { tags: null })));

  test('azureASN 0 and none', () =>
    expectSame(
      whole({ peerings: [wirePeering('AzurePrivatePeering', { azureASN: 0 })] }),
      whole({ peerings: [wirePeering('AzurePrivatePeering', { azureASN: undefined })] }),
    ));

  test('what is said of no prefix', async () => {
    const said = (advertisedPublicPrefixInfo: unknown) =>
      whole({ peerings: [microsoft({ microsoftPeeringConfig: { ...list, advertisedPublicPrefixInfo } })] });
    const bare = list.advertisedPublicPrefixes.map((prefix) => ({ prefix }));
    for (const info of [null, [], bare, bare.map((entry) => ({ ...entry, validationState: '' }))]) {
      await expectSame(said(undefined), said(info));
    }
  });

  test('an IPv6 part without subnets and none', () =>
    expectSame(
      whole(),
      whole({
        peerings: [
          wirePeering('AzurePrivatePeering', { ipv6PeeringConfig: { state: 'Enabled' } }),
          microsoft({
            ipv6PeeringConfig: {
              microsoftPeeringConfig: {
                advertisedPublicPrefixes: [],
                advertisedPublicPrefixesState: 'NotConfigured',
              },
            },
          }),
        ],
      }),
    ));
});

describe('casing is noise', () => {
  test('of the id, which is the key', async () => {
    const { id, subscriptionId } = await circuitOf(whole());
    const shouted = whole();
    const other = await circuitOf({ ...shouted, id: String(shouted.id).toUpperCase() });
    expect(other).toMatchObject({ id, subscriptionId });
  });

  test('of states and types', () =>
    expectSame(
      whole(),
      whole({
        provisioningState: 'succeeded',
        circuitProvisioningState: 'ENABLED',
        peerings: [
          wirePeering('AzurePrivatePeering', { peeringType: 'azureprivatepeering', state: 'enabled' }),
          microsoft({ provisioningState: 'SUCCEEDED' }),
        ],
      }),
    ));
});

test('what no one is told of is not remembered: etags, keys, ports, statistics', () =>
  expectSame(
    whole(),
    whole(
      {
        serviceKey: '00000000-0000-0000-0000-000000000000',
        gatewayManagerEtag: '12',
        stag: 7,
        resourceGuid: 'x',
      },
      { etag: 'W/"other"' },
    ),
  ));

/** The same JSON with its properties in another order. */
function reordered(value: Json, next: () => number): Json {
  const entries = Object.entries(value).map(([key, inner]) => [key, walk(inner, next), next()] as const);
  return Object.fromEntries(entries.sort((a, b) => a[2] - b[2]).map(([key, inner]) => [key, inner]));
}

function walk(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => walk(item, next));
  return typeof value === 'object' && value !== null ? reordered({ ...value }, next) : value;
}
