import { describe, expect, test } from 'vitest';
import { t0 } from '../support/a-circuit.ts';
import { aStory } from './support/a-story.ts';
import { anOutbox, diskFull } from './support/an-outbox.ts';

const lon = aStory('lon-01');
const archived = { kind: 'unreachable-channel', reason: 'archived' } as const;

/** What stands in channel C1: each message with the one in whose thread it stands. */
function standing({ slack }: ReturnType<typeof anOutbox>) {
  const keyAt = new Map(slack.posted.map(({ ts, key }) => [ts, key]));
  return slack.posted.map(({ shows, thread }) => (thread ? `${shows} in ${keyAt.get(thread)}` : shows));
}

const firstVersion = 'incident.lon-01@C1.1@C1';
const inThread = (step: number) => `incident.lon-01@C1.steps.${step}@C1 in incident.lon-01@C1`;

/** The card stands, and the outbox is quiet. */
async function aStandingCard() {
  const house = anOutbox();
  const outbox = house.start();
  outbox.wake();
  await house.clock.run();
  await house.store.commit({ owe: [lon.version(1)] });
  outbox.wake();
  await house.clock.run();
  return {
    ...house,
    outbox,
    async owes(...owe: Parameters<typeof house.store.commit>[0]['owe'] & object) {
      await house.store.commit({ owe });
      outbox.wake();
      await house.clock.run();
    },
  };
}

describe('a reply', () => {
  test('stands in the thread of its card, a second after it', async () => {
    const house = anOutbox();
    await house.store.commit({ owe: [lon.version(1), lon.reply(1), lon.reply(2)] });
    house.start().wake();
    await house.clock.run();
    expect(standing(house)).toEqual([firstVersion, inThread(1), inThread(2)]);
    expect(house.slack.posted.map(({ at }) => at - t0)).toEqual([0, 1_000, 2_000]);
  });

  test('lets its card go first, in whatever order they are owed', async () => {
    const house = anOutbox();
    await house.store.commit({ owe: [lon.reply(1), lon.version(1)] });
    house.start().wake();
    await house.clock.run();
    expect(standing(house)).toEqual([firstVersion, inThread(1)]);
  });

  test('of a card that was never posted and is not owed is not sent', async () => {
    const house = anOutbox();
    await house.store.commit({ owe: [lon.reply(1)] });
    house.start().wake();
    await house.clock.run();
    expect(house.slack.attempts).toEqual([]);
    expect(await house.owedKeys()).toEqual([]);
  });

  test('of a card that Slack refuses for good is not sent, and the channel goes on', async () => {
    const house = anOutbox();
    house.slack.script.push({ kind: 'rejected', reason: 'invalid_metadata' });
    await house.store.commit({ owe: [lon.version(1), lon.reply(1), aStory('fra-02').version(1)] });
    house.start().wake();
    await house.clock.run();
    expect(standing(house)).toEqual(['incident.fra-02@C1.1@C1']);
    expect(await house.owedKeys()).toEqual([]);
    expect((await house.store.parked()).map(({ owed }) => owed.key)).toEqual([firstVersion]);
  });

  test('goes on after an edit of its card that Slack refuses', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'rejected', reason: 'invalid_metadata' });
    await house.owes(lon.version(2), lon.reply(1));
    expect(standing(house)).toEqual([firstVersion, inThread(1)]);
  });

  test('that Slack refuses is parked, and the next one goes', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'rejected', reason: 'invalid_metadata' });
    await house.owes(lon.reply(1), lon.reply(2));
    expect(standing(house)).toEqual([firstVersion, inThread(2)]);
    expect(await house.store.parked()).toHaveLength(1);
  });

  test('to a thread that is gone is given up, which the log says, and the channel goes on', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'thread-gone', reason: 'thread_not_found' });
    await house.owes(lon.reply(1));
    expect(await house.owedKeys()).toEqual([]);
    await house.owes(aStory('fra-02').version(1));
    expect(standing(house)).toEqual([firstVersion, 'incident.fra-02@C1.1@C1']);
    expect(house.log.lines).toEqual(['warn: a thread takes no replies any more']);
  });

  test('goes into the thread of the card that was posted anew, when somebody deleted the old one', async () => {
    const house = await aStandingCard();
    await house.store.commit({ putPosted: [{ card: lon.card, posted: { channelId: 'C1', ts: 'new' } }] });
    await house.owes(lon.reply(1));
    expect(house.slack.posted.at(-1)?.thread).toBe('new');
  });
});

describe('a reply of which nobody knows whether it arrived', () => {
  test('is looked for in its thread, once for all that are owed there: it had arrived', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'arrived' });
    await house.owes(lon.reply(1), lon.reply(2));
    expect(standing(house)).toEqual([firstVersion, inThread(1), inThread(2)]);
    const [card] = house.slack.posted;
    expect(house.slack.lookups).toMatchObject([
      { thread: card?.ts, keys: ['incident.lon-01@C1.steps.1@C1', 'incident.lon-01@C1.steps.2@C1'] },
    ]);
  });

  test('and was lost is sent again', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'lost' });
    await house.owes(lon.reply(1));
    expect(standing(house)).toEqual([firstVersion, inThread(1)]);
  });

  test('does not hold what is more urgent in the channel', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'lost' });
    await house.store.commit({ owe: [lon.reply(1)] });
    house.outbox.wake();
    await house.clock.run(2_000);
    await house.owes(aStory('fra-02').version(1, { severity: 'critical' }));
    expect(standing(house)).toEqual([firstVersion, 'incident.fra-02@C1.1@C1', inThread(1)]);
  });

  test('because the process was killed between Slack and the store is not sent again by the next one', async () => {
    const house = await aStandingCard();
    await house.store.commit({ owe: [lon.reply(1), lon.reply(2)] });
    house.slack.script.push({ kind: 'hangs' });
    house.outbox.wake();
    await house.clock.run();
    house.start().wake();
    await house.clock.run();
    expect(standing(house)).toEqual([firstVersion, inThread(1), inThread(2)]);
    expect(house.slack.attempts).toHaveLength(3);
  });

  test('because the disk was full is found at the next wake', async () => {
    const house = await aStandingCard();
    house.commitFaults.push(diskFull());
    await house.owes(lon.reply(1));
    expect(await house.owedKeys()).toHaveLength(1);
    house.outbox.wake();
    await house.clock.run();
    expect(standing(house)).toEqual([firstVersion, inThread(1)]);
    expect(await house.owedKeys()).toEqual([]);
  });
});

describe('the thread of a card in a channel that cannot be reached', () => {
  test('goes on when the channel is back, after the card as it is then', async () => {
    const house = await aStandingCard();
    house.slack.script.push(archived);
    await house.owes(lon.version(2), lon.reply(1));
    await house.owes(lon.version(3), lon.reply(2));
    expect(house.slack.attempts).toHaveLength(2);
    await house.channelIsBack();
    house.outbox.wake();
    await house.clock.run();
    expect(standing(house)).toEqual(['incident.lon-01@C1.3@C1', inThread(1), inThread(2)]);
  });

  test('has a reply once that arrived just before the channel was lost', async () => {
    const house = await aStandingCard();
    house.slack.script.push({ kind: 'arrived' }, archived);
    await house.store.commit({ owe: [lon.reply(1)] });
    house.outbox.wake();
    await house.clock.run(1_000);
    const { posted } = house.slack;
    // The thread tells nothing while the channel is lost.
    const unreachable = posted.splice(0);
    await house.clock.run();
    posted.push(...unreachable);
    await house.channelIsBack();
    house.outbox.wake();
    await house.clock.run();
    expect(standing(house)).toEqual([firstVersion, inThread(1)]);
  });
});
