import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPrefixes } from '../../../src/domain/peering/prefix-count.ts';
import type { Session } from '../../../src/domain/peering/session.ts';
import { diffSession } from '../../../src/domain/peering/session-differences.ts';
import { t0 } from '../../support/a-circuit.ts';
import { minute } from '../../support/an-evidence.ts';

const hour = 60 * minute;
const limit = 4_000;

/** A session that has been up for a day and counted nothing yet. */
const up: Session = {
  ...{ peering: 'AzurePrivatePeering', link: 'primary', family: 'ipv4' },
  ...{ state: 'up', since: t0 - 24 * hour, basis: 'routes' },
};

/** The counts, an hour apart. */
function counting(counts: readonly number[], from: Session = up, everyMs = hour): Session {
  return counts.reduce(
    (session, seen, index) => countPrefixes(session, seen, limit, t0 + index * everyMs),
    from,
  );
}

/** What the last of the counts told. */
function lastTurn(counts: readonly number[]) {
  const before = counting(counts.slice(0, -1));
  const after = countPrefixes(before, counts.at(-1) ?? 0, limit, t0 + (counts.length - 1) * hour);
  return diffSession(before, after, limit);
}

describe('the count of a session', () => {
  test('is usual at once when it rises', () => {
    expect(counting([10, 40])).toMatchObject({ prefixes: 40, usualPrefixes: 40, prefixesSince: t0 + hour });
  });

  test('is usual only after a day when it falls', () => {
    const fallen = counting([40, 30]);
    expect(fallen).toMatchObject({ prefixes: 30, usualPrefixes: 40 });
    expect(countPrefixes(fallen, 30, limit, t0 + 24 * hour)).toMatchObject({ usualPrefixes: 40 });
    expect(countPrefixes(fallen, 30, limit, t0 + 25 * hour)).toMatchObject({ usualPrefixes: 30 });
  });

  test('stays as it is within five in a hundred', () => {
    const known = counting([1_000]);
    for (const seen of [950, 1_050]) expect(countPrefixes(known, seen, limit, t0 + hour)).toEqual(known);
    expect(countPrefixes(known, 949, limit, t0 + hour).prefixes).toBe(949);
    expect(counting([10, 11]).prefixes).toBe(11);
    expect(counting([0, 1]).prefixes).toBe(1);
  });

  test('is stored exactly where it comes nearer to the limit than it told', () => {
    expect(counting([3_190, 3_200])).toMatchObject({ prefixes: 3_200, prefixTurn: 'near-limit' });
    expect(counting([3_790, 3_800]).prefixes).toBe(3_800);
    expect(counting([3_800, 3_790]).prefixes).toBe(3_800);
  });
});

describe('a fall', () => {
  test('is by half and by ten at least', () => {
    expect(counting([100, 51]).prefixTurn).toBeUndefined();
    expect(counting([100, 50]).prefixTurn).toBe('fell');
    expect(counting([18, 9]).prefixTurn).toBeUndefined();
    expect(counting([20, 10]).prefixTurn).toBe('fell');
    expect(counting([10, 0]).prefixTurn).toBe('fell');
  });

  test('is told against what is usual, also when it came by and by', () => {
    expect(lastTurn([100, 70, 45])).toMatchObject([
      { kind: 'prefix-count', before: 100, after: 45, turn: 'fell', limit },
    ]);
  });

  test('is over at three quarters, or when it has become usual', () => {
    expect(lastTurn([100, 40, 74])).toEqual([]);
    expect(lastTurn([100, 40, 75])).toMatchObject([{ turn: 'normal', before: 40, after: 75 }]);
    const days = counting([100, 40, 40]);
    expect(countPrefixes(days, 40, limit, t0 + 26 * hour).prefixTurn).toBeUndefined();
  });

  test('is not seen in a session that is still being told its prefixes', () => {
    const back: Session = { ...up, since: t0, usualPrefixes: 100 };
    const first = countPrefixes(back, 3, limit, t0 + minute);
    expect(first.prefixTurn).toBeUndefined();
    expect(countPrefixes(first, 3, limit, t0 + 2 * minute).prefixTurn).toBe('fell');
  });
});

describe('the limit', () => {
  test('is near from 80 % on, until it is below 75 %', () => {
    expect(lastTurn([3_000, 3_199])).toEqual([]);
    expect(lastTurn([3_000, 3_200])).toMatchObject([
      { turn: 'near-limit', before: 3_000, after: 3_200, limit },
    ]);
    expect(lastTurn([3_200, 3_000])).toEqual([]);
    expect(lastTurn([3_200, 2_999])).toMatchObject([{ turn: 'normal', before: 3_200, after: 2_999 }]);
    expect(lastTurn([3_200, 3_039, 2_999])).toMatchObject([{ turn: 'normal', before: 3_039, after: 2_999 }]);
  });

  test('that was near for a short while only is not usual: mended, it is no fall', () => {
    expect(counting([400, 3_900, 300])).toMatchObject({ prefixes: 300, usualPrefixes: 400 });
    expect(lastTurn([400, 3_900, 300])).toMatchObject([{ turn: 'normal', before: 3_900, after: 300 }]);
  });

  test('that is near turns into a fall when most of it is gone', () => {
    expect(lastTurn([3_600, 500])).toMatchObject([{ turn: 'fell', before: 3_600, after: 500 }]);
  });
});

describe('any counts', () => {
  const counts = fc.array(fc.oneof(fc.nat(60), fc.nat(4_400)), { minLength: 1, maxLength: 12 });

  test('turn one way after the other, and never the same way twice', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const turns = all.flatMap((_, index) => lastTurn(all.slice(0, index + 1)));
        const names = turns.map((entry) => (entry.kind === 'prefix-count' ? entry.turn : ''));
        names.forEach((name, index) => {
          expect(name).not.toBe(names[index - 1] ?? 'normal');
        });
      }),
    );
  });

  test('that stand still for a day are usual and, below the limit, normal', () => {
    fc.assert(
      fc.property(counts, fc.nat(2_900), (all, last) => {
        const still = counting([last, last, last], counting(all), 30 * hour);
        expect(still).toMatchObject({ usualPrefixes: still.prefixes });
        expect(still.prefixTurn).toBeUndefined();
        expect(Math.abs((still.prefixes ?? 0) - last)).toBeLessThanOrEqual((still.prefixes ?? 0) * 0.05);
      }),
    );
  });

  test('leave a session as it is when they wobble', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 3_000 }),
        fc.array(fc.integer({ min: -4, max: 4 })),
        (count, all) => {
          const known = counting([count]);
          const wobbling = all.map((share) => Math.round(count * (1 + share / 100)));
          expect(counting(wobbling, known, minute)).toEqual(known);
        },
      ),
    );
  });
});
