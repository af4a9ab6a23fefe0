import fc from 'fast-check';
import RpkiValidator from 'rpki-validator';
import { describe, expect, test } from 'vitest';
import type { Vrp } from '../../../src/domain/validation/evidence.ts';
import { validateOrigin } from '../../../src/domain/validation/origin-validation.ts';
import { anyRoute, anyVrps, type Route } from './support/any-vrps.ts';

const vrp = (prefix: string, maxLength: number, asn: number): Vrp => ({ prefix, maxLength, asn });
const standing = ({ prefix, asn }: Route, vrps: readonly Vrp[]) => {
  const found = validateOrigin(prefix, asn, vrps);
  return found.state === 'invalid' ? `${found.state} ${found.why}` : found.state;
};

describe('somebody else’s validator, which walks a trie of bits,', () => {
  const validator = new RpkiValidator({ connector: 'external' });

  /** Their words for what they found. */
  const theirs = ({ prefix, asn }: Route) => {
    const { valid, reason } = validator.validateFromCacheSync(prefix, asn, true);
    if (valid !== false) return valid ? 'valid' : 'not-found';
    return reason === 'Not valid prefix length' ? 'invalid length' : 'invalid origin';
  };

  test('agrees on 100,000 random routes', async () => {
    const rounds = fc.sample(fc.tuple(anyVrps, fc.array(anyRoute, { minLength: 250, maxLength: 250 })), {
      seed: 6_811,
      numRuns: 400,
    });
    const met = new Map<string, number>();
    for (const [vrps, routes] of rounds) {
      validator.empty();
      validator.setVRPs(vrps);
      await validator.preCache();
      for (const route of routes) {
        const ours = standing(route, vrps);
        const seen = ours === 'invalid as0' ? 'invalid origin' : ours;
        if (seen !== theirs(route))
          expect({ route, vrps, verdict: seen }).toEqual({ verdict: theirs(route) });
        met.set(ours, (met.get(ours) ?? 0) + 1);
      }
    }
    expect([...met.values()].reduce((sum, count) => sum + count, 0)).toBe(100_000);
    // A comparison on routes that nothing covers would prove nothing.
    for (const state of ['valid', 'not-found', 'invalid origin', 'invalid length', 'invalid as0'])
      expect(met.get(state) ?? 0, state).toBeGreaterThan(500);
  });
});

describe('the table of RFC 6483, section 2: a ROA for 10.0.0.0/16-20 of AS64496', () => {
  const roa = [vrp('10.0.0.0/16', 20, 64_496)];

  test.each([
    ['10.0.0.0/8', 64_496, 'not-found'],
    ['10.0.0.0/16', 64_496, 'valid'],
    ['10.0.16.0/20', 64_496, 'valid'],
    ['10.0.0.0/24', 64_496, 'invalid length'],
    ['10.0.0.0/16', 64_497, 'invalid origin'],
    ['10.1.0.0/16', 64_496, 'not-found'],
    ['2001:db8::/32', 64_496, 'not-found'],
  ])('%s of AS%i is %s', (prefix, asn, expected) => {
    expect(standing({ prefix, asn }, roa)).toBe(expected);
  });
});

describe('what decides', () => {
  test('one VRP that matches outweighs all that do not (RFC 6811, section 2)', () => {
    const match = vrp('203.0.113.0/24', 24, 64_510);
    const all = [vrp('203.0.112.0/23', 23, 64_510), vrp('203.0.113.0/24', 24, 0), match];
    expect(validateOrigin('203.0.113.0/24', 64_510, all)).toEqual({ state: 'valid', by: [match] });
  });

  test('AS0 forbids everybody, itself included (RFC 7607)', () => {
    const nobody = [vrp('2001:db8::/32', 128, 0)];
    expect(standing({ prefix: '2001:db8:1::/48', asn: 64_510 }, nobody)).toBe('invalid as0');
    expect(standing({ prefix: '2001:db8:1::/48', asn: 0 }, nobody)).toBe('invalid as0');
  });

  test('beside another’s ROA, AS0 is not the reason', () => {
    const both = [vrp('203.0.113.0/24', 24, 0), vrp('203.0.113.0/24', 24, 64_511)];
    expect(standing({ prefix: '203.0.113.0/24', asn: 64_510 }, both)).toBe('invalid origin');
  });

  test('a VRP of addresses within the route says nothing of it', () => {
    expect(standing({ prefix: '203.0.112.0/23', asn: 64_511 }, [vrp('203.0.113.0/24', 24, 64_510)])).toBe(
      'not-found',
    );
  });

  test('a VRP of all addresses covers each of its family', () => {
    const all = [vrp('0.0.0.0/0', 8, 64_510)];
    expect(standing({ prefix: '10.0.0.0/8', asn: 64_510 }, all)).toBe('valid');
    expect(standing({ prefix: '10.0.0.0/9', asn: 64_510 }, all)).toBe('invalid length');
    expect(standing({ prefix: '::/8', asn: 64_510 }, all)).toBe('not-found');
  });

  test('what is no prefix is covered by nothing', () => {
    expect(standing({ prefix: 'lon-01', asn: 1 }, [vrp('0.0.0.0/0', 32, 2)])).toBe('not-found');
    expect(standing({ prefix: '203.0.113.0/24', asn: 1 }, [vrp('lon-01', 32, 2)])).toBe('not-found');
  });
});
