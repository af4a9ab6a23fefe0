import { expect, test } from 'vitest';
import type { CatchUpNotice, Owed } from '../../src/domain/alert/notice.ts';
import type { Messenger } from '../../src/usecases/ports.ts';
import { withoutTold } from '../../src/watch/untold.ts';
import { aChange, anOwed, t0 } from '../support/a-circuit.ts';

const first = aChange({ id: 'p.0', at: t0 });
const second = aChange({ id: 'p.1', at: t0 + 1 });

function aCatchUp(overrides: Partial<CatchUpNotice> = {}): Owed {
  const span = { since: t0, until: t0 + 60_000 };
  const notice: CatchUpNotice = {
    kind: 'catch-up',
    why: 'channel-back',
    changes: [first, second],
    omitted: 0,
    ...span,
    ...overrides,
  };
  return anOwed({ key: 'back@C1', to: { channelId: 'C1' }, notice });
}

function aMessenger(...arrived: readonly string[]): Messenger {
  return {
    post: () => Promise.reject(new Error('nothing is posted here')),
    findDelivered: async (_to, keys) =>
      new Map(keys.filter((key) => arrived.includes(key)).map((key) => [key, { channelId: 'C1', ts: key }])),
  };
}

test('a change whose own message arrived is not told again when the channel is back', async () => {
  const left = await withoutTold(aMessenger('p.0@C1'), aCatchUp());
  expect(left?.notice).toMatchObject({ kind: 'catch-up', changes: [second] });
});

test('nothing is left to tell when every change arrived', async () => {
  expect(await withoutTold(aMessenger('p.0@C1', 'p.1@C1'), aCatchUp())).toBeUndefined();
});

test('older changes that were left out are still said to be missing', async () => {
  const left = await withoutTold(aMessenger('p.0@C1', 'p.1@C1'), aCatchUp({ omitted: 3 }));
  expect(left?.notice).toMatchObject({ changes: [], omitted: 3 });
});

test('other messages go out as they are, and no history is asked', async () => {
  const nobody: Messenger = {
    post: () => Promise.reject(new Error('nothing is posted here')),
    findDelivered: () => Promise.reject(new Error('nothing is asked here')),
  };
  const away = aCatchUp({ why: 'away' });
  expect(await withoutTold(nobody, away)).toBe(away);
  const change = anOwed({
    key: 'p.0@C1',
    to: { channelId: 'C1' },
    notice: { kind: 'change', change: first },
  });
  expect(await withoutTold(nobody, change)).toBe(change);
});
