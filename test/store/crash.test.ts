import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { aKnownCircuit } from './support/builders.ts';
import { childProcesses } from './support/child.ts';
import { scratchFolders } from './support/scratch.ts';

const kills = 25;
const scratch = scratchFolders();
const start = childProcesses();

/** Big enough that most of a commit's time is writing. */
async function prefill(path: string): Promise<void> {
  const { store } = await openFileStore({ path });
  const many = Array.from({ length: 500 }, (_, index) => aKnownCircuit({ name: `circuit-${index}` }));
  await store.commit({ putCircuits: many });
  await store.close();
}

/** Lets it commit for a while, kills it, and tells the last number that it said. */
async function commitAndKill(path: string): Promise<number> {
  const child = start('child-commits.ts', path);
  let last = Number(await child.nextLine());
  for (let more = Math.floor(Math.random() * 6); more > 0; more--) last = Number(await child.nextLine());
  for (let turns = Math.floor(Math.random() * 50); turns > 0; turns--) await setImmediate();
  child.kill();
  for (let line = await child.nextLine(); line !== undefined; line = await child.nextLine()) {
    last = Number(line);
  }
  await child.ended;
  return last;
}

it(`keeps every acknowledged commit through ${kills} kills at random moments, and each one whole`, async () => {
  const path = join(await scratch(), 'state.json');
  await prefill(path);
  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = await commitAndKill(path);
    const { store, recovered } = await openFileStore({ path });
    expect(recovered).toBeUndefined();
    const numbers = (await store.owed()).map(({ key }) => Number(key));
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(numbers.at(-1)).toBeGreaterThanOrEqual(acknowledged);
    expect((await store.suspensions()).map(({ since }) => since)).toEqual(numbers);
    expect(await store.circuits()).toHaveLength(500);
    await store.close();
  }
  const leftovers = (await readdir(dirname(path))).filter((name) => /\d$|lock/.test(name));
  expect(leftovers).toEqual([]);
}, 120_000);
