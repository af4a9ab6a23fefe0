import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { differences } from '../support/json-paths.ts';
import { recorded } from '../support/recorded-resource.ts';
import { addressOf, serving, startStandIn } from '../support/stand-in.ts';
import { withStrangers } from '../support/strangers.ts';
import { idOf, type Json, wireCircuit, wirePeering } from '../support/wire.ts';

const bandwidth = '/properties/serviceProviderProperties/bandwidthInMbps';
const directBandwidth = '/properties/bandwidthInGbps';

const authorization = {
  name: 'for-team-b',
  properties: { authorizationKey: 'e9ca94df-b2b1-4ae6-8a9b-7403ffec1f87', authorizationUseStatus: 'InUse' },
};

const signature = { prefix: '203.0.113.0/24', signature: 'c2lnbmVk', validationState: 'Configured' };

const full = wireCircuit('lon-01', {
  authorizations: [authorization],
  peerings: [
    wirePeering('AzurePrivatePeering', {
      connections: [{ name: 'global-reach', properties: { authorizationKey: 'a-key' } }],
    }),
    wirePeering('MicrosoftPeering', {
      microsoftPeeringConfig: {
        advertisedPublicPrefixes: ['203.0.113.0/24'],
        advertisedPublicPrefixInfo: [signature],
      },
      routeFilter: { id: '/subscriptions/s/routeFilters/rf' },
    }),
  ],
  allowGlobalReach: true,
  resourceGuid: 'f40e8bf3-6e9b-4f66-acc9-6e8a4dec9e71',
});

const bought = [...recorded(/expressRouteCircuits\/circuit1$/u), full];

const direct = wireCircuit('lon-01', {
  serviceProviderProperties: null,
  expressRoutePort: {
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRoutePorts/p',
  },
  bandwidthInGbps: 10,
  authorizationKey: 'b0be57f5-1fba-463b-adec-ffe767354cdd',
});

const change = fc.record(
  {
    bandwidthMbps: fc.constantFrom(50, 200, 1_000, 10_000),
    tier: fc.constantFrom('Standard', 'Premium', 'Local'),
    family: fc.constantFrom('MeteredData', 'UnlimitedData'),
  },
  { requiredKeys: [] },
);
type Change = { bandwidthMbps?: number; tier?: string; family?: string };

/** What must be different afterwards, by path, and nothing else. The documents name tier and family beside the sku's name. */
function askedOf(document: Json, { bandwidthMbps, tier, family }: Change, isDirect: boolean) {
  const sku = skuOf(document);
  return Object.entries({
    ...(bandwidthMbps &&
      (isDirect ? { [directBandwidth]: bandwidthMbps / 1_000 } : { [bandwidth]: bandwidthMbps })),
    ...(tier && { '/sku/tier': tier }),
    ...(family && { '/sku/family': family }),
    ...((tier || family) && { '/sku/name': `${tier ?? sku.tier}_${family ?? sku.family}` }),
  }).filter(([path, value]) => at(document, path) !== value);
}

function skuOf(document: Json) {
  return { tier: String(at(document, '/sku/tier')), family: String(at(document, '/sku/family')) };
}

function at(document: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (Object(value) === value ? Object(value)[key] : undefined), document);
}

test.each([
  ['bought from a provider', bought, false],
  ['on a port of one’s own', [direct], true],
] as const)(
  'whatever a circuit %s holds, only what was asked is different in the PUT',
  async (_, documents, isDirect) => {
    const standIn = await startStandIn(serving({}));
    await fc.assert(
      fc.asyncProperty(withStrangers(documents), change, async (document, asked) => {
        standIn.replay(serving({ [idOf('lon-01')]: document }));
        const step: WriteStep = { kind: 'change-circuit', ...asked };
        const sent = await standIn.writer.send(addressOf(), step);
        const expected = askedOf(document, asked, isDirect);
        const [read, put, ...more] = standIn.questions;
        expect(read?.method).toBe('GET');
        expect(more).toEqual([]);
        if (expected.length === 0) {
          expect(put).toBeUndefined();
          expect(sent).toEqual({ kind: 'done' });
          return;
        }
        expect(put?.headers['if-match']).toBe(document.etag);
        const body: unknown = JSON.parse(put?.body ?? '');
        expect(differences(document, body).toSorted()).toEqual(expected.map(([path]) => path).sort());
        for (const [path, value] of expected) expect(at(body, path)).toBe(value);
      }),
      { numRuns: 200 },
    );
  },
);
