import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandwidthText, parseBandwidth } from '../../../src/domain/operation/bandwidth.ts';

describe('a bandwidth is read', () => {
  test.each([
    ['500', 500],
    ['500Mbps', 500],
    ['500 mbps', 500],
    ['500m', 500],
    ['1Gbps', 1_000],
    ['2 Gbps', 2_000],
    ['2.5G', 2_500],
    ['10GB', 10_000],
    ['100 Gbit/s', 100_000],
    [' 50 ', 50],
  ])('%j as %i Mbps', (text, mbps) => {
    expect(parseBandwidth(text)).toBe(mbps);
  });

  test.each(['', '0', '-5', 'fast', '1e3', '1.0005G', '0.5', '12345678', '1 Tbps', '1Gbps2', '٣', '1,000'])(
    'not from %j',
    (text) => {
      expect(parseBandwidth(text)).toBeUndefined();
    },
  );

  test('as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(parseBandwidth(bandwidthText(n))).toBe(n);
        expect(parseBandwidth(bandwidthText(n * 1_000))).toBe(n * 1_000);
      }),
    );
  });
});
