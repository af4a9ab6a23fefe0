import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { countedChanges, toldAudit, toldWrite } from '../../../src/usecases/life-signs/told-writes.ts';
import type { WriteSight } from '../../../src/usecases/sights.ts';
import { StoreFault } from '../../../src/usecases/store.ts';
import { aChange, t0 } from '../../support/a-circuit.ts';

function anObserver() {
  const sights: WriteSight[] = [];
  let clock = t0;
  return { sights, observe: (sight: WriteSight) => void sights.push(sight), now: () => clock++ };
}

test('a write tells how long it took, and one that failed why; it fails all the same', async () => {
  const { sights, observe, now } = anObserver();
  const fault = new Error('full');
  await toldWrite(async () => {}, 'store', observe, now);
  await expect(toldWrite(() => Promise.reject(fault), 'store', observe, now)).rejects.toBe(fault);
  expect(sights).toEqual([
    { what: 'store', fault: undefined, startedAt: t0, endedAt: t0 + 1 },
    { what: 'store', fault, startedAt: t0 + 2, endedAt: t0 + 3 },
  ]);
});

test('the audit trail tells of what is appended, and is read as before', async () => {
  const { sights, observe, now } = anObserver();
  const page = { entries: [], total: 0, unreadable: 0 };
  const audit = toldAudit({ append: async () => {}, read: async () => page }, observe, now);
  await audit.append([]);
  expect(await audit.read({ fits: () => true, limit: 1 })).toBe(page);
  expect(sights).toMatchObject([{ what: 'audit', fault: undefined }]);
});

test('changes are counted when they are remembered, and not when they are not', async () => {
  const kinds: string[] = [];
  const memory = createMemoryStore();
  const store = countedChanges(memory, { change: (kind) => void kinds.push(kind) });
  await store.commit({ addChanges: [aChange({ id: 'a' }), aChange({ id: 'b' })] });
  await store.commit({});
  expect(kinds).toHaveLength(2);
  const full = { ...memory, commit: () => Promise.reject(new StoreFault('unwritable', 'full')) };
  const failing = countedChanges(full, { change: (kind) => void kinds.push(kind) });
  await expect(failing.commit({ addChanges: [aChange({ id: 'c' })] })).rejects.toThrow(StoreFault);
  expect(kinds).toHaveLength(2);
});
