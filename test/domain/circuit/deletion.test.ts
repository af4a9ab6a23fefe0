import { expect, test } from 'vitest';
import { blockersOf } from '../../../src/domain/circuit/deletion.ts';
import { linkCountOf } from '../../../src/domain/circuit/links.ts';
import { aMicrosoftPeering, aPeering, subscription2 } from '../../support/a-circuit.ts';
import { aCircuitSight, aConnection } from '../../support/plan-inputs.ts';

const hidden = `/subscriptions/${subscription2}/resourceGroups/rg-x/providers/Microsoft.Network/connections/conn-x`;

const microsoft = aMicrosoftPeering();
const filtered = {
  ...microsoft,
  ipv4: { ...microsoft.ipv4, routeFilter: 'rf-1' },
  ipv6: { routeFilter: 'rf-1' },
};

test('nothing is in the way of a circuit on which nothing hangs, peerings notwithstanding', () => {
  expect(blockersOf(aCircuitSight({ peerings: [aPeering(), aMicrosoftPeering()] }), [])).toEqual([]);
});

test('everything that is in the way is told at once, links first', () => {
  const sight = aCircuitSight(
    {
      peerings: [aPeering(), filtered],
      authorizations: [
        { name: 'for-x', inUse: true },
        { name: 'spare', inUse: false },
      ],
    },
    {
      globalReach: [{ name: 'gr-1', peering: 'AzurePrivatePeering', status: 'Connected' }],
      redeemedBy: { 'for-x': hidden },
    },
  );
  const connection = aConnection();
  expect(blockersOf(sight, [connection])).toEqual([
    { kind: 'link', id: connection.id, name: 'conn-hub', isSeen: true },
    { kind: 'link', id: hidden, name: 'conn-x', isSeen: false },
    { kind: 'authorization', name: 'for-x' },
    { kind: 'authorization', name: 'spare' },
    { kind: 'global-reach', name: 'gr-1', peering: 'AzurePrivatePeering' },
    { kind: 'route-filter', name: 'rf-1', peering: 'MicrosoftPeering' },
  ]);
  expect(linkCountOf(sight, [connection])).toBe(3);
});

test('a connection that redeemed an authorization and is seen is one link, in whatever casing Azure tells it', () => {
  const connection = aConnection({ name: 'conn-x', subscriptionId: subscription2, resourceGroup: 'rg-x' });
  const sight = aCircuitSight(
    { authorizations: [{ name: 'for-x', inUse: true }] },
    { redeemedBy: { 'for-x': hidden.toUpperCase() } },
  );
  expect(linkCountOf(sight, [connection])).toBe(1);
  expect(blockersOf(sight, [connection]).filter(({ kind }) => kind === 'link')).toHaveLength(1);
});
