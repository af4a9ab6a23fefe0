import { describe, expect, test } from 'vitest';
import { parseLength, parseWindow } from '../../../src/domain/alert/window-words.ts';
import { parseWords } from '../../../src/domain/text/words.ts';
import { t0 } from '../../support/a-circuit.ts';

const hour = 3_600_000;

function read(text: string) {
  const words = parseWords(text);
  if (!words.ok) throw new Error(words.refusal.code);
  return parseWindow(words.value, t0);
}

const lon = { filter: [{ key: 'circuit', value: 'lon-01' }], effect: 'mark', note: '' };

describe('a maintenance as it is typed', () => {
  test.each([
    ['lon-01', lon],
    ['lon-01 for 2h', { ...lon, forMs: 2 * hour }],
    ['for:90min lon-01 HOLD', { ...lon, forMs: 1.5 * hour, effect: 'hold' }],
    ['lon-01 for 1d from now', { ...lon, forMs: 24 * hour, from: t0 }],
    ['lon-01 from 2026-03-02T22:00 for 2h', { ...lon, forMs: 2 * hour, from: Date.UTC(2026, 2, 2, 22) }],
    ['lon-01 from 2026-03-02 22:00 for 2h', { ...lon, forMs: 2 * hour, from: Date.UTC(2026, 2, 2, 22) }],
    ['from 4:00 lon-01', { ...lon, from: Date.UTC(2026, 2, 2, 4) }],
    ['from 03:00 lon-01', { ...lon, from: Date.UTC(2026, 2, 3, 3) }],
    ['lon-01 for 2h note a new router: mark:1', { ...lon, forMs: 2 * hour, note: 'a new router: mark:1' }],
    ['note:swap of optics lon-01', { filter: [], effect: 'mark', note: 'swap of optics lon-01' }],
    ['location:London mark', { ...lon, filter: [{ key: 'location', value: 'London' }] }],
  ])('%s is read', (text, draft) => {
    expect(read(text)).toEqual({ ok: true, value: draft });
  });

  test.each([
    ['lon-01 for', { code: 'window-length-unreadable', value: '' }],
    ['lon-01 for ever', { code: 'window-length-unreadable', value: 'ever' }],
    ['from tomorrow', { code: 'window-start-unreadable', value: 'tomorrow' }],
    ['from 2026-02-30T22:00', { code: 'window-start-unreadable' }],
    ['from 25:00', { code: 'window-start-unreadable' }],
    ['state:Provisioned', { code: 'window-filter-passing', key: 'state' }],
    ['colour:red', { code: 'filter-key-unknown' }],
  ])('%s is refused', (text, refusal) => {
    expect(read(text)).toMatchObject({ ok: false, refusal });
  });
});

test.each([
  ['30m', 1_800_000],
  ['30 min', 1_800_000],
  ['1.5h', 1.5 * hour],
  ['2hours', 2 * hour],
  ['3 days', 72 * hour],
  ['0h', undefined],
  ['2', undefined],
  ['2w', undefined],
])('the length %s is %s ms', (text, ms) => {
  expect(parseLength(text)).toBe(ms);
});
