import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { differences } from '../support/json-paths.ts';
import { recorded } from '../support/recorded-resource.ts';
import { addressOf, serving, startStandIn } from '../support/stand-in.ts';
import { withStrangers } from '../support/strangers.ts';
import { idOf, type Json, wirePeering } from '../support/wire.ts';

const path = `${idOf('lon-01')}/peerings/MicrosoftPeering`;
const signature = 'bmV3IQ==';

const config = {
  advertisedPublicPrefixes: ['203.0.113.0/24', '192.0.2.0/25'],
  advertisedPublicPrefixesState: 'ValidationNeeded',
  customerASN: 64_500,
  legacyMode: 1,
  routingRegistryName: 'RIPENCC',
  advertisedPublicPrefixInfo: [
    { prefix: '203.0.113.0/24', validationId: 'id-1', signature: '', validationState: 'ValidationNeeded' },
    { prefix: '192.0.2.0/25', validationId: 'id-2', signature: 'b2xk', validationState: 'Configured' },
  ],
};
const ipv6PeeringConfig = {
  primaryPeerAddressPrefix: '2001:db8:f::/126',
  microsoftPeeringConfig: {
    ...config,
    advertisedPublicPrefixes: ['2001:DB8:1::/48', '2001:db8:2::/48'],
    advertisedPublicPrefixInfo: [{ prefix: '2001:DB8:1::/48', validationId: 'id-3', signature: 'b2xk' }],
  },
  routeFilter: { id: '/subscriptions/s/routeFilters/v6' },
};
const peering = (properties: Json = {}): Json => ({
  ...wirePeering('MicrosoftPeering', { microsoftPeeringConfig: config, ipv6PeeringConfig, ...properties }),
  etag: 'W/"7"',
});

type PutSignature = Extract<WriteStep, { readonly kind: 'put-signature' }>;

function step(overrides: Partial<PutSignature> = {}): PutSignature {
  return { kind: 'put-signature', family: 'ipv4', prefix: '203.0.113.0/24', signature, ...overrides };
}

const again = (signed: PutSignature): PutSignature => ({ ...signed, again: true });

/** What is sent when this is there; undefined: nothing is. */
async function sentFor(before: unknown, wanted: WriteStep): Promise<Json | undefined> {
  const standIn = await startStandIn(serving(before === undefined ? {} : { [path]: before }));
  await standIn.writer.send(addressOf(), wanted);
  const put = standIn.questions.find(({ method }) => method === 'PUT');
  return put && JSON.parse(put.body);
}

describe('a signature', () => {
  test('changes that one field, and the etag guards what was read', async () => {
    const before = peering();
    const standIn = await startStandIn(serving({ [path]: before }));
    await standIn.writer.send(addressOf(), step());
    const [, put] = standIn.questions;
    expect(put).toMatchObject({ method: 'PUT', path: path.toLowerCase() });
    expect(put?.headers['if-match']).toBe('W/"7"');
    expect(differences(before, JSON.parse(put?.body ?? ''))).toEqual([
      '/properties/microsoftPeeringConfig/advertisedPublicPrefixInfo/0/signature',
    ]);
  });

  test('stands in the list of its family, whichever way the prefix is written', async () => {
    const before = peering();
    const after = await sentFor(before, step({ family: 'ipv6', prefix: '2001:db8:1::/48' }));
    expect(differences(before, after)).toEqual([
      '/properties/ipv6PeeringConfig/microsoftPeeringConfig/advertisedPublicPrefixInfo/0/signature',
    ]);
  });

  test('makes the entry that Azure has not made yet, with what Azure needs', async () => {
    const after = await sentFor(peering(), step({ family: 'ipv6', prefix: '2001:db8:2::/48' }));
    expect(after).toMatchObject({
      properties: {
        ipv6PeeringConfig: {
          microsoftPeeringConfig: {
            advertisedPublicPrefixInfo: [
              ipv6PeeringConfig.microsoftPeeringConfig.advertisedPublicPrefixInfo[0],
              { prefix: '2001:db8:2::/48', signature },
            ],
          },
        },
      },
    });
    const { advertisedPublicPrefixInfo: _, ...bare } = config;
    const made = await sentFor(peering({ microsoftPeeringConfig: bare }), step());
    expect(made).toMatchObject({
      properties: { microsoftPeeringConfig: { advertisedPublicPrefixInfo: [{ signature }] } },
    });
  });

  test('changes nothing else of what was recorded, whatever else is in it', async () => {
    const documents = [...recorded(/peerings\/MicrosoftPeering$/u), peering()].filter((document) =>
      /"advertisedPublicPrefixes":\["/u.test(
        JSON.stringify(Object(document).properties?.microsoftPeeringConfig),
      ),
    );
    expect(documents.length).toBeGreaterThan(1);
    const standIn = await startStandIn(serving({}));
    await fc.assert(
      fc.asyncProperty(withStrangers(documents), async (before) => {
        const [prefix] = Object(before).properties.microsoftPeeringConfig.advertisedPublicPrefixes;
        standIn.replay(serving({ [path]: before }));
        await standIn.writer.send(addressOf(), step({ prefix }));
        const put = standIn.questions.find(({ method }) => method === 'PUT');
        const base = '/properties/microsoftPeeringConfig/advertisedPublicPrefixInfo';
        for (const difference of differences(before, JSON.parse(put?.body ?? 'null')))
          expect(difference === base || /^\/\d+\/signature$/u.test(difference.slice(base.length))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('that is there already is not sent, unless it is to be checked again', async () => {
    const taken = step({ prefix: '192.0.2.0/25', signature: 'b2xk' });
    expect(await sentFor(peering(), taken)).toBeUndefined();
    expect(await sentFor(peering(), again(taken))).toEqual(peering());
  });

  test.each([
    [
      'a prefix that is not advertised any more',
      peering(),
      step({ prefix: '198.51.100.0/24' }),
      'PrefixNotAdvertised',
    ],
    [
      'a family that is gone',
      peering({ ipv6PeeringConfig: null }),
      step({ family: 'ipv6' }),
      'PrefixNotAdvertised',
    ],
    ['a peering that is gone', undefined, step(), 'NotFound'],
  ])('for %s is refused', async (_what, before, wanted, code) => {
    await expect(sentFor(before, wanted)).rejects.toMatchObject({ failure: { code } });
  });
});

describe('how a signature stands', () => {
  const standOf = async (wanted: WriteStep, resource?: unknown) => {
    const standIn = await startStandIn(serving(resource === undefined ? {} : { [path]: resource }));
    return (await standIn.writer.stand(addressOf(), wanted)).kind;
  };
  const taken = step({ prefix: '192.0.2.0/25', signature: 'b2xk' });

  test('is seen in the peering', async () => {
    expect(await standOf(taken, peering())).toBe('done');
    expect(await standOf(step(), peering())).toBe('undone');
    expect(await standOf(taken, peering({ provisioningState: 'Updating' }))).toBe('under-way');
    expect(await standOf(taken, peering({ provisioningState: 'Failed' }))).toBe('failed');
    expect(await standOf(taken)).toBe('undone');
  });

  test('of one that is to be checked again cannot be seen', async () => {
    expect(await standOf(again(taken), peering())).toBe('unseen');
    expect(await standOf(again(step()), peering())).toBe('undone');
  });
});
