import { describe, expect, it } from 'vitest';
import { dayLabel, formatDate } from '../../../src/sandbox/page/client/text/format-date.ts';

const at = Date.UTC(2026, 1, 3, 23, 5, 9);
const now = Date.UTC(2026, 1, 3, 23, 30);
const london = { now, timeZone: 'Europe/London' };
const seoul = { now, timeZone: 'Asia/Seoul' };
const hourMs = 3_600_000;

describe("Slack's date tokens", () => {
  it.each([
    ['{date_num}', '2026-02-03'],
    ['{date}', 'February 3rd, 2026'],
    ['{date_short}', 'Feb 3, 2026'],
    ['{date_long}', 'Tuesday, February 3rd, 2026'],
    ['{date_pretty} at {time}', 'today at 23:05'],
    ['{date_short_pretty}', 'today'],
    ['{date_long_pretty}', 'today'],
    ['{time_secs}', '23:05:09'],
    ['{ago}', '24 minutes ago'],
    ['at {no_such_token}', 'at {no_such_token}'],
  ])('%s is %s', (format, expected) => {
    expect(formatDate(at, format, london)).toBe(expected);
  });

  it("are read in the reader's zone", () => {
    expect(formatDate(at, '{date_num} {time}', seoul)).toBe('2026-02-04 08:05');
  });

  it('know yesterday and tomorrow', () => {
    expect(formatDate(at - 24 * hourMs, '{date_pretty}', london)).toBe('yesterday');
    expect(formatDate(at + 24 * hourMs, '{date_pretty}', london)).toBe('tomorrow');
    expect(formatDate(at + 49 * hourMs, '{ago}', london)).toBe('in 2 days');
  });

  it.each([
    [1, 'February 1st, 2026'],
    [2, 'February 2nd, 2026'],
    [11, 'February 11th, 2026'],
    [13, 'February 13th, 2026'],
    [22, 'February 22nd, 2026'],
  ])('write day %i as %s', (day, expected) => {
    expect(formatDate(Date.UTC(2026, 1, day, 12), '{date}', london)).toBe(expected);
  });
});

describe('a day separator', () => {
  it('says today, yesterday, or the day', () => {
    expect(dayLabel(at, london)).toBe('Today');
    expect(dayLabel(at - 24 * hourMs, london)).toBe('Yesterday');
    expect(dayLabel(at - 72 * hourMs, london)).toBe('Saturday, January 31');
  });
});
