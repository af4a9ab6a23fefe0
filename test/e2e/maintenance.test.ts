import { describe, expect, test } from 'vitest';
import { cut, newest, restore, standing, startAlertWorld } from '../support/alert-world.ts';
import { startHand } from '../support/hand.ts';
import { channels, people } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import type { World } from '../support/world.ts';

const { netOps } = channels;
const hourMs = 3_600_000;
const down = '*lon-01* · Microsoft peering · primary link down';

const idIn = (words: string) => words.match(/MW-\w+/u)?.[0] ?? '';

/** Omar plans it, and everybody in the channel reads it. */
async function plan(world: World, text: string): Promise<string> {
  const { user } = world.person('omar');
  const ask = { user, channel: netOps, command: '/circuit', text: `maintenance ${text}` };
  await world.control.post('slack/command', ask);
  return idIn((await newest(world, `by <@${people.omar}>`)).words);
}

describe.concurrent('maintenance', { timeout: 60_000 }, () => {
  test('that marks is said at each alert of its circuits, and at no other', async () => {
    await using world = await startAlertWorld();
    await plan(world, 'lon-01 for 2h note Router swap by Equinix');
    await cut(world, 'primary');
    expect((await newest(world, down)).words).toContain(': Router swap by Equinix. It may be expected.');
    await cut(world, 'primary', { name: 'par-01', peering: 'AzurePrivatePeering' });
    expect((await newest(world, '*par-01* · ')).words).not.toContain('maintenance');
  });

  test('that holds tells nothing of its circuits until it is over, then what still is', async () => {
    await using world = await startAlertWorld();
    await plan(world, 'lon-01 for 2h hold');
    await cut(world, 'primary');
    await cut(world, 'secondary');
    await world.stopBot();
    await world.startBot();
    expect((await standing(world)).map(({ words }) => words).join()).not.toContain('link');
    await world.advance(2 * hourMs + 60_000);
    await newest(world, '*lon-01* · Microsoft peering · both links down');
  });

  test('that holds and in which all got well again is one message when it is over', async () => {
    await using world = await startAlertWorld();
    await plan(world, 'lon-01 for 2h hold note Router swap');
    await cut(world, 'primary');
    await restore(world, 'primary');
    await world.advance(2 * hourMs + 60_000);
    expect((await newest(world, 'held during maintenance: Router swap*')).words).toContain(
      'over: primary link down',
    );
  });

  test('that somebody ends tells at once what it held', async () => {
    await using world = await startAlertWorld();
    const omar = world.person('omar');
    const id = await plan(world, 'lon-01 for 2h hold');
    await cut(world, 'primary');
    const list = await omar.command(netOps, 'maintenance');
    expect(wordsOf(list)).toContain('alerts wait until it is over');
    await omar.pressForAll(list, `End maintenance ${id}`);
    await newest(world, `ended maintenance *${id}*`);
    await newest(world, down);
    expect(wordsOf(await omar.command(netOps, `maintenance end ${id}`))).toContain(
      `I know no maintenance ${id}`,
    );
  });

  test('is planned in a form that says what is wrong with the circuits', async () => {
    await using world = await startAlertWorld();
    const omar = world.person('omar');
    const form = await omar.pressForModal(await omar.command(netOps, 'maintenance'), 'Plan a maintenance');
    expect(await omar.submit(form, { 'maintenance.circuits': 'locaton:London' })).toMatchObject({
      errors: { 'maintenance.circuits': expect.stringContaining('Did you mean location:?') },
    });
    await omar.submit(form, { 'maintenance.circuits': 'location:London', 'maintenance.note': 'Fibre work' });
    const planned = await newest(world, 'Fibre work');
    expect(planned.words).toContain('3 circuits fit it now.');
  });

  test('that no circuit fits is planned, with a warning', async () => {
    await using world = await startAlertWorld();
    await plan(world, 'nowhere-01 for 1h');
    await newest(world, ':warning: No circuit fits it at the moment.');
  });

  test.each([
    ['vera', 'You need the role operator'],
    ['xenia', 'you belong to another one'],
  ] as const)('is not for %s to plan or end', async (name, words) => {
    await using world = await startAlertWorld();
    await using hand = await startHand(world, netOps);
    const id = await plan(world, 'lon-01 for 2h hold');
    expect(wordsOf(await world.person(name).command(netOps, 'maintenance lon-01 for 1h'))).toContain(words);
    expect(wordsOf(await world.person(name).command(netOps, `maintenance end ${id}`))).toContain(words);
    const value = JSON.stringify({ window: id });
    expect(await hand.press({ by: name, action: 'maintenance.end', value })).toContain(words);
    expect(wordsOf(await world.person('omar').command(netOps, 'maintenance'))).toContain(id);
  });
});
