import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClock, parseQuiet, parseZone, renderQuiet } from '../../../src/domain/alert/quiet-words.ts';
import { parseWords } from '../../../src/domain/text/words.ts';

function read(text: string, zone?: string) {
  const words = parseWords(text);
  if (!words.ok) throw new Error(words.refusal.code);
  return parseQuiet(words.value, zone);
}

const minute = fc.integer({ min: 0, max: 1_439 });
const quiet = fc
  .record({
    fromMinute: minute,
    toMinute: minute,
    days: fc
      .subarray([1, 2, 3, 4, 5, 6, 7])
      .filter(({ length }) => length < 7)
      .map((days) => [...days].sort()),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC'),
  })
  .filter(({ fromMinute, toMinute }) => fromMinute !== toMinute);

test('quiet hours that are written out are read back as they were', () => {
  fc.assert(
    fc.property(quiet, (hours) => {
      expect(read(renderQuiet(hours))).toEqual({ ok: true, value: hours });
    }),
  );
});

describe('quiet hours', () => {
  test.each([
    ['22:00-07:00 Europe/London', 1_320, 420, 'Europe/London', []],
    ['europe/london 22-7', 1_320, 420, 'Europe/London', []],
    ['22:00–07:00 London weekdays', 1_320, 420, 'Europe/London', [1, 2, 3, 4, 5]],
    ['Saturday SUN 0.30-24:00 utc', 30, 0, 'UTC', [6, 7]],
    ['fri,mon 18:00-08:00 Asia/Tokyo', 1_080, 480, 'Asia/Tokyo', [1, 5]],
    ['mon,tue,wed,thu,fri,sat,sun 1:00-2:00 UTC', 60, 120, 'UTC', []],
  ])('%s are read', (text, fromMinute, toMinute, zone, days) => {
    expect(read(text)).toEqual({ ok: true, value: { fromMinute, toMinute, zone, days } });
  });

  test('take the zone of those that there are, where none is said', () => {
    expect(read('22-7', 'Asia/Tokyo')).toMatchObject({ value: { zone: 'Asia/Tokyo' } });
    expect(read('22-7 UTC', 'Asia/Tokyo')).toMatchObject({ value: { zone: 'UTC' } });
  });

  test.each([
    ['22-7', { code: 'quiet-zone-missing' }],
    ['London', { code: 'quiet-times-missing' }],
    ['22-22 London', { code: 'quiet-times-same' }],
    ['0-24 London', { code: 'quiet-times-same' }],
    ['22-7 Londn', { code: 'quiet-word-unknown', word: 'Londn' }],
    ['22-7 Europe/Londno', { code: 'quiet-word-unknown', didYouMean: 'Europe/London' }],
    ['25-7 London', { code: 'quiet-word-unknown', word: '25-7' }],
    ['22:60-7 London', { code: 'quiet-word-unknown' }],
    ['month 22-7 London', { code: 'quiet-word-unknown', word: 'month' }],
    ['zone:London 22-7', { code: 'quiet-word-unknown', word: 'zone:London' }],
    ['constructor', { code: 'quiet-word-unknown' }],
  ])('%s are refused', (text, refusal) => {
    expect(read(text)).toMatchObject({ ok: false, refusal });
  });
});

test.each([
  ['24:01', undefined],
  ['24:00', 0],
  ['', undefined],
  ['7', 420],
  ['07:05', 425],
])('the clock %s is %s minutes after midnight', (text, minutes) => {
  expect(parseClock(text)).toBe(minutes);
});

test.each([
  ['new york', 'America/New_York'],
  ['Utc', 'UTC'],
  ['Atlantis', undefined],
  ['', undefined],
])('the zone %s is %s', (text, zone) => {
  expect(parseZone(text)).toBe(zone);
});
