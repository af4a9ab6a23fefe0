import { expect, test } from 'vitest';
import { isPrivateAsn } from '../../../src/domain/peering/asn.ts';

test.each([
  [64_511, false],
  [64_512, true],
  [65_534, true],
  [65_535, false],
  [65_536, false],
  [4_199_999_999, false],
  [4_200_000_000, true],
  [4_294_967_294, true],
  [4_294_967_295, false],
])('AS %i is private: %s', (asn, isPrivate) => expect(isPrivateAsn(asn)).toBe(isPrivate));
