import { readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { anOwed } from './support/builders.ts';
import { faultOf } from './support/faults.ts';
import { fillStore, owedKeysIn, textOf } from './support/filled.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();
const now = () => Date.UTC(2026, 10, 22, 3, 12, 9, 5);

async function filled(): Promise<string> {
  const path = join(await scratch(), 'state.json');
  await fillStore(path);
  return path;
}

const damages: readonly (readonly [string, (path: string) => Promise<void>])[] = [
  ['empty', (path) => truncate(path, 0)],
  ['truncated', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
  ['no JSON', (path) => writeFile(path, 'state: none\n')],
  ['no UTF-8', (path) => writeFile(path, Uint8Array.of(0x7b, 0xff, 0x7d))],
  ['of another shape', (path) => writeFile(path, '{"trunkline":"store","schemaVersion":1,"owed":{}}')],
  ['without a version', (path) => writeFile(path, '{"trunkline":"store"}')],
];

describe.each(damages)('a state file that is %s', (_name, damage) => {
  it('is recovered from its backup, which is said, and set aside', async () => {
    const path = await filled();
    await utimes(`${path}.bak`, 1_000, 1_000);
    await damage(path);
    const damagedText = await textOf(path);

    const warnings: string[] = [];
    const log = { info() {}, warn: (_facts: object, message: string) => warnings.push(message), error() {} };
    const { store, recovered } = await openFileStore({ path, now, log });

    expect((await store.owed()).map(({ key }) => key)).toEqual(['first']);
    expect(await store.isNew()).toBe(false);
    const damagedCopy = `${path}.damaged-2026-11-22T03-12-09.005Z`;
    expect(recovered).toMatchObject({ backupFrom: 1_000_000, damagedCopy });
    expect(recovered?.why).toMatch(/^it |^its |expected/);
    expect(await textOf(damagedCopy)).toBe(damagedText);
    expect((await stat(damagedCopy)).mode & 0o777).toBe(0o600);
    expect(warnings).toEqual(['the state was recovered from its backup']);
    await store.close();
  });

  it('is whole again after the first commit', async () => {
    const path = await filled();
    await damage(path);
    const { store } = await openFileStore({ path, now });
    await store.commit({ owe: [anOwed('third')] });
    await store.close();
    const { store: again, recovered } = await openFileStore({ path });
    expect(recovered).toBeUndefined();
    expect((await again.owed()).map(({ key }) => key)).toEqual(['first', 'third']);
    await again.close();
    expect(JSON.parse(await textOf(`${path}.bak`)).owed).toHaveLength(1);
  });

  it('is refused without a backup, and left as it is', async () => {
    const path = await filled();
    await rm(`${path}.bak`);
    await damage(path);
    const before = await textOf(path);
    const fault = await faultOf(openFileStore({ path }));
    expect(fault.kind).toBe('damaged');
    expect(fault.message).toContain(`${path} cannot be used: `);
    expect(fault.message).toContain(`${path}.bak is missing. Put a good copy at ${path}.`);
    expect(await textOf(path)).toBe(before);
    expect(await readdir(dirname(path))).toEqual([basename(path)]);
  });

  it('is refused with a backup that is damaged too', async () => {
    const path = await filled();
    await damage(path);
    await truncate(`${path}.bak`, 10);
    const fault = await faultOf(openFileStore({ path }));
    expect(fault.kind).toBe('damaged');
    expect(fault.message).toContain('is damaged too');
    expect((await readdir(dirname(path))).sort()).toEqual(['state.json', 'state.json.bak']);
  });
});

describe('a state file that is missing', () => {
  it('is recovered from its backup', async () => {
    const path = await filled();
    await rm(path);
    const { store, recovered } = await openFileStore({ path });
    expect(recovered).toMatchObject({ damagedCopy: undefined, why: 'it is missing' });
    await store.close();
    expect(await owedKeysIn(path)).toEqual(['first']);
  });

  it('is recovered, and that is said, until there was a commit that could record it', async () => {
    const path = await filled();
    await truncate(path, 0);
    await (await openFileStore({ path, now })).store.close();
    const { store, recovered } = await openFileStore({ path, now });
    expect(recovered).toMatchObject({ why: 'it is missing' });
    await store.commit({ settle: ['first'] });
    await store.close();
    const { store: last, recovered: none } = await openFileStore({ path });
    expect(none).toBeUndefined();
    await last.close();
    const files = ['state.json', 'state.json.bak', 'state.json.damaged-2026-11-22T03-12-09.005Z'];
    expect((await readdir(dirname(path))).sort()).toEqual(files);
  });

  it('is refused when the backup that is there cannot be used', async () => {
    const path = await filled();
    await rm(path);
    await truncate(`${path}.bak`, 10);
    expect((await faultOf(openFileStore({ path }))).kind).toBe('damaged');
    expect(await readdir(dirname(path))).toEqual(['state.json.bak']);
  });

  it('is a new state without a backup, and is not made before there is something to remember', async () => {
    const path = join(await scratch(), 'state.json');
    const { store } = await openFileStore({ path });
    expect(await store.isNew()).toBe(true);
    await store.close();
    expect(await readdir(dirname(path))).toEqual([]);
  });
});

describe('a file that is not for this Trunkline', () => {
  it.each(['{"name":"somebody","version":"1.0.0"}', '[]', 'null', '7'])(
    'is refused as foreign and left as it is, backup or not: %s',
    async (text) => {
      const path = await filled();
      await writeFile(path, text);
      const fault = await faultOf(openFileStore({ path }));
      expect(fault.kind).toBe('foreign');
      expect(fault.message).toContain(path);
      expect(fault.message).toContain('choose another DATA_DIR');
      expect(await textOf(path)).toBe(text);
    },
  );

  it('is refused when a newer Trunkline wrote it, although the backup could be read', async () => {
    const path = await filled();
    const newer = '{"trunkline":"store","schemaVersion":5}';
    await writeFile(path, newer);
    const fault = await faultOf(openFileStore({ path }));
    expect(fault.kind).toBe('newer');
    expect(fault.message).toContain('schema version 5; this one knows up to 4');
    expect(await textOf(path)).toBe(newer);
  });

  it('is refused when the backup of a damaged file is from a newer Trunkline', async () => {
    const path = await filled();
    await truncate(path, 0);
    await writeFile(`${path}.bak`, '{"trunkline":"store","schemaVersion":5}');
    expect((await faultOf(openFileStore({ path }))).kind).toBe('newer');
  });

  it('can be opened once it is moved away: a refusal gives the lock back', async () => {
    const path = join(await scratch(), 'state.json');
    await writeFile(path, '{}');
    await faultOf(openFileStore({ path }));
    await rm(path);
    expect(await owedKeysIn(path)).toEqual([]);
  });
});

it('drops fields that it does not know', async () => {
  const path = await filled();
  await writeFile(path, (await textOf(path)).replace('{', '{"colour":"blue",'));
  expect(await owedKeysIn(path)).toEqual(['first', 'second']);
});
