import { describe, expect, test } from 'vitest';
import { cut, newest, restore, standing, startAlertWorld } from '../support/alert-world.ts';
import { startHand } from '../support/hand.ts';
import { channels, people } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import type { World } from '../support/world.ts';

const { netOps, approvals } = channels;
const warning = '*lon-01* · Microsoft peering · primary link down';
const hourMs = 3_600_000;

const clockAt = (ms: number) => new Date(ms).toISOString().slice(11, 16);

/** Omar asks for quiet from an hour ago until so long from now, and everybody in the channel reads it. */
async function quietFor(world: World, hours: number): Promise<void> {
  const now = Date.now();
  const ask = `quiet ${clockAt(now - hourMs)}-${clockAt(now + hours * hourMs)} UTC`;
  await world.control.post('slack/command', {
    user: people.omar,
    channel: netOps,
    command: '/circuit',
    text: ask,
  });
  await newest(world, `<@${people.omar}> set quiet hours for this channel`);
}

const said = async (world: World, channel = netOps) =>
  (await standing(world, channel)).map(({ words }) => words).join('\n');

describe.concurrent('in quiet hours', { timeout: 60_000 }, () => {
  test('what is not critical waits, what is does not, and other channels are told at once', async () => {
    await using world = await startAlertWorld();
    await world.person('omar').command(approvals, 'subscribe');
    await quietFor(world, 2);
    await cut(world, 'primary');
    await newest(world, warning, approvals);
    expect(await said(world)).not.toContain('lon-01');
    await cut(world, 'secondary');
    const told = await newest(world, '*lon-01* · Microsoft peering · both links down');
    expect(told.words).toContain(':rotating_light:');
  });

  test('what waited and is still so is told when they end, as a message of its own', async () => {
    await using world = await startAlertWorld();
    await quietFor(world, 2);
    await cut(world, 'primary');
    await world.advance(2 * hourMs + 60_000);
    expect((await newest(world, warning)).words).toContain('began <!date');
  });

  test('what began and ended is one line of one message when they end', async () => {
    await using world = await startAlertWorld();
    await quietFor(world, 2);
    await cut(world, 'primary');
    await restore(world, 'primary');
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
    await world.poll();
    expect(await said(world)).not.toContain('lon-01');
    await world.advance(2 * hourMs + 60_000);
    const digest = await newest(world, 'from the quiet hours*');
    expect(digest.words).toContain('over: primary link down');
    expect(digest.words).toContain('Bandwidth');
    const all = await world.person('vera').press(digest.message, 'Show the whole list, as it stands now');
    expect(wordsOf(all)).toContain('primary link back after');
  });

  test('what waits survives a restart of the bot', async () => {
    await using world = await startAlertWorld();
    await quietFor(world, 2);
    await cut(world, 'primary');
    await world.stopBot();
    await world.startBot();
    expect(await said(world)).not.toContain('lon-01');
    await world.advance(2 * hourMs + 60_000);
    await newest(world, warning);
    expect((await standing(world)).filter(({ words }) => words.includes(warning))).toHaveLength(1);
  });

  test('ending them tells what they held at once', async () => {
    await using world = await startAlertWorld();
    await quietFor(world, 2);
    await cut(world, 'primary');
    expect(await said(world)).not.toContain('lon-01');
    const shown = await world.person('ana').command(netOps, 'quiet');
    expect(wordsOf(shown)).toContain('(UTC), every day*');
    await world.person('omar').pressForAll(await world.person('omar').command(netOps, 'quiet'), 'End');
    await newest(world, 'ended the quiet hours of this channel');
    await newest(world, warning);
  });
});

describe.concurrent('quiet hours', { timeout: 60_000 }, () => {
  test('are set in a form that says what is wrong and keeps what was typed', async () => {
    await using world = await startAlertWorld();
    const omar = world.person('omar');
    const form = await omar.pressForModal(await omar.command(netOps, 'quiet'), 'Set…');
    const values = { 'quiet.from': '22:00', 'quiet.to': '07:00' };
    expect(await omar.submit(form, { ...values, 'quiet.zone': 'Londn' })).toMatchObject({
      errors: { 'quiet.zone': expect.stringContaining('Londn is neither a time, a day nor a time zone') },
    });
    expect(await omar.submit(form, { ...values, 'quiet.zone': 'london' })).not.toHaveProperty('errors');
    await newest(world, '*22:00–07:00 (Europe/London), every day*');
  });

  test.each([
    ['vera', 'You need the role operator for that.'],
    ['xenia', 'you belong to another one'],
  ] as const)('are not for %s to set or end', async (name, words) => {
    await using world = await startAlertWorld();
    await using hand = await startHand(world, netOps);
    await quietFor(world, 2);
    const person = world.person(name);
    expect(wordsOf(await person.command(netOps, 'quiet 22:00-07:00 London'))).toContain(words);
    expect(wordsOf(await person.command(netOps, 'quiet off'))).toContain(words);
    expect(await hand.press({ by: name, action: 'channel.quiet.end', value: 'quiet' })).toContain(words);
    expect(wordsOf(await world.person('omar').command(netOps, 'quiet'))).toContain('is quiet');
  });
});
