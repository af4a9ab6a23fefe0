import { expect, test } from 'vitest';
import { parseCircuitAddress } from '../../../src/domain/circuit/circuit-id.ts';

const id =
  '/subscriptions/ABCD/resourceGroups/RG-Net/providers/Microsoft.Network/expressRouteCircuits/Lon-01';

test('keeps the names as they are written, and the key in lower case', () => {
  expect(parseCircuitAddress(id)).toEqual({
    ok: true,
    value: { id: id.toLowerCase(), subscriptionId: 'abcd', resourceGroup: 'RG-Net', name: 'Lon-01' },
  });
});

test('ids in any casing are the same circuit', () => {
  const other = parseCircuitAddress(id.replace('resourceGroups', 'resourcegroups').toUpperCase());
  expect(other).toMatchObject({ ok: true, value: { id: id.toLowerCase() } });
});

test.each([
  '',
  'lon-01',
  `${id}/peerings/AzurePrivatePeering`,
  `${id}/`,
  id.replace('expressRouteCircuits', 'expressRoutePorts'),
  '/subscriptions//resourceGroups//providers/Microsoft.Network/expressRouteCircuits/',
])('refuses %j', (text) => {
  expect(parseCircuitAddress(text)).toMatchObject({ ok: false });
});
