import { describe, expect, test } from 'vitest';
import { t0 } from '../support/a-circuit.ts';
import { everyOwed } from '../support/every-notice.ts';
import { aSlackFault } from './support/a-slack.ts';
import { anOutbox } from './support/an-outbox.ts';

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

  test('is sent whatever kind of notice it is', async () => {
    const house = anOutbox();
    await house.store.commit({ owe: everyOwed() });
    house.start().wake();
    await house.clock.run();
    const sent = house.slack.inChannel('C0NETOPS001');
    expect([...sent].sort()).toEqual(
      everyOwed()
        .map(({ key }) => key)
        .sort(),
    );
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
