import { describe, expect, test } from 'vitest';
import { holdAzure } from '../support/azure-pause.ts';
import { eventually } from '../support/eventually.ts';
import { type Hand, startHand } from '../support/hand.ts';
import { cardOf } from '../support/life.ts';
import { requestOf } from '../support/pending-requests.ts';
import { botUserId, channels, type PersonName, people } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { sendSigned } from '../support/slack-request.ts';
import { awaitStory, inShort, trailOf } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const title = 'Delete ams-01';
const done = 'bot succeed ams-01';
const onlyOnce = ['omar request ams-01', 'ana approve ams-01', 'bot execute ams-01', done];

const press = (hand: Hand, by: PersonName, action: string, request: string) =>
  hand.aPress({ by, action, value: JSON.stringify({ request }) });

/** One deletion, one message that tells of it, and nothing else that was written. */
async function expectOnce(world: WatchedWorld): Promise<void> {
  await cardOf(world, approvals, title, 'done in');
  expect(world.arm.writes()).toEqual([expect.stringMatching(/^DELETE .*\/ams-01$/u)]);
  const cards = (await world.control.messages(approvals)).filter(({ user }) => user === botUserId);
  expect(cards.map(wordsOf)).toEqual([expect.stringContaining(`*${title}* · done in`)]);
}

const faultless = { timeout: 60_000 };

describe.concurrent('confirmed twice, a review is one request', faultless, () => {
  test('when Slack delivers one press twice', async () => {
    await using world = await startWatchedWorld();
    const omar = world.person('omar');
    const review = await omar.commandForModal(netOps, 'delete ams-01');
    const match = 'deliver action view_submission';
    await world.control.post('faults', { target: 'slack', kind: 'duplicate', match, times: 1 });
    await omar.submit(review, {});
    await cardOf(world, approvals, title, 'waits for approval');
    expect((await world.control.get('world')).faults).toEqual([]);
    expect(await awaitStory(world, 'ams-01', 'omar request ams-01')).toHaveLength(1);
  });

  test('when it was pressed twice, and once more after a restart', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const omar = world.person('omar');
    const review = await omar.commandForModal(netOps, 'delete ams-01');
    await omar.submit(review, {});
    const again = () => hand.send(hand.submissionIn('omar', 'request.review', review.id));
    await Promise.all([again(), again()]);
    await world.stopBot();
    await world.startUnder();
    await again();
    await eventually(async () => {
      const [modal] = (await world.control.views(omar.user)).filter(({ id }) => id === review.id);
      expect(modal && wordsOf(modal)).toContain('is request R-');
    });
    await cardOf(world, approvals, title, 'waits for approval');
    expect(await awaitStory(world, 'ams-01', 'omar request ams-01')).toHaveLength(1);
  });
});

describe.concurrent('pressed twice, Approve', faultless, () => {
  test('is one approval when Slack delivers one press twice', async () => {
    await using world = await startWatchedWorld();
    await requestOf(world, 'omar', 'delete ams-01');
    const card = await cardOf(world, approvals, title, 'waits for approval');
    const match = 'deliver action block_actions';
    await world.control.post('faults', { target: 'slack', kind: 'duplicate', match, times: 1 });
    await world.person('ana').pressForAll(card, 'Approve');
    expect(await awaitStory(world, 'ams-01', done)).toEqual(onlyOnce);
    await expectOnce(world);
  });

  test('is one approval when one person presses twice at once', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const presses = [
      await press(hand, 'ana', 'request.approve', request),
      await press(hand, 'ana', 'request.approve', request),
    ];
    await Promise.all(presses.map(hand.send));
    await expectOnce(world);
    const story = await eventually(async () => {
      const all = (await trailOf(world)).map(inShort);
      expect(all).toHaveLength(onlyOnce.length + 1);
      return all;
    });
    expect(story.filter((line) => line.startsWith('ana refuse ams-01: approve: '))).toHaveLength(1);
    expect(story.filter((line) => !line.includes('refuse'))).toEqual(onlyOnce);
  });

  test('is refused to the second of two people where one is enough, and done once', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const presses = [
      await press(hand, 'ana', 'request.approve', request),
      await press(hand, 'adam', 'request.approve', request),
    ];
    await Promise.all(presses.map(hand.send));
    await expectOnce(world);
    await eventually(async () => {
      const decided = (await trailOf(world)).filter(({ act }) => act === 'approve' || act === 'refuse');
      expect(decided.map(({ act }) => act).toSorted()).toEqual(['approve', 'refuse']);
      expect(new Set(decided.map(({ by }) => by))).toEqual(new Set([people.ana, people.adam]));
    });
  });

  test('counts both of two people where two are needed', async () => {
    await using world = await startWatchedWorld({ policy: { delete: { approvals: 2 } } });
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const presses = [
      await press(hand, 'ana', 'request.approve', request),
      await press(hand, 'adam', 'request.approve', request),
    ];
    await Promise.all(presses.map(hand.send));
    await expectOnce(world);
    const story = await awaitStory(world, 'ams-01', done);
    expect(story.filter((line) => line.includes('approve')).toSorted()).toEqual([
      'adam approve ams-01',
      'ana approve ams-01',
    ]);
    expect(story).toHaveLength(5);
  });
});

describe.concurrent('replayed, an approval', faultless, () => {
  test('does nothing a second time, and after a restart is told that all is over', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const body = await press(hand, 'ana', 'request.approve', request);
    await hand.send(body);
    await awaitStory(world, 'ams-01', done);
    await hand.send(body);
    expect(await hand.answersTo('ana')).toEqual([]);
    await world.stopBot();
    await world.startUnder();
    await hand.send(body);
    expect(await awaitStory(world, 'ams-01', 'ana refuse ams-01: approve: request-over')).toEqual([
      ...onlyOnce,
      'ana refuse ams-01: approve: request-over',
    ]);
    await expectOnce(world);
  });

  test('of one request approves no other that is like it', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const body = await press(hand, 'ana', 'request.approve', request);
    await hand.send(await press(hand, 'omar', 'request.withdraw', request));
    await awaitStory(world, 'ams-01', 'omar withdraw ams-01');
    await requestOf(world, 'omar', 'delete ams-01');
    await hand.send(body);
    await awaitStory(world, 'ams-01', 'ana refuse ams-01: approve: request-over');
    await eventually(async () =>
      expect((await hand.answersTo('ana')).join()).toContain(`Request ${request} is withdrawn`),
    );
    expect(world.arm.writes()).toEqual([]);
  });

  test('six minutes later, as it was signed then, is turned away', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const body = await press(hand, 'ana', 'request.approve', request);
    const { SLACK_SIGNING_SECRET: secret = '' } = world.environment;
    const late = await sendSigned(world.requestUrl(), body, { secret, atMs: Date.now() - 6 * 60_000 });
    expect(late.status).toBe(401);
    expect((await trailOf(world)).map(inShort)).toEqual(['omar request ams-01']);
  });
});

describe.concurrent('at the same moment as an approval', faultless, () => {
  test.each([
    ['a withdrawal', 'omar', 'withdraw'],
    ['a rejection', 'adam', 'reject'],
  ] as const)('%s that counts is the last word, and nothing is written', async (_what, name, act) => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    // What is approved cannot begin, so that either order leaves the same end.
    const goOn = await holdAzure(world, 'ams-01');
    const approving = await press(hand, 'ana', 'request.approve', request);
    const withdrawing = await press(hand, 'omar', 'request.withdraw', request);
    const state = { values: { reason: { 'reason.text': { type: 'plain_text_input', value: 'No.' } } } };
    const metadata = JSON.stringify({ channelId: approvals, metadata: request });
    const against =
      act === 'withdraw'
        ? () => hand.send(withdrawing)
        : () => hand.submit('adam', { callback_id: 'request.reject', private_metadata: metadata, state });
    await Promise.all([hand.send(approving), against()]);
    await cardOf(world, approvals, title, act === 'withdraw' ? 'withdrawn' : 'rejected');
    await goOn(60_000);
    const story = (await trailOf(world)).map(inShort);
    expect(story.filter((line) => line.startsWith(`${name} ${act} `))).toHaveLength(1);
    expect(story.filter((line) => line.includes('execute'))).toEqual([]);
    expect(world.arm.writes()).toEqual([]);
  });
});
