import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cut, newest, restore, standing, startAlertWorld, wire } from '../support/alert-world.ts';
import { eventually } from '../support/eventually.ts';
import { startHand } from '../support/hand.ts';
import { confirm } from '../support/life.ts';
import { channels, people } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { awaitStory } from '../support/trail.ts';
import { accessText } from '../support/watched-world.ts';
import type { World } from '../support/world.ts';

const { netOps, approvals } = channels;
const down = '*lon-01* · Microsoft peering · primary link down';
const bothDown = '*lon-01* · Microsoft peering · both links down';
const note = (text: string) => ({ 'incident.note': text });

describe.concurrent('an incident', { timeout: 60_000 }, () => {
  test('is one message, edited until it is over; its thread tells how it went', async () => {
    await using world = await startAlertWorld();
    await cut(world, 'primary');
    const opened = await newest(world, down);
    expect(opened.words).toContain('BGP to 203.0.113.1 and 2001:db8:17::1 (AS 64496) was lost <!date');
    expect(opened.words).toContain('The secondary link carries the traffic: redundancy is gone');
    await restore(world, 'primary');
    const over = await newest(world, '*lon-01* · Microsoft peering · primary link back after ');
    expect(over.message.ts).toBe(opened.message.ts);
    expect(over.thread.join('\n').replace(/<!date[^>]*> |, after .*$/gu, '')).toBe(
      [
        ':red_circle: Microsoft peering · primary link down (warning)',
        ':large_yellow_circle: well again, if it stays so',
        ':large_green_circle: over',
      ].join('\n'),
    );
    expect((await standing(world)).filter(({ words }) => words.includes('lon-01'))).toHaveLength(1);
  });

  test('that gets worse than was told is a fresh message, and the old one says where it goes on', async () => {
    await using world = await startAlertWorld();
    await cut(world, 'primary');
    const first = await newest(world, down);
    await cut(world, 'secondary');
    const second = await newest(world, bothDown);
    expect(second.message.ts).not.toBe(first.message.ts);
    expect(second.words).toContain(':rotating_light:');
    const moved = (await standing(world)).find(({ message }) => message.ts === first.message.ts);
    expect(moved?.words).toContain('It goes on below, in a newer message.');
    expect(elementsIn(moved?.message ?? second.message)).toEqual([]);
    await wire(world, 'secondary', true);
    await restore(world, 'primary');
    expect((await newest(world, 'back after ')).message.ts).toBe(second.message.ts);
  });

  test('goes on in the same message when the bot was away meanwhile', async () => {
    await using world = await startAlertWorld();
    await cut(world, 'primary');
    const opened = await newest(world, down);
    await world.stopBot();
    await wire(world, 'primary', true);
    await world.startBot();
    await world.advance(70_000);
    const over = await newest(world, 'primary link back after ');
    expect(over.message.ts).toBe(opened.message.ts);
    expect((await standing(world)).filter(({ words }) => words.includes('*lon-01* · '))).toHaveLength(1);
  });

  test('that ended and came back while the bot was away is one incident', async () => {
    await using world = await startAlertWorld();
    await cut(world, 'primary');
    await restore(world, 'primary');
    const over = await newest(world, 'primary link back after ');
    await world.stopBot();
    await wire(world, 'primary', false);
    await world.startBot();
    const again = await newest(world, 'primary link down, again');
    expect(again.words).toContain('It was over once');
    const old = (await standing(world)).find(({ message }) => message.ts === over.message.ts);
    expect(old?.words).toContain('It goes on below, in a newer message.');
  });
});

describe.concurrent('people', { timeout: 60_000 }, () => {
  const incidentIn = async (world: World) => {
    await cut(world, 'primary');
    return (await newest(world, down)).message;
  };

  test('acknowledge with a note that every channel reads; who comes second is told who has it, and takes over', async () => {
    await using world = await startAlertWorld();
    const [omar, ana] = [world.person('omar'), world.person('ana')];
    await omar.command(approvals, 'subscribe');
    const message = await incidentIn(world);
    const [mine, hers] = [
      await omar.pressForModal(message, 'Acknowledge'),
      await ana.pressForModal(message, 'Acknowledge'),
    ];
    await omar.submit(mine, note('on the phone with Equinix'));
    for (const channel of [netOps, approvals]) {
      const told = await newest(world, 'on the phone with Equinix', channel);
      expect(told.words).toContain(`:eyes: Acknowledged by <@${people.omar}>`);
      expect(told.thread.join('\n')).toContain(
        `acknowledged by <@${people.omar}>: on the phone with Equinix`,
      );
    }
    expect(wordsOf(await ana.fill(hers, note('me too')))).toContain(`<@${people.omar}> has incident`);
    const told = await newest(world, 'Acknowledged by');
    expect(wordsOf(await ana.press(told.message, 'Take over'))).toContain(`Acknowledged by <@${people.ana}>`);
    await newest(world, `Acknowledged by <@${people.ana}>`, approvals);
    await awaitStory(world, 'lon-01', /^ana acknowledge lon-01/u);
  });

  test('assign it: who has it is mentioned in the thread', async () => {
    await using world = await startAlertWorld();
    const omar = world.person('omar');
    const form = await omar.pressForModal(await incidentIn(world), 'Assign…');
    await omar.submit(form, { 'incident.assignee': people.ana });
    const told = await newest(world, `:point_right: <@${people.ana}> has it, given by <@${people.omar}>.`);
    expect(told.thread.join('\n')).toContain(`<@${people.omar}> gave it to <@${people.ana}>`);
  });

  test('mute it from its message: nothing of the circuit is told until it ends, which says so', async () => {
    await using world = await startAlertWorld();
    const vera = world.person('vera');
    const muted = await vera.pressForAll(await incidentIn(world), 'Mute 2 h', 'is muted in this channel');
    expect(wordsOf(muted)).toContain('*lon-01* is muted in this channel until');
    expect((await newest(world, down)).thread.join('\n')).toContain(
      `muted in <#${netOps}> by <@${people.vera}> until`,
    );
    await world.control.post('azure/circuits/lon-01/bandwidth', { mbps: 2_000 });
    await cut(world, 'secondary', { peering: 'AzurePrivatePeering' });
    await standing(world);
    expect((await standing(world)).map(({ words }) => words).join()).not.toMatch(/2 Gbps|private peering/u);
    await world.advance(121 * 60_000);
    const ended = await newest(world, '*lon-01 is no longer muted here*');
    expect(ended.words).toContain('Bandwidth');
    expect(await newest(world, '*lon-01* · Azure private peering · secondary link down')).toBeDefined();
  });

  test('end a mute before its time: what it held gets a message, and nothing else is said', async () => {
    await using world = await startAlertWorld();
    const vera = world.person('vera');
    const muted = await vera.pressForAll(await incidentIn(world), 'Mute 2 h', 'is muted in this channel');
    await cut(world, 'secondary');
    await standing(world);
    await world.person('omar').pressForAll(muted, 'Unmute');
    await newest(world, bothDown);
    const words = (await standing(world)).map((one) => one.words);
    expect(words.filter((one) => one.includes('no longer muted'))).toEqual([
      `:bell: *lon-01* is no longer muted in this channel; <@${people.omar}> ended it.`,
    ]);
  });

  test('diagnose it from its message', async () => {
    await using world = await startAlertWorld();
    const vera = world.person('vera');
    const message = await incidentIn(world);
    const said = await vera.sees(
      netOps,
      () => vera.press(message, 'Diagnose'),
      ({ text }) => text.startsWith('lon-01: '),
    );
    expect(wordsOf(said)).toContain(
      '• Primary link: IPv4 *down* (Active); IPv6 *down* (Active) · ARP answers',
    );
    expect(wordsOf(said)).toContain('*You*: check BGP of the primary link on your edge router.');
  });

  test('press what is over by now, and are told so', async () => {
    await using world = await startAlertWorld();
    await using hand = await startHand(world, netOps);
    const message = await incidentIn(world);
    const acknowledge = elementsIn(message).find(({ action_id: id }) => id === 'incident.acknowledge');
    const open = await world.person('omar').pressForModal(message, 'Acknowledge');
    await restore(world, 'primary');
    await newest(world, 'primary link back after ');
    const value = acknowledge?.value ?? '';
    expect(await hand.press({ by: 'ana', action: 'incident.acknowledge', value })).toContain('is over');
    expect(await hand.press({ by: 'ana', action: 'incident.take', value })).toContain('is over');
    expect(wordsOf(await world.person('omar').fill(open, note('late')))).toContain('is over');
    expect((await newest(world, 'primary link back')).words).not.toContain('Acknowledged');
  });
});

describe.concurrent('a forged press on an incident', { timeout: 60_000 }, () => {
  const actions = ['incident.show', 'incident.acknowledge', 'incident.take', 'circuit.diagnose'];

  test('by somebody of another workspace does nothing', async () => {
    await using world = await startAlertWorld();
    await using hand = await startHand(world, netOps);
    await cut(world, 'primary');
    const before = (await newest(world, down)).message;
    for (const action of actions) {
      const value = elementsIn(before).find(({ action_id: id }) => id === action)?.value ?? idOf(before);
      expect(await hand.press({ by: 'xenia', action, value })).toContain('you belong to another one');
    }
    const after = (await newest(world, down)).message;
    expect(after).toEqual(before);
  });

  test('names no incident that there is: nothing happens', async () => {
    await using world = await startAlertWorld();
    await using hand = await startHand(world, netOps);
    for (const value of ['{"incident":"INC-00000"}', '{"incident":"__proto__"}'])
      expect(await hand.press({ by: 'omar', action: 'incident.take', value })).toContain('I do not know');
    for (const value of ['', '{', '[]'])
      expect(await hand.press({ by: 'omar', action: 'incident.take', value })).toContain('button');
  });

  test('on a circuit outside of one’s scope is refused, and the incident is in no list', async () => {
    await using folder = await scratchFolder();
    const file = join(folder.path, 'access.json');
    const lon =
      '/subscriptions/5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001/resourceGroups/rg-net-emea/providers/Microsoft.Network/expressRouteCircuits/lon-01';
    await writeFile(
      file,
      accessText(
        [
          { role: 'operator', to: 'omar', on: '*' },
          { role: 'operator', to: 'ana', on: lon },
        ],
        'granted',
      ),
    );
    await using world = await startAlertWorld({ env: { ACCESS_FILE: file } });
    await using hand = await startHand(world, netOps);
    await cut(world, 'primary', { name: 'par-01', peering: 'AzurePrivatePeering' });
    const { message } = await newest(world, '*par-01* · Azure private peering · primary link down');
    for (const action of actions) {
      const value = elementsIn(message).find(({ action_id: id }) => id === action)?.value ?? idOf(message);
      const said = await hand.press({ by: 'ana', action, value });
      expect(said, action).not.toContain('link down');
      expect(said, action).toMatch(/You need the role|No circuit|not know/u);
    }
    expect(wordsOf(await world.person('ana').command(netOps, 'incidents'))).not.toContain('par-01');
    expect((await newest(world, 'par-01')).words).not.toContain('Acknowledged');
  });
});

/** The value of any button that names the incident. */
const idOf = (message: Parameters<typeof elementsIn>[0]): string =>
  elementsIn(message).find(({ value }) => value?.includes('"incident"'))?.value ?? '';

test('what somebody changed through Trunkline is told by their request alone in its channel, and as theirs in others', async () => {
  await using world = await startAlertWorld();
  const omar = world.person('omar');
  await omar.command(approvals, 'subscribe');
  await world.control.post('azure/operations', { durationMs: 0, retryAfterSeconds: 0 });
  await confirm(omar, await omar.commandForModal(netOps, 'resize lon-01 2Gbps'));
  await eventually(async () => {
    const words = (await world.posts(netOps)).map(wordsOf).join('\n');
    expect(words).toMatch(/Resize lon-01\* · (?:done|succeeded)/u);
  });
  await world.poll();
  expect((await newest(world, '1 Gbps → *2 Gbps*', approvals)).words).toContain(
    `Asked for in Trunkline by <@${people.omar}>`,
  );
  expect((await standing(world)).filter(({ words }) => words.includes('lon-01'))).toHaveLength(1);
});
