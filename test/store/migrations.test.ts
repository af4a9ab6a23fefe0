import { describe, expect, it } from 'vitest';
import { type Migration, migrate } from '../../src/store/migrations.ts';

const rename: Migration = ({ names, ...rest }) => ({ ...rest, titles: names });
const count: Migration = ({ titles, ...rest }) => ({
  ...rest,
  titles,
  count: Array.isArray(titles) ? titles.length : fail('no titles'),
});
const chain = [rename, count];

function fail(why: string): never {
  throw new Error(why);
}

const ours = { trunkline: 'store' } as const;

describe('migrate', () => {
  it('lifts a document through every version that it missed', () => {
    expect(migrate({ ...ours, schemaVersion: 1, names: ['a', 'b'] }, chain)).toEqual({
      kind: 'current',
      raw: { ...ours, schemaVersion: 3, titles: ['a', 'b'], count: 2 },
    });
  });

  it('runs only the migrations that come after the document', () => {
    const raw = { ...ours, schemaVersion: 2, titles: ['a'], names: 'stays' };
    expect(migrate(raw, chain)).toEqual({
      kind: 'current',
      raw: { ...ours, schemaVersion: 3, titles: ['a'], names: 'stays', count: 1 },
    });
  });

  it('leaves a document of today as it is', () => {
    const raw = { ...ours, schemaVersion: 3, titles: [], count: 0 };
    expect(migrate(raw, chain)).toEqual({ kind: 'current', raw });
  });

  it('never changes what it was given', () => {
    const raw = Object.freeze({ ...ours, schemaVersion: 1, names: Object.freeze(['a']) });
    migrate(raw, chain);
    expect(raw).toEqual({ ...ours, schemaVersion: 1, names: ['a'] });
  });

  it('tells a newer document from its own', () => {
    expect(migrate({ ...ours, schemaVersion: 4 }, chain)).toEqual({ kind: 'newer', version: 4, newest: 3 });
  });

  it('calls a document damaged when a migration cannot lift it', () => {
    expect(migrate({ ...ours, schemaVersion: 2 }, chain)).toEqual({
      kind: 'damaged',
      why: 'it could not be brought from version 2 to 3: Error: no titles',
    });
  });

  it.each([{}, { schemaVersion: '1' }, { schemaVersion: 0 }, { schemaVersion: 1.5 }])(
    'calls a document of ours damaged when its version is %j',
    (version) => {
      expect(migrate({ ...ours, ...version }, chain).kind).toBe('damaged');
    },
  );

  it.each([[null], [7], ['store'], [[]], [{}], [{ schemaVersion: 1 }], [{ trunkline: 'other' }]])(
    'calls %j foreign',
    (raw) => {
      expect(migrate(raw, chain)).toEqual({ kind: 'foreign' });
    },
  );
});
