import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import version1 from '../fixtures/store/version-1.json' with { type: 'json' };
import version2 from '../fixtures/store/version-2.json' with { type: 'json' };
import version3 from '../fixtures/store/version-3.json' with { type: 'json' };
import { answersOf } from './support/answers.ts';
import { anOwed } from './support/builders.ts';
import { anEntry } from './support/request-builders.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();
const fixtureOf = (version: number) => join(import.meta.dirname, `../fixtures/store/version-${version}.json`);

async function anOldFile(version: number): Promise<string> {
  const path = join(await scratch(), 'state.json');
  await copyFile(fixtureOf(version), path);
  return path;
}

/** What was there from the first version on is answered as it was written. */
function sinceTheFirst(file: typeof version1 | typeof version2 | typeof version3) {
  const { watched, subscriptions, mutes, suspensions, owed, parked, changes } = file;
  return { watched, subscriptions, mutes, suspensions, owed, parked, changes };
}

describe.each([
  { version: 1, file: version1 },
  { version: 2, file: version2 },
  { version: 3, file: version3 },
])('a file of version $version', ({ version, file }) => {
  const { settledKeys } = file;

  it('opens and loses nothing', async () => {
    const path = await anOldFile(version);
    const { store, recovered } = await openFileStore({ path });
    expect(recovered).toBeUndefined();
    const answers = await answersOf(store);
    expect(answers).toMatchObject(sinceTheFirst(file));
    expect(answers.circuits).toHaveLength(file.circuits.length);
    expect(settledKeys).toHaveLength(3);
    await store.commit({ owe: settledKeys.map((key) => anOwed(key)) });
    expect(await store.owed()).toHaveLength(file.owed.length);
    expect(await store.cases({ all: true })).toEqual([]);
    await store.close();
    expect(await readFile(path), 'it is only written when there is something to remember').toEqual(
      await readFile(fixtureOf(version)),
    );
  });

  it('is of today’s version after the first commit, and its backup is the old one', async () => {
    const path = await anOldFile(version);
    const { store } = await openFileStore({ path });
    await store.commit({ settle: ['more'] });
    await store.close();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      ...sinceTheFirst(file),
      circuits: file.circuits,
      schemaVersion: 4,
    });
    expect(await readFile(`${path}.bak`)).toEqual(await readFile(fixtureOf(version)));
  });
});

it('a file of version 1 knows no request', async () => {
  const { store } = await openFileStore({ path: await anOldFile(1) });
  expect(await store.requests({ all: true })).toEqual([]);
  expect(await store.dueAudit()).toEqual([]);
  expect(await store.incidents({ all: true })).toEqual([]);
  expect(await store.connectivity()).toEqual(new Map());
  await store.close();
});

it('a file of version 2 keeps its requests, orders, cards and what is due to the audit trail', async () => {
  const { store } = await openFileStore({ path: await anOldFile(2) });
  const { requests, orders, posted, dueAudit, settledAudit } = version2;
  expect(await store.requests({ all: true })).toHaveLength(requests.length);
  for (const request of requests) expect(await store.request(request.id)).toMatchObject(request);
  expect([...(await store.orders()).values()]).toEqual(orders.map(({ order }) => order));
  for (const { card, posted: place } of posted) expect(await store.posted(card)).toEqual(place);
  expect(await store.dueAudit()).toEqual(dueAudit);
  await store.commit({ audit: settledAudit.map((id) => anEntry(id)) });
  expect(await store.dueAudit()).toHaveLength(dueAudit.length);
  await store.close();
});

it('a file of version 3 keeps its incidents, digests, quiet hours, windows, what is held and what is known of sessions', async () => {
  const { store } = await openFileStore({ path: await anOldFile(3) });
  const { incidents, digests, quietHours, windows, held, connectivity } = version3;
  const byId = incidents.toSorted((a, b) => a.id.localeCompare(b.id));
  expect(await store.incidents({ all: true }), 'both began at the same time').toEqual(byId);
  expect(await store.digests()).toEqual(digests);
  expect(await store.quietHours()).toEqual(quietHours);
  expect(await store.maintenanceWindows()).toEqual(windows);
  expect(await store.held()).toEqual(held);
  expect([...(await store.connectivity()).values()]).toEqual(connectivity);
  expect(await store.registrations()).toEqual(new Map());
  await store.close();
});

it('a mute of an older version is of all kinds, and is ended as one', async () => {
  const { store } = await openFileStore({ path: await anOldFile(2) });
  const [mute] = await store.mutes();
  expect(mute?.kind).toBeUndefined();
  await store.commit({ removeMutes: mute ? [mute] : [] });
  expect(await store.mutes()).toEqual([]);
  await store.close();
});
