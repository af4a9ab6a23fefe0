import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startHand } from '../support/hand.ts';
import { cardOf, confirm } from '../support/life.ts';
import { requestOf } from '../support/pending-requests.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { awaitStory, inShort, trailOf } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
/** Longer than who is in a user group is believed. */
const regroupMs = 6 * 60_000;

const askToDelete = (world: WatchedWorld) => requestOf(world, 'omar', 'delete ams-01');
const waitingCard = (world: WatchedWorld) => cardOf(world, approvals, 'Delete ams-01', 'waits for approval');

/** Nobody is left in the group. */
const empty = (world: WatchedWorld, group: string) =>
  world.control.put(`slack/groups/${group}`, { users: [] });

describe.concurrent('a role that was lost', { timeout: 60_000 }, () => {
  test('while a review stood open asks for nothing', async () => {
    await using world = await startWatchedWorld();
    const omar = world.person('omar');
    const review = await omar.commandForModal(netOps, 'delete ams-01');
    await empty(world, 'S0OPERATR1');
    await world.advance(regroupMs);
    expect(await confirm(omar, review)).toContain('You need the role operator on *ams-01* for that.');
    const story = await awaitStory(world, 'ams-01', 'omar refuse ams-01: submit: role-needed');
    expect(story).toHaveLength(1);
    expect((await trailOf(world)).find(({ act }) => act === 'refuse')).toMatchObject({ channelId: netOps });
  });

  test('while a request waited approves nothing', async () => {
    await using world = await startWatchedWorld();
    await askToDelete(world);
    const card = await waitingCard(world);
    await empty(world, 'S0APPROVE1');
    await world.advance(regroupMs);
    const refused = wordsOf(await world.person('ana').press(card, 'Approve'));
    expect(refused).toContain('You need the role approver on *ams-01* for that.');
    expect(refused).toContain('These can: <!subteam^S0APPROVE1>, <!subteam^S0ADMINS01>.');
    await awaitStory(world, 'ams-01', 'ana refuse ams-01: approve: role-needed');
    expect(world.arm.writes()).toEqual([]);
  });

  test('is not believed while Slack does not tell who has it', async () => {
    await using world = await startWatchedWorld({ withErrors: true });
    await askToDelete(world);
    const card = await waitingCard(world);
    await world.advance(regroupMs);
    const match = 'usergroups.users.list';
    await world.control.post('faults', { target: 'slack', kind: 'error', match });
    expect(wordsOf(await world.person('ana').press(card, 'Approve'))).toContain(
      'Slack does not tell me who belongs to the user groups that may.',
    );
    await awaitStory(world, 'ams-01', 'ana refuse ams-01: approve: groups-unreadable');
    expect(world.arm.writes()).toEqual([]);
  });
});

test.concurrent('somebody of another team decides nothing and sees nothing, which is noted', async () => {
  await using world = await startWatchedWorld();
  await using hand = await startHand(world, netOps);
  const xenia = world.person('xenia');
  const request = await askToDelete(world);
  const turnedAway = 'Trunkline answers people of the workspace that runs it';
  expect(wordsOf(await xenia.command(netOps, 'key lon-01'))).toContain(turnedAway);
  for (const action of ['request.approve', 'request.withdraw', 'circuit.key']) {
    expect(await hand.press({ by: 'xenia', action, value: JSON.stringify({ request }) })).toContain(
      turnedAway,
    );
  }
  expect(
    await hand.submit('xenia', {
      callback_id: 'request.reject',
      private_metadata: JSON.stringify({ request }),
    }),
  ).toBe('');
  await eventually(async () =>
    expect((await trailOf(world)).map(inShort)).toEqual([
      'omar request ams-01',
      ...Array.from({ length: 5 }, () => 'xenia refuse -: reach: other-team'),
    ]),
  );
  expect(world.arm.writes()).toEqual([]);
});
