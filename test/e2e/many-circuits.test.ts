import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { expectFirstSight, firstSightPosts } from '../support/first-sight.ts';
import { channels } from '../support/person.ts';
import { circuitsShownIn, elementsIn, wordsOf } from '../support/reading.ts';
import { startWorld } from '../support/world.ts';

const { netOps } = channels;

/** A world of so many circuits besides the fifteen that are always there, listed by Azure in large pages. */
const worldOf = (count: number, env: Record<string, string> = {}) =>
  startWorld({
    env,
    async prepare(control) {
      await control.post('azure/circuits/bulk', { count });
      await control.post('azure/page-size', { size: 500 });
    },
  });

describe.each([500, 2_000])('with %i more circuits', (count) => {
  const pages = Math.ceil((count + 15) / 10);

  test('the list pages through all of them', async () => {
    await using world = await worldOf(count);
    const vera = world.person('vera');
    let page = await vera.command(netOps, 'list page:1');
    const names = [...circuitsShownIn(page)];
    for (let number = 2; number <= pages; number++) {
      page = await vera.press(page, 'Next page');
      expect(wordsOf(page)).toContain(`*${count + 15} circuits*, page ${number} of ${pages}`);
      names.push(...circuitsShownIn(page));
    }
    expect(names).toHaveLength(count + 15);
    // Two circuits bear the name edge-01.
    expect(new Set(names).size).toBe(count + 14);
    expect(wordsOf(await vera.command(netOps, `list page:${pages + 1}`))).toContain(
      `page ${pages} of ${pages}`,
    );
  });

  test('filters, names and menus find one of them', async () => {
    await using world = await worldOf(count);
    const vera = world.person('vera');
    const found = await vera.command(netOps, 'list tag:batch=3 bulk-0037');
    expect(wordsOf(found)).toContain(`*10 of ${count + 15} circuits* fit`);
    expect(wordsOf(await vera.press(found, 'Show circuit bulk-00377'))).toContain(
      '*bulk-00377* · provisioned',
    );
    const chooser = await vera.command(netOps, 'show bulk-');
    expect(wordsOf(chooser)).toContain(`can be ${count} circuits. Which one?`);
    const offered = elementsIn(chooser)[0]?.options?.length ?? 0;
    expect(offered).toBeGreaterThan(50);
    expect(wordsOf(chooser)).toContain(`${count - offered} more are not in the menu`);
    expect(wordsOf(await vera.press(chooser, 'rg-bulk/bulk-00042'))).toContain('*bulk-00042* · provisioned');
  });

  test('the first sight and App Home stay short', async () => {
    await using world = await worldOf(count, { ALERTS_CHANNEL: netOps });
    expectFirstSight(await world.awaitPosts(netOps, firstSightPosts), count / 2);
    expect(wordsOf(await world.person('vera').openHome())).toContain(
      `*${count + 15} circuits* watched, 5 wait for you.`,
    );
  });
});

test('hundreds of changes after a time away are one message, the newest named and the others counted', async () => {
  await using world = await startWorld({
    env: { AZURE_SUBSCRIPTION_IDS: '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001' },
  });
  await world.person('omar').command(netOps, 'subscribe');
  await world.stopBot();
  const { store } = await openFileStore({ path: world.storePath });
  const watched = await store.watchedSubscriptions();
  await store.commit({
    putWatched: watched.map((entry) => ({ ...entry, lastReadAt: entry.lastReadAt - 3_600_000 })),
  });
  await store.close();
  await world.control.post('azure/circuits/bulk', { count: 600 });
  await world.startBot();
  const [told] = await world.awaitPosts(netOps, 1);
  if (!told) throw new Error('nothing was told');
  expect(wordsOf(told)).toContain(':rewind: *300 changes while Trunkline could not watch*');
  expect(wordsOf(told)).toContain('275 older changes are left out here');
  const last = elementsIn(told)[0]?.options?.at(-1)?.text.text ?? '';
  expect(wordsOf(await world.person('omar').press(told, last))).toContain('· provisioned');
});
