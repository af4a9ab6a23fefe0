import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { play } from './support/play.ts';
import { readSituation } from './support/situation.ts';

const here = new URL('.', import.meta.url);
const isWritten = process.env.UPDATE_SITUATIONS === '1';
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'support')
  .map(({ name }) => name);

/** UPDATE_SITUATIONS=1 writes what is told; whoever does that reads it line by line: it is what people read at night. */
describe('what is told when this happens', () => {
  test.each(names)('%s', async (name) => {
    const folder = new URL(`${name}/`, here);
    const { text, owed } = await play(readSituation(new URL('situation.json', folder)));
    const golden = new URL('told.txt', folder);
    if (isWritten) await writeFile(golden, text);
    expect(text).toBe(await readFile(golden, 'utf8'));
    expect(owed).toEqual([]);
  });

  test('of every situation that there must be', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'one-link',
        'both-links',
        'flap',
        'slow-death',
        'maintenance-lie',
        'metric-gap',
        'storm-of-500',
        'recovery-during-slack-outage',
        'change-while-down',
      ]),
    );
  });
});
