import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newest, standing, startAlertWorld, wire } from '../support/alert-world.ts';
import { startHand } from '../support/hand.ts';
import { channels, people } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { accessText } from '../support/watched-world.ts';
import type { World, WorldOptions } from '../support/world.ts';

const { netOps } = channels;
const showAll = 'Show the whole list, as it stands now';

/** Every second circuit for load is in the first subscription: these are seen in one look. */
const names = Array.from({ length: 12 }, (_, index) => `bulk-${String(2 * index + 1).padStart(5, '0')}`);

/** A dozen circuits that are known for long. */
const withMany = (options: WorldOptions = {}) =>
  startAlertWorld({ ...options, prepare: (control) => control.post('azure/circuits/bulk', { count: 24 }) });

async function wireAll(world: World, up: boolean, which = names): Promise<void> {
  for (const name of which) await wire(world, 'primary', up, { name, peering: 'AzurePrivatePeering' });
  await world.poll();
}

describe.concurrent('more new messages than a channel bears in one look', { timeout: 60_000 }, () => {
  test('are one message with the whole list behind its button, page by page', async () => {
    await using world = await withMany();
    await wireAll(world, false);
    const digest = await newest(world, '*12 alerts at once*');
    expect(digest.words).toContain(
      'in one look. A common cause is likely: a provider, a location, a router.',
    );
    expect(digest.words).toContain('*12 incidents*: 12 open.');
    expect((await standing(world)).filter(({ words }) => words.includes('bulk-'))).toHaveLength(1);
    const vera = world.person('vera');
    const first = await vera.press(digest.message, showAll);
    expect(wordsOf(first)).toContain('*12 alerts at once*, page 1 of 2');
    const second = await vera.press(first, 'Next page');
    expect(second.ts).toBe(first.ts);
    expect(wordsOf(second)).toContain('page 2 of 2');
    expect(wordsOf(await vera.press(second, 'Previous page'))).toContain('page 1 of 2');
  });

  test('are acknowledged one by one from the list; the thread tells who', async () => {
    await using world = await withMany();
    await wireAll(world, false);
    const digest = await newest(world, '*12 alerts at once*');
    const omar = world.person('omar');
    const form = await omar.pressForModal(await omar.press(digest.message, showAll), 'Acknowledge');
    await omar.submit(form, { 'incident.note': 'all of Colt' });
    const told = await newest(world, '*12 alerts at once*');
    expect(told.thread.join('\n')).toContain(`acknowledged by <@${people.omar}>: all of Colt`);
    const list = wordsOf(await omar.press(told.message, showAll));
    expect(list).toContain(`<@${people.omar}> has it`);
    expect(list).toContain('Take over');
  });

  test('are one message also when they end, and the bot was away meanwhile', async () => {
    await using world = await withMany();
    await wireAll(world, false);
    const { message } = await newest(world, '*12 incidents*: 12 open.');
    await world.stopBot();
    for (const name of names.slice(0, 5))
      await wire(world, 'primary', true, { name, peering: 'AzurePrivatePeering' });
    await world.startBot();
    await world.advance(70_000);
    const digest = await newest(world, '*12 incidents*: 7 open and 5 over.');
    expect(digest.message.ts).toBe(message.ts);
    expect(digest.words.indexOf('primary link down')).toBeLessThan(digest.words.indexOf('and 2 more'));
    expect(digest.thread.join('\n')).toContain('*5 over*');
    expect((await standing(world)).filter(({ words }) => words.includes('bulk-'))).toHaveLength(1);
  });

  test('show nobody what they may not look at', async () => {
    await using folder = await scratchFolder();
    const file = join(folder.path, 'access.json');
    const lon =
      '/subscriptions/5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001/resourceGroups/rg-net-emea/providers/Microsoft.Network/expressRouteCircuits/lon-01';
    const grants = [
      { role: 'operator', to: 'omar', on: '*' },
      { role: 'viewer', to: 'vera', on: lon },
    ] as const;
    await writeFile(file, accessText(grants, 'granted'));
    await using world = await withMany({ env: { ACCESS_FILE: file } });
    await using hand = await startHand(world, netOps);
    await wireAll(world, false);
    const { message } = await newest(world, '*12 alerts at once*');
    const value = elementsIn(message).find(({ action_id: id }) => id === 'digest.all')?.value ?? '';
    expect(await hand.press({ by: 'vera', action: 'digest.all', value })).not.toContain('bulk-');
    expect(await hand.press({ by: 'ana', action: 'digest.all', value })).toContain('You need the role');
    expect(await hand.press({ by: 'xenia', action: 'digest.all', value })).toContain('another one');
    const gone = JSON.stringify({ digest: 'D-0', page: 9 });
    expect(await hand.press({ by: 'omar', action: 'digest.all', value: gone })).toContain(
      'I do not know that list',
    );
  });
});
