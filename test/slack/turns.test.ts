import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/slack/turns.ts';

test('turns come one at a time, in the order in which they were asked for', async () => {
  const turns = createTurns();
  const served: number[] = [];
  const all = [1, 2, 3].map((name) => turns.next().then(() => served.push(name)));
  const seen = new Set<string>();
  while (served.length < all.length) {
    await setImmediate();
    seen.add(served.join());
  }
  expect([...seen].filter(Boolean)).toEqual(['1', '1,2', '1,2,3']);
});

test('somebody gets a turn though others never stop coming', async () => {
  const turns = createTurns();
  let isServed = false;
  void turns.next().then(() => {
    isServed = true;
  });
  while (!isServed) {
    void turns.next();
    await setImmediate();
  }
});
