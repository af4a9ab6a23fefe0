import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/domain/audit/entry.ts';
import { fitsQuery, parseAuditQuery } from '../../../src/domain/audit/query.ts';
import { parseWords } from '../../../src/domain/text/words.ts';
import { circuitIdOf } from '../../support/a-circuit.ts';

const now = Date.UTC(2026, 10, 22, 3, 12);
const day = 86_400_000;
const november = Date.UTC(2026, 10, 1);

function read(text: string) {
  const words = parseWords(text);
  if (!words.ok) throw new Error(words.refusal.code);
  return parseAuditQuery(words.value, now);
}

const asks = (text: string) => {
  const query = read(text);
  return query.ok ? query.value : query.refusal;
};

describe('what is asked of the audit trail', () => {
  test.each([
    ['', {}],
    ['lon-01', { circuit: 'lon-01' }],
    ['rg-net/lon-01', { circuit: 'rg-net/lon-01' }],
    ['circuit:7d', { circuit: '7d' }],
    ['<@U0OMAR0001>', { by: 'U0OMAR0001' }],
    ['<@U0OMAR0001|omar>', { by: 'U0OMAR0001' }],
    ['by:<@W0OMAR0001|omar>', { by: 'W0OMAR0001' }],
    ['by:U0OMAR0001', { by: 'U0OMAR0001' }],
    ['7d', { since: now - 7 * day }],
    ['since:12h', { since: now - day / 2 }],
    ['SINCE:2W', { since: now - 14 * day }],
    ['since 30min', { since: now - 30 * 60_000 }],
    ['2026-11-01', { since: november }],
    [
      'lon-01 by <@U0OMAR0001|omar> since 2026-11-01',
      { circuit: 'lon-01', by: 'U0OMAR0001', since: november },
    ],
  ])('%s', (text, query) => {
    expect(asks(text)).toEqual(query);
  });

  test.each([
    ['provider:Equinix', { code: 'audit-key-unknown', key: 'provider', didYouMean: undefined }],
    ['sinze:7d', { code: 'audit-key-unknown', key: 'sinze', didYouMean: 'since' }],
    ['@omar', { code: 'audit-person-unreadable', value: '@omar' }],
    ['<@omar>', { code: 'audit-person-unreadable', value: '<@omar>' }],
    ['by:omar', { code: 'audit-person-unreadable', value: 'omar' }],
    ['since:yesterday', { code: 'moment-unreadable', value: 'yesterday' }],
    ['since:', { code: 'moment-unreadable', value: '' }],
    ['2026-02-30', { code: 'moment-unreadable', value: '2026-02-30' }],
    ['since:2026-13-01', { code: 'moment-unreadable', value: '2026-13-01' }],
    ['2026-11-23', { code: 'moment-ahead', value: '2026-11-23' }],
    ['lon-01 fra-02', { code: 'audit-said-twice', what: 'circuit' }],
    ['<@U0OMAR0001> <@U0ADAM0001>', { code: 'audit-said-twice', what: 'by' }],
    ['7d since:2026-11-01', { code: 'audit-said-twice', what: 'since' }],
  ])('%s is refused', (text, refusal) => {
    expect(asks(text)).toEqual(refusal);
  });

  test('does not depend on the order of the words', () => {
    const words = ['lon-01', '<@U0OMAR0001|omar>', 'since:7d'];
    fc.assert(
      fc.property(fc.shuffledSubarray(words), (some) => {
        expect(read(some.join(' '))).toEqual(read(words.filter((word) => some.includes(word)).join(' ')));
      }),
    );
  });
});

describe('an entry fits', () => {
  const [lon, fra] = [circuitIdOf('lon-01'), circuitIdOf('fra-02')];
  const entry: AuditEntry = {
    id: 'e',
    at: november,
    by: 'U1',
    act: 'mute',
    circuit: { id: lon, name: 'lon-01' },
  };

  test.each([
    ['whatever is asked for', {}, undefined, true],
    ['its own person', { by: 'U1' }, undefined, true],
    ['another person', { by: 'U2' }, undefined, false],
    ['its own moment', { since: november }, undefined, true],
    ['a later moment', { since: november + 1 }, undefined, false],
    ['its own circuit', {}, [fra, lon], true],
    ['another circuit', {}, [fra], false],
    ['its own circuit and another person', { by: 'U2' }, [lon], false],
  ])('%s', (_name, query, circuits, fits) => {
    expect(fitsQuery(query, circuits && new Set(circuits), entry)).toBe(fits);
  });

  test('no circuit when it is about none', () => {
    const { circuit: _, ...rest } = entry;
    expect(fitsQuery({}, new Set([lon]), rest)).toBe(false);
    expect(fitsQuery({}, undefined, rest)).toBe(true);
  });
});
