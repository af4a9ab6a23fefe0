import { assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/domain/access/grant.ts';
import { covers } from '../../../src/domain/access/scope.ts';
import { circuitIdOf, subscription1, subscription2 } from '../../support/a-circuit.ts';
import { aPlace } from '../../support/an-access.ts';

const onCircuit: Scope = { kind: 'circuit', circuitId: circuitIdOf('lon-01') };
const onGroup: Scope = {
  kind: 'resource-group',
  subscriptionId: subscription1,
  resourceGroup: 'rg-net',
};
const onSubscription: Scope = { kind: 'subscription', subscriptionId: subscription1 };

describe('a scope', () => {
  test.each([
    ['everything covers any circuit', { kind: 'everything' }, aPlace('x', 'y', subscription2), true],
    ['a subscription covers its circuits', onSubscription, aPlace('any', 'rg-any'), true],
    ['a subscription covers no other’s', onSubscription, aPlace('lon-01', 'rg-net', subscription2), false],
    ['a resource group covers its circuits', onGroup, aPlace('any'), true],
    ['Azure’s casing of a resource group does not matter', onGroup, aPlace('any', 'RG-Net'), true],
    ['a resource group whose name only begins so is another', onGroup, aPlace('any', 'rg-net-2'), false],
    [
      'a resource group of that name elsewhere is another',
      onGroup,
      aPlace('a', 'rg-net', subscription2),
      false,
    ],
    ['a circuit covers itself', onCircuit, aPlace(), true],
    ['Azure’s casing of a circuit does not matter', onCircuit, aPlace('LON-01', 'RG-NET'), true],
    ['a circuit covers no other', onCircuit, aPlace('lon-02'), false],
    ['a circuit whose name only begins so is another', onCircuit, aPlace('lon-01-b'), false],
  ] satisfies [string, Scope, ReturnType<typeof aPlace>, boolean][])('%s', (_, scope, place, is) => {
    expect(covers(scope, place)).toBe(is);
  });

  test('says something wherever no circuit is meant', () => {
    for (const scope of [onCircuit, onGroup, onSubscription]) expect(covers(scope, undefined)).toBe(true);
  });

  test('that is wider covers all that a narrower one covers', () => {
    const places = record({
      name: constantFrom('lon-01', 'lon-02', 'LON-01'),
      group: constantFrom('rg-net', 'rg-net-2', 'RG-NET'),
      subscription: constantFrom(subscription1, subscription2),
    });
    const widening: readonly Scope[] = [onCircuit, onGroup, onSubscription, { kind: 'everything' }];
    assert(
      property(places, ({ name, group, subscription }) => {
        const covered = widening.map((scope) => covers(scope, aPlace(name, group, subscription)));
        expect(covered).toEqual([...covered].sort());
      }),
    );
  });
});
