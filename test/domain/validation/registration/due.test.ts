import { describe, expect, test } from 'vitest';
import { isRegistrationDue } from '../../../../src/domain/validation/registration/due.ts';
import { circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { aRegisteredPrefix, aRegistration } from '../../../support/a-registration.ts';
import { aWatched } from './support/a-watch.ts';

const minute = 60_000;
const interval = 360 * minute;
const known = (overrides: Parameters<typeof aRegistration>[1] = {}) =>
  aRegistration(circuitIdOf('lon-01'), { at: t0, ...overrides });
const isDue = (before: ReturnType<typeof known> | undefined, afterMs: number, watched = [aWatched]) =>
  isRegistrationDue(before, watched, interval, t0 + afterMs);

describe('the registries are asked', () => {
  test('at once about what they were never asked about, and not before Microsoft accepts it', () => {
    expect(isDue(undefined, 0)).toBe(true);
    expect(isDue(undefined, 0, [{ ...aWatched, isAccepted: false }])).toBe(false);
    expect(isDue(undefined, 0, [])).toBe(false);
    expect(isDue(known(), 0, [aWatched, { ...aWatched, prefix: '198.51.100.0/24' }])).toBe(true);
  });

  test('again when the time is over, whichever way the clock went', () => {
    expect(isDue(known(), interval - 1)).toBe(false);
    expect(isDue(known(), interval)).toBe(true);
    expect(isDue(known(), -interval)).toBe(true);
  });

  test('sooner where one of them was silent, and soon where something got worse', () => {
    const partial = known({ isPartial: true });
    expect(isDue(partial, 90 * minute - 1)).toBe(false);
    expect(isDue(partial, 90 * minute)).toBe(true);
    const doubted = known({ prefixes: [aRegisteredPrefix({ doubted: ['roa-gone'] })] });
    expect(isDue(doubted, 2 * minute - 1)).toBe(false);
    expect(isDue(doubted, 2 * minute)).toBe(true);
  });

  test('at once when Microsoft accepts a prefix no more, or again, or the AS number is another', () => {
    const refused = [{ ...aWatched, isAccepted: false }];
    expect(isDue(known(), 0, refused)).toBe(true);
    const known2 = known({ prefixes: [aRegisteredPrefix({ isAccepted: false })] });
    expect(isDue(known2, 0, refused)).toBe(false);
    expect(isDue(known2, 0)).toBe(true);
    expect(isDue(known(), 0, [{ ...aWatched, asn: 64_511 }])).toBe(true);
  });
});
