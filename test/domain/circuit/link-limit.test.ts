import { expect, test } from 'vitest';
import { linkLimitOf } from '../../../src/domain/circuit/link-limit.ts';
import { aDirectService, aService } from '../../support/a-circuit.ts';

const sku = (tier: string) => ({ tier, family: 'MeteredData' });

test.each([
  ['Standard', 50, 10],
  ['Standard', 10_000, 10],
  ['Local', 1_000, 10],
  ['Premium', 50, 20],
  ['Premium', 100, 25],
  ['Premium', 200, 25],
  ['Premium', 300, 25],
  ['Premium', 500, 40],
  ['Premium', 1_000, 50],
  ['Premium', 2_000, 60],
  ['Premium', 5_000, 75],
  ['Premium', 10_000, 100],
  ['Premium', 100_000, 100],
  ['premium', 1_000, 50],
  ['Premium', 0, undefined],
  ['MultiCloud', 1_000, undefined],
  ['', 1_000, undefined],
])('a %s circuit of %i Mbps takes %s links', (tier, bandwidthMbps, limit) => {
  expect(linkLimitOf({ sku: sku(tier), service: aService({ bandwidthMbps }) })).toBe(limit);
  expect(linkLimitOf({ sku: sku(tier), service: aDirectService({ bandwidthMbps }) })).toBe(limit);
});
