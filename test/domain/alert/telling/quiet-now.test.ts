import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuiet } from '../../../../src/domain/alert/telling/quiet-now.ts';
import { quietNights } from '../support/a-look.ts';

const minuteMs = 60_000;
const at = (text: string) => Date.parse(text);

describe('quiet hours', () => {
  test.each([
    ['2026-03-02T21:59:59Z', false],
    ['2026-03-02T22:00:00Z', true],
    ['2026-03-03T00:00:00Z', true],
    ['2026-03-03T06:59:59Z', true],
    ['2026-03-03T07:00:00Z', false],
  ])('over midnight: %s is %s', (time, quiet) => {
    expect(isQuiet(quietNights(), at(time))).toBe(quiet);
  });

  test.each([
    ['2026-03-02T12:30:00Z', true],
    ['2026-03-02T13:00:00Z', false],
    ['2026-03-03T12:30:00Z', false],
  ])('of Mondays at noon: %s is %s', (time, quiet) => {
    const hours = quietNights({ fromMinute: 12 * 60, toMinute: 13 * 60, days: [1] });
    expect(isQuiet(hours, at(time))).toBe(quiet);
  });

  test.each([
    ['2026-03-08T23:00:00Z', true],
    ['2026-03-09T06:00:00Z', true],
    ['2026-03-09T23:00:00Z', false],
    ['2026-03-08T06:00:00Z', false],
  ])('that begin on a Sunday last into Monday: %s is %s', (time, quiet) => {
    expect(isQuiet(quietNights({ days: [7] }), at(time))).toBe(quiet);
  });

  test('that end when they begin last a whole day', () => {
    const saturdays = quietNights({ fromMinute: 480, toMinute: 480, days: [6] });
    expect(isQuiet(saturdays, at('2026-03-07T07:59:00Z'))).toBe(false);
    expect(isQuiet(saturdays, at('2026-03-07T08:00:00Z'))).toBe(true);
    expect(isQuiet(saturdays, at('2026-03-08T07:59:00Z'))).toBe(true);
    expect(isQuiet(saturdays, at('2026-03-08T08:00:00Z'))).toBe(false);
  });

  test('in a zone that nobody knows silence nothing', () => {
    expect(isQuiet(quietNights({ zone: 'Mars/Olympus' }), at('2026-03-02T23:00:00Z'))).toBe(false);
  });
});

/** Offsets of 2026 in minutes, by the rules of the zones and not by Intl. */
const zones: readonly { readonly zone: string; readonly offset: (time: number) => number }[] = [
  { zone: 'UTC', offset: () => 0 },
  { zone: 'Asia/Kolkata', offset: () => 330 },
  // Last Sunday of March and of October, 01:00 UTC.
  {
    zone: 'Europe/London',
    offset: (time) => (time >= at('2026-03-29T01:00Z') && time < at('2026-10-25T01:00Z') ? 60 : 0),
  },
  // Second Sunday of March and first of November, 02:00 on the wall.
  {
    zone: 'America/New_York',
    offset: (time) => (time >= at('2026-03-08T07:00Z') && time < at('2026-11-01T06:00Z') ? -240 : -300),
  },
  // Half an hour of summer time, at 02:00 on the wall; summer is winter there.
  {
    zone: 'Australia/Lord_Howe',
    offset: (time) => (time >= at('2026-04-04T15:00Z') && time < at('2026-10-03T15:30Z') ? 630 : 660),
  },
];

const hoursOf = (zone: string) =>
  fc
    .record({
      fromMinute: fc.integer({ min: 0, max: 1_439 }),
      toMinute: fc.integer({ min: 0, max: 1_439 }),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    })
    .map((hours) => quietNights({ ...hours, zone }));

/** Any moment of the year, and often one near a turn of the clock somewhere. */
const whenever = fc.oneof(
  fc.integer({ min: at('2026-01-01T12:00Z'), max: at('2026-12-31T12:00Z') }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-08T07:00Z',
        '2026-03-29T01:00Z',
        '2026-04-04T15:00Z',
        '2026-10-03T15:30Z',
        '2026-10-25T01:00Z',
        '2026-11-01T06:00Z',
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([turn, minutes]) => at(turn) + minutes * minuteMs),
);

describe.each(zones)('all year in $zone', ({ zone, offset }) => {
  /** Minutes on the wall since a Monday, 00:00, as though every day had 24 hours. */
  const wallOf = (time: number) => time / minuteMs + offset(time) - at('2025-12-29T00:00Z') / minuteMs;

  test('the clock on the wall decides, and the day on which they began', () => {
    fc.assert(
      fc.property(hoursOf(zone), whenever, (hours, time) => {
        const wall = Math.floor(wallOf(time));
        const begunAgo = (wall - hours.fromMinute + 1_440) % 1_440;
        const lasting = (hours.toMinute - hours.fromMinute + 1_440) % 1_440 || 1_440;
        const beganOn = (Math.floor((wall - begunAgo) / 1_440) % 7) + 1;
        const isDay = hours.days.length === 0 || hours.days.includes(beganOn);
        expect(isQuiet(hours, time)).toBe(begunAgo < lasting && isDay);
      }),
      { numRuns: 300 },
    );
  });

  test('quiet begins and ends once a day', () => {
    const nights = quietNights({ zone });
    const year = Array.from(
      { length: 365 * 48 },
      (_, half) => at('2026-01-01T00:00Z') + half * 30 * minuteMs,
    );
    const turns = year.filter((time) => isQuiet(nights, time) !== isQuiet(nights, time - 30 * minuteMs));
    expect(turns.length).toBeGreaterThanOrEqual(365 * 2 - 1);
    expect(turns.length).toBeLessThanOrEqual(365 * 2 + 1);
  });
});
