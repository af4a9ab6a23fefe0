import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { circuitOf, type Json, listingOf, wireCircuit } from './support/wire.ts';

const Example = z.object({
  responses: z.object({ 200: z.object({ body: z.record(z.string(), z.unknown()) }) }),
});

function example(name: string): Json {
  const path = new URL(`../fixtures/azure/examples/${name}.json`, import.meta.url);
  return Example.parse(JSON.parse(readFileSync(path, 'utf8'))).responses[200].body;
}

describe('the official examples', () => {
  test('a list of a subscription', async () => {
    const items = z.array(z.unknown()).parse(example('ExpressRouteCircuitListBySubscription').value);
    const { circuits, unreadable } = await listingOf(items);
    expect(unreadable).toEqual([]);
    expect(circuits).toEqual([
      {
        id: '/subscriptions/subid/resourcegroups/rg1/providers/microsoft.network/expressroutecircuits/circuitname1',
        name: 'circuitName1',
        resourceGroup: 'rg1',
        subscriptionId: 'subid',
        region: 'westus',
        tags: {},
        sku: { tier: 'Standard', family: 'MeteredData' },
        service: {
          kind: 'provider',
          provider: 'providerName',
          peeringLocation: 'peeringLocation',
          bandwidthMbps: 200,
          providerState: 'Provisioned',
        },
        provisioningState: 'Succeeded',
        status: 'Enabled',
        peerings: [],
        authorizations: [{ name: 'MyAuthorization1', inUse: false }],
      },
      expect.objectContaining({
        name: 'circuitName2',
        service: expect.objectContaining({ providerState: 'NotProvisioned' }),
      }),
    ]);
  });

  test('a Microsoft peering of both address families', async () => {
    const { peerings } = await circuitOf(
      wireCircuit('lon-01', { peerings: [example('ExpressRouteCircuitPeeringGet')] }),
    );
    const rest = { state: 'ValidationNeeded', customerAsn: 23, routingRegistry: 'ARIN' };
    expect(peerings).toEqual([
      {
        name: 'MicrosoftPeering',
        type: 'MicrosoftPeering',
        state: 'Enabled',
        provisioningState: 'Succeeded',
        vlanId: 300,
        peerAsn: 100,
        azureAsn: 12_076,
        lastModifiedBy: 'Customer',
        ipv4: {
          primarySubnet: '123.0.0.0/30',
          secondarySubnet: '123.0.0.4/30',
          routeFilter: 'filterName',
          publicPrefixes: { ...rest, advertised: ['123.1.0.0/24'], each: [{ prefix: '123.1.0.0/24' }] },
        },
        ipv6: {
          primarySubnet: '3FFE:FFFF:0:CD30::/126',
          secondarySubnet: '3FFE:FFFF:0:CD30::4/126',
          publicPrefixes: {
            ...rest,
            advertised: ['3FFE:FFFF:0:CD31::/120'],
            each: [{ prefix: '3FFE:FFFF:0:CD31::/120' }],
          },
        },
      },
    ]);
  });
});

describe('who carries the circuit', () => {
  const portId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRoutePorts/Port-AMS';
  const direct = { serviceProviderProperties: undefined, serviceProviderProvisioningState: undefined };

  test.each(['expressRoutePort', 'expressRouteLag'])('a port of one’s own: %s', async (field) => {
    const { service } = await circuitOf(
      wireCircuit('ams-01', { ...direct, [field]: { id: portId }, bandwidthInGbps: 2.5 }),
    );
    expect(service).toEqual({ kind: 'direct', port: 'Port-AMS', bandwidthMbps: 2_500 });
  });

  test('a provider, when one is named beside a port', async () => {
    const { service } = await circuitOf(wireCircuit('lon-01', { expressRoutePort: { id: portId } }));
    expect(service.kind).toBe('provider');
  });
});

describe('values that are not known', () => {
  test('stay as they came', async () => {
    const circuit = await circuitOf(
      wireCircuit('lon-01', {
        provisioningState: 'Migrating',
        circuitProvisioningState: 'Frozen',
        serviceProviderProvisioningState: 'OnHold',
      }),
    );
    expect(circuit).toMatchObject({
      provisioningState: { unrecognised: 'Migrating' },
      status: { unrecognised: 'Frozen' },
      service: { providerState: { unrecognised: 'OnHold' } },
    });
  });

  test('are read in any casing when they are known', async () => {
    const circuit = await circuitOf(
      wireCircuit('lon-01', {
        provisioningState: 'SUCCEEDED',
        circuitProvisioningState: 'enabled',
        serviceProviderProvisioningState: 'Deprovisioned',
      }),
    );
    expect(circuit).toMatchObject({
      provisioningState: 'Succeeded',
      status: 'Enabled',
      service: { providerState: 'DeProvisioned' },
    });
  });
});

test.each<[string, Json | undefined, Json]>([
  [
    'tier and family',
    { tier: 'Premium', family: 'UnlimitedData' },
    { tier: 'Premium', family: 'UnlimitedData' },
  ],
  [
    'the name, where there is no more',
    { name: 'Local_MeteredData' },
    { tier: 'Local', family: 'MeteredData' },
  ],
  ['nothing', undefined, { tier: '', family: '' }],
])('the SKU is read from %s', async (_, sku, expected) => {
  expect((await circuitOf(wireCircuit('lon-01', {}, { sku }))).sku).toEqual(expected);
});
