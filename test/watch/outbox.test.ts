import { describe, expect, test } from 'vitest';
import { t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { aSlackFault } from './support/a-slack.ts';
import { anOutbox, diskFull } from './support/an-outbox.ts';

/** When each message came to its channel, in seconds after the start. */
function times(house: ReturnType<typeof anOutbox>): readonly string[] {
  return house.slack.posted.map(({ key, at }) => `${key} +${(at - t0) / 1_000}`);
}

describe('what is owed', () => {
  test('is sent in order, one message a second in a channel, channels side by side', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C2.0', 'C1.1', 'C2.1', 'C1.2');
    house.start().wake();
    await house.clock.run();
    expect(times(house)).toEqual(['C1.0 +0', 'C2.0 +0', 'C1.1 +1', 'C2.1 +1', 'C1.2 +2']);
    expect(await house.owedKeys()).toEqual([]);
  });

  test('later waits for its second too', async () => {
    const house = anOutbox();
    const outbox = house.start();
    await house.owe('C1.0');
    outbox.wake();
    await house.clock.run(400);
    await house.owe('C1.1');
    outbox.wake();
    await house.clock.run();
    expect(times(house)).toEqual(['C1.0 +0', 'C1.1 +1']);
  });

  test('does not wait for a clock that was set back', async () => {
    const house = anOutbox();
    const outbox = house.start();
    await house.owe('C1.0');
    outbox.wake();
    await house.clock.run();
    house.clock.setBack(3_600_000);
    await house.owe('C1.1');
    outbox.wake();
    await house.clock.run(1_000);
    expect(house.slack.inChannel('C1')).toEqual(['C1.0', 'C1.1']);
  });

  test('stays owed until somebody wakes the outbox', async () => {
    const house = anOutbox();
    await house.owe('C1.0');
    house.start();
    await house.clock.run();
    expect(house.slack.attempts).toEqual([]);
  });

  test('goes to a person as to a channel', async () => {
    const house = anOutbox();
    await house.owe('U1.0');
    house.start().wake();
    await house.clock.run();
    expect(house.slack.inChannel('U1')).toEqual(['U1.0']);
  });
});

describe('a channel that is slowed down by Slack', () => {
  test('waits as long as Slack asks and does not hold the others', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1', 'C2.0');
    house.slack.script.push({ kind: 'throttled', retryAfterMs: 30_000 });
    house.start().wake();
    await house.clock.run();
    expect(times(house)).toEqual(['C2.0 +0', 'C1.0 +30', 'C1.1 +31']);
  });

  test('is not asked about what has arrived: nothing has', async () => {
    const house = anOutbox();
    const outbox = house.start();
    outbox.wake();
    await house.clock.run();
    await house.owe('C1.0');
    house.slack.script.push(
      { kind: 'throttled', retryAfterMs: 1_000 },
      { kind: 'failed', reason: 'invalid_auth' },
    );
    outbox.wake();
    await house.clock.run();
    expect(house.slack.lookups).toEqual([]);
    expect(times(house)).toEqual(['C1.0 +6']);
  });
});

describe('an outcome that is not known', () => {
  test('is looked up before anything is sent again: it had arrived', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1');
    house.slack.script.push({ kind: 'arrived' });
    house.start().wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['C1.0', 'C1.1']);
    expect(house.slack.lookups.at(-1)).toMatchObject({ to: 'C1', keys: ['C1.0', 'C1.1'] });
  });

  test('and had been lost is sent again, before what follows', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1');
    house.slack.script.push({ kind: 'lost' });
    house.start().wake();
    await house.clock.run();
    expect(house.slack.attempts.map(({ key }) => key)).toEqual(['C1.0', 'C1.0', 'C1.1']);
    expect(house.slack.inChannel('C1')).toEqual(['C1.0', 'C1.1']);
  });

  test('is not guessed while Slack does not tell: nothing goes out', async () => {
    const house = anOutbox();
    await house.owe('C1.0');
    house.slack.script.push({ kind: 'arrived' });
    const outbox = house.start();
    outbox.wake();
    await house.clock.run(1);
    house.slack.lookupFaults.push(aSlackFault(), aSlackFault(20_000), aSlackFault());
    await house.clock.run();
    expect(house.slack.attempts).toHaveLength(1);
    expect(house.slack.inChannel('C1')).toEqual(['C1.0']);
    expect(await house.owedKeys()).toEqual([]);
    expect((house.clock.now() - t0) / 1_000).toBe(5 + 5 + 20 + 5);
  });
});

describe('a restart', () => {
  test('looks up what a former process may have sent, and sends the rest', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1');
    house.slack.script.push({ kind: 'hangs' });
    house.start().wake();
    await house.clock.run();
    expect(await house.owedKeys()).toEqual(['C1.0', 'C1.1']);

    house.start().wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['C1.0', 'C1.1']);
    expect(house.slack.attempts.map(({ key }) => key)).toEqual(['C1.0', 'C1.1']);
  });

  test('looks back before the oldest owed message, for clocks that differ', async () => {
    const house = anOutbox();
    await house.owe('C1.0');
    await house.clock.run(3_600_000);
    house.start().wake();
    await house.clock.run();
    expect(house.slack.lookups).toEqual([{ to: 'C1', keys: ['C1.0'], since: t0 - 600_000 }]);
  });
});

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

test('idle is when all has been delivered', async () => {
  const house = anOutbox();
  await house.owe('C1.0', 'C1.1', 'C2.0');
  const outbox = house.start();
  outbox.wake();
  const [left] = await Promise.all([outbox.idle().then(house.owedKeys), house.clock.run()]);
  expect(left).toEqual([]);
});
