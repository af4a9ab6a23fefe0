import { assert, constantFrom, property, record, subarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/domain/access/grant.ts';
import { isFilterInSight, isInSight } from '../../../src/domain/access/sight.ts';
import { type CircuitFilter, matchesRef } from '../../../src/domain/circuit/filter.ts';
import { aCircuitRef, circuitIdOf, subscription1, subscription2 } from '../../support/a-circuit.ts';
import { aPlace } from '../../support/an-access.ts';

const scopes: readonly Scope[] = [
  { kind: 'everything' },
  { kind: 'subscription', subscriptionId: subscription1 },
  { kind: 'subscription', subscriptionId: subscription2 },
  { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-net' },
  { kind: 'circuit', circuitId: circuitIdOf('lon-01') },
];
const terms: CircuitFilter = [
  { key: 'subscription', value: subscription1 },
  { key: 'subscription', value: subscription2.toUpperCase() },
  { key: 'subscription', value: '1' },
  { key: 'circuit', value: 'rg-net/lon-01' },
  { key: 'location', value: 'London' },
];
const subscriptionTerm = (value: string): CircuitFilter => [{ key: 'subscription', value }];

describe('a filter', () => {
  test('is in the sight of whoever sees everything', () => {
    expect(isFilterInSight([{ kind: 'everything' }], [])).toBe(true);
  });

  test('is in sight when it names a whole subscription that is', () => {
    const seen: readonly Scope[] = [{ kind: 'subscription', subscriptionId: subscription1 }];
    expect(isFilterInSight(seen, subscriptionTerm(subscription1.toUpperCase()))).toBe(true);
    expect(isFilterInSight(seen, subscriptionTerm(subscription1.slice(0, 8)))).toBe(false);
    expect(isFilterInSight(seen, subscriptionTerm(subscription2))).toBe(false);
    expect(isFilterInSight(seen, [])).toBe(false);
  });

  test('that is in sight fits no circuit that is not', () => {
    const anything = record({
      seen: subarray([...scopes]),
      filter: subarray([...terms]),
      name: constantFrom('lon-01', 'lon-02'),
      group: constantFrom('rg-net', 'rg-net-2'),
      subscription: constantFrom(subscription1, subscription2),
    });
    assert(
      property(anything, ({ seen, filter, name, group: resourceGroup, subscription }) => {
        const ref = aCircuitRef({ name, resourceGroup, subscriptionId: subscription });
        const leaks =
          isFilterInSight(seen, filter) &&
          matchesRef(filter, ref) &&
          !isInSight(seen, aPlace(name, resourceGroup, subscription));
        expect(leaks).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
