import { describe, expect, test } from 'vitest';
import { holdAzure } from '../support/azure-pause.ts';
import { eventually } from '../support/eventually.ts';
import { startHand } from '../support/hand.ts';
import { approve, askFor, cardOf, confirm, optionOf } from '../support/life.ts';
import { requestOf } from '../support/pending-requests.ts';
import { channels, people } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { awaitStory, inShort, trailOf } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const title = 'Delete ams-01';
const hourMs = 3_600_000;
/** Longer than who is in a user group is believed. */
const regroupMs = 6 * 60_000;
/** After it, the bot looks again how Azure gets on where Azure said nothing of it. */
const lookMs = 11_000;
const deleted = /^DELETE .*\/expressRouteCircuits\/ams-01$/iu;

/** What a button of the request carries, on a message that shows an old state too. */
const carried = (request: string) => JSON.stringify({ request });

const askToDelete = (world: WatchedWorld, by: 'omar' | 'adam' = 'omar') =>
  requestOf(world, by, 'delete ams-01');
const waitingCard = (world: WatchedWorld) => cardOf(world, approvals, title, 'waits for approval');

/** Nobody is left in the group, and nobody believes otherwise any more. */
const empty = (world: WatchedWorld, group: string) =>
  world.control.put(`slack/groups/${group}`, { users: [] });

describe.concurrent('a request', { timeout: 60_000 }, () => {
  test('is not approved by whoever asked, admin or not', async () => {
    await using world = await startWatchedWorld();
    const [adam, ana] = [world.person('adam'), world.person('ana')];
    const id = await askToDelete(world, 'adam');
    const card = await waitingCard(world);
    const refused = wordsOf(await adam.press(card, 'Approve'));
    expect(refused).toContain(`Request ${id} is your own: the policy wants somebody else to look at it.`);
    expect(world.arm.writes()).toEqual([]);
    await ana.pressForAll(card, 'Approve');
    await cardOf(world, approvals, title, 'done in');
    expect(world.arm.writes()).toEqual([expect.stringMatching(deleted)]);
    expect(await awaitStory(world, 'ams-01', 'bot succeed ams-01')).toEqual([
      'adam request ams-01',
      'adam refuse ams-01: approve: own-request',
      'ana approve ams-01',
      'bot execute ams-01',
      'bot succeed ams-01',
    ]);
  });

  test('is not approved twice by one, where two must', async () => {
    await using world = await startWatchedWorld({ policy: { delete: { approvals: 2 } } });
    const [adam, ana] = [world.person('adam'), world.person('ana')];
    const id = await askToDelete(world);
    const card = await waitingCard(world);
    const counted = await ana.pressForAll(card, 'Approve');
    expect(wordsOf(counted)).toContain('1 of 2 given');
    expect(wordsOf(await ana.press(counted, 'Approve'))).toContain(
      `You have approved ${id} already; each approval must come from another person.`,
    );
    expect(world.arm.writes()).toEqual([]);
    await adam.pressForAll(counted, 'Approve');
    await cardOf(world, approvals, title, 'done in');
    expect(world.arm.writes()).toHaveLength(1);
    expect(await awaitStory(world, 'ams-01', 'bot succeed ams-01')).toEqual([
      'omar request ams-01',
      'ana approve ams-01',
      'ana refuse ams-01: approve: already-approved',
      'adam approve ams-01',
      'bot execute ams-01',
      'bot succeed ams-01',
    ]);
  });

  test('that nobody decides in time is over, and its old message decides nothing', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const id = await askToDelete(world);
    await world.advance(24 * hourMs);
    const expired = await cardOf(world, approvals, title, 'expired');
    expect(wordsOf(expired)).toContain('Nobody decided in time. Nothing was changed.');
    expect(await hand.press({ by: 'ana', action: 'request.approve', value: carried(id) })).toContain(
      `Request ${id} is expired: nothing can be decided about it any more.`,
    );
    expect(world.arm.writes()).toEqual([]);
    expect(await awaitStory(world, 'ams-01', 'ana refuse ams-01: approve: request-over')).toEqual([
      'omar request ams-01',
      'bot expire ams-01',
      'ana refuse ams-01: approve: request-over',
    ]);
  });

  test('that is rejected says by whom and why, and is not withdrawn afterwards', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const ana = world.person('ana');
    const id = await askToDelete(world);
    const form = await ana.pressForModal(await waitingCard(world), 'Reject…');
    expect(await ana.submit(form, { reason: '  ' })).toMatchObject({
      errors: { reason: expect.stringContaining('A rejection needs a reason.') },
    });
    await ana.submit(form, { reason: 'Still on the rack plan.' });
    const rejected = await cardOf(world, approvals, title, 'rejected');
    expect(wordsOf(rejected)).toContain(`<@${people.ana}> rejected it`);
    expect(wordsOf(rejected)).toContain('Still on the rack plan.');
    expect(await hand.press({ by: 'omar', action: 'request.withdraw', value: carried(id) })).toContain(
      `Request ${id} is rejected: nothing can be decided about it any more.`,
    );
    expect(world.arm.writes()).toEqual([]);
    expect(await awaitStory(world, 'ams-01', 'omar refuse ams-01: withdraw: request-over')).toEqual([
      'omar request ams-01',
      'ana reject ams-01: Still on the rack plan.',
      'omar refuse ams-01: withdraw: request-over',
    ]);
  });

  test('for what was asked for already points to that one', async () => {
    await using world = await startWatchedWorld();
    const id = await askToDelete(world);
    const adam = world.person('adam');
    const again = await confirm(adam, await adam.commandForModal(netOps, 'delete ams-01'));
    expect(again).toContain(`The same was asked for *ams-01* already: request ${id}, by <@${people.omar}>.`);
  });
});

describe.concurrent('just before it is carried out, a request is given up', { timeout: 60_000 }, () => {
  test.each([
    ['the approver', 'S0APPROVE1', 'ana'],
    ['whoever asked', 'S0OPERATR1', 'omar'],
  ] as const)('when %s has lost the role since', async (_who, group, name) => {
    await using world = await startWatchedWorld();
    await askToDelete(world);
    const goOn = await holdAzure(world, 'ams-01');
    await approve(world, 'ana', title);
    await empty(world, group);
    await goOn(regroupMs);
    const stale = wordsOf(await cardOf(world, approvals, title, 'not carried out'));
    expect(stale).toContain(`<@${people[name]}> no longer has the role that this needs.`);
    expect(world.arm.writes()).toEqual([]);
    const end = `bot stale ams-01: ${people[name]} may not any more`;
    expect(await awaitStory(world, 'ams-01', end)).toEqual([
      'omar request ams-01',
      'ana approve ams-01',
      end,
    ]);
  });

  test('when the policy asks for more by now', async () => {
    await using world = await startWatchedWorld();
    await askToDelete(world);
    const goOn = await holdAzure(world, 'ams-01');
    await approve(world, 'ana', title);
    await world.stopBot();
    await world.startUnder({ policy: { delete: { approvals: 2 } } });
    await goOn(60_000);
    const stale = wordsOf(await cardOf(world, approvals, title, 'not carried out'));
    expect(stale).toContain('Approvals that the policy asks for');
    expect(world.arm.writes()).toEqual([]);
    await awaitStory(world, 'ams-01', 'bot stale ams-01: changed: Approvals that the policy asks for');
  });
});

test.concurrent('a failover test is stopped early by another operator, and by nobody who is none', async () => {
  await using world = await startWatchedWorld();
  const [omar, vera, adam] = [world.person('omar'), world.person('vera'), world.person('adam')];
  const form = await omar.commandForModal(netOps, 'failover lon-01 primary');
  await askFor(omar, form, { 'failover.category': optionOf(form, 'failover.category', 'BGP disconnected') });
  const test_ = 'Test the failover of lon-01';
  await approve(world, 'ana', test_);
  await cardOf(world, approvals, test_, 'under way');
  await world.advance(lookMs);
  const running = await eventually(async () => {
    const card = await cardOf(world, approvals, test_, 'under way');
    expect(wordsOf(card)).toContain('the test runs until');
    return card;
  });
  expect(wordsOf(await vera.press(running, 'Stop now'))).toContain('You need the role operator on *lon-01*');
  await adam.pressForAll(running, 'Stop now');
  await world.advance(lookMs);
  await cardOf(world, approvals, test_, 'done in');
  await awaitStory(world, 'lon-01', 'bot succeed lon-01');
  const story = (await trailOf(world)).filter(({ requestId }) => requestId !== undefined).map(inShort);
  expect(story).toEqual([
    'omar request lon-01',
    'ana approve lon-01',
    'bot execute lon-01',
    'vera refuse lon-01: stop-holding: role-needed',
    'adam execute lon-01: stopped early',
    'bot succeed lon-01',
  ]);
  expect(world.arm.writes()).toEqual([
    expect.stringMatching(/startCircuitLinkFailoverTest$/u),
    expect.stringMatching(/stopCircuitLinkFailoverTest$/u),
  ]);
}, 60_000);
