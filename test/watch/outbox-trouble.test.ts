import { describe, expect, test } from 'vitest';
import { t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { anOutbox, diskFull } from './support/an-outbox.ts';

/** When each message came to its channel, in seconds after the start. */
function times(house: ReturnType<typeof anOutbox>): readonly string[] {
  return house.slack.posted.map(({ key, at }) => `${key} +${(at - t0) / 1_000}`);
}

describe('a message that Slack will never take', () => {
  test('is parked with the reason, and the channel goes on', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1');
    house.slack.script.push({ kind: 'rejected', reason: 'invalid_metadata' });
    house.start().wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['C1.1']);
    expect(await house.owedKeys()).toEqual([]);
    expect(await house.store.parked()).toMatchObject([
      { owed: { key: 'C1.0' }, reason: 'invalid_metadata', parkedAt: t0 },
    ]);
  });
});

describe('a channel that is gone', () => {
  test('is suspended, and its owner is told', async () => {
    const house = anOutbox([aSubscription('S1', 'C1', '', { ownerId: 'UOMAR' })]);
    await house.owe('C1.0', 'C1.1');
    house.slack.script.push({ kind: 'unreachable-channel', reason: 'archived' });
    house.start().wake();
    await house.clock.run();
    expect(await house.store.suspensions()).toEqual([{ channelId: 'C1', reason: 'archived', since: t0 }]);
    expect(house.slack.posted.map(({ to }) => to)).toEqual(['UOMAR']);
    expect(await house.owedKeys()).toEqual([]);
  });

  test('whose owner is gone too is told to nobody', async () => {
    const house = anOutbox([aSubscription('S1', 'C1', '', { ownerId: 'UOMAR' })]);
    await house.owe('C1.0');
    const gone = { kind: 'unreachable-channel', reason: 'gone' } as const;
    house.slack.script.push(gone, gone);
    house.start().wake();
    await house.clock.run();
    expect(house.slack.posted).toEqual([]);
    expect(await house.owedKeys()).toEqual([]);
    expect((await house.store.parked()).map(({ owed }) => owed.notice.kind)).toEqual(['channel-lost']);
  });
});

describe('a store that cannot be written', () => {
  test('leaves a sent message in doubt; the next wake finds it in the channel', async () => {
    const house = anOutbox();
    const outbox = house.start();
    outbox.wake();
    await house.clock.run();
    await house.owe('C1.0', 'C1.1');
    house.commitFaults.push(diskFull());
    outbox.wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['C1.0']);
    expect(await house.owedKeys()).toEqual(['C1.0', 'C1.1']);
    expect(house.log.lines).toContain('error: sending owed messages stopped');

    outbox.wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['C1.0', 'C1.1']);
    expect(await house.owedKeys()).toEqual([]);
  });

  test('or read at the start is asked again at the next wake', async () => {
    const house = anOutbox();
    await house.owe('C1.0');
    house.world.broken = true;
    const outbox = house.start();
    outbox.wake();
    await house.clock.run();
    expect(house.log.lines).toEqual(['error: owed messages could not be looked up']);
    house.world.broken = false;
    outbox.wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['C1.0']);
  });

  test('does not make the channel wait less than its second', async () => {
    const house = anOutbox();
    const outbox = house.start();
    outbox.wake();
    await house.clock.run();
    await house.owe('C1.0', 'C1.1');
    house.commitFaults.push(diskFull());
    outbox.wake();
    await house.clock.run(100);
    outbox.wake();
    await house.clock.run();
    expect(times(house)).toEqual(['C1.0 +0', 'C1.1 +1']);
  });
});

describe('the end', () => {
  test('lets the message under way arrive and leaves the others owed', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1', 'C2.0');
    const outbox = house.start();
    outbox.wake();
    await house.clock.run(1);
    await outbox.stop();
    outbox.wake();
    await house.clock.run();
    expect(house.slack.posted.map(({ key }) => key)).toEqual(['C1.0', 'C2.0']);
    expect(await house.owedKeys()).toEqual(['C1.1']);
  });

  test('does not wait for Slack’s Retry-After', async () => {
    const house = anOutbox();
    await house.owe('C1.0');
    house.slack.script.push({ kind: 'throttled', retryAfterMs: 3_600_000 });
    const outbox = house.start();
    outbox.wake();
    await house.clock.run(1);
    await outbox.stop();
    expect(house.clock.now()).toBe(t0 + 1);
    expect(await house.owedKeys()).toEqual(['C1.0']);
  });

  test('is at once when nothing was ever sent', async () => {
    await anOutbox().start().stop();
  });
});
