import { describe, expect, test } from 'vitest';
import { anOwed, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { anOutbox } from './support/an-outbox.ts';

const archived = { kind: 'unreachable-channel', reason: 'archived' } as const;
const minute = 60_000;

const version = (key: string, owedAt: number) =>
  anOwed({ key, card: 'request.R-1', to: { channelId: 'C1' }, owedAt });

function anOffice(...subscriptions: Parameters<typeof anOutbox>) {
  const house = anOutbox(...subscriptions);
  const shown = () => house.slack.posted.map(({ key, shows }) => [key, shows]);
  return {
    ...house,
    shown,
  };
}

describe('a card in a channel that cannot be reached', () => {
  test('is told as it is then, when the channel is back, though the channel has no subscription', async () => {
    const office = anOffice();
    const outbox = office.start();
    await office.store.commit({ owe: [version('1', t0)] });
    outbox.wake();
    await office.clock.run();
    office.slack.script.push(archived);
    await office.store.commit({ owe: [version('2', t0 + minute)] });
    outbox.wake();
    await office.clock.run();
    expect(await office.store.suspensions()).toMatchObject([{ channelId: 'C1', reason: 'archived' }]);
    await office.store.commit({ owe: [version('3', t0 + 2 * minute)] });
    outbox.wake();
    await office.clock.run();
    expect(office.shown()).toEqual([['request.R-1', '1']]);
    expect(await office.channelIsBack()).toBe(true);
    outbox.wake();
    await office.clock.run();
    expect(office.shown()).toEqual([['request.R-1', '3']]);
    expect(await office.owedKeys()).toEqual([]);
  });

  test('is told by the next process too', async () => {
    const office = anOffice();
    office.slack.script.push(archived);
    await office.store.commit({ owe: [version('1', t0)] });
    const first = office.start();
    first.wake();
    await office.clock.run();
    await first.stop();
    const next = office.start();
    next.wake();
    await office.clock.run();
    expect(office.shown()).toEqual([]);
    await office.channelIsBack();
    next.wake();
    await office.clock.run();
    expect(office.shown()).toEqual([['request.R-1', '1']]);
  });

  test('is asked for no more than once while the channel is away', async () => {
    const office = anOffice();
    office.slack.script.push(archived);
    await office.store.commit({ owe: [version('1', t0)] });
    const outbox = office.start();
    for (let times = 0; times < 5; times++) {
      outbox.wake();
      await office.clock.run();
    }
    expect(office.slack.attempts).toHaveLength(1);
  });

  test('stands once, where it arrived just before the channel was lost', async () => {
    const office = anOffice();
    const outbox = office.start();
    outbox.wake();
    await office.clock.run();
    office.slack.script.push({ kind: 'arrived' }, archived);
    // The channel is lost before its history can be asked, which then tells nothing.
    const { posted } = office.slack;
    await office.store.commit({ owe: [version('1', t0)] });
    outbox.wake();
    await office.clock.run(1_000);
    const unreachable = posted.splice(0);
    await office.clock.run();
    posted.push(...unreachable);
    await office.channelIsBack();
    outbox.wake();
    await office.clock.run();
    expect(office.shown()).toEqual([['request.R-1', '1']]);
  });

  test('does not keep what else was owed there: that is told together', async () => {
    const office = anOffice([aSubscription('S1', 'C1', '')]);
    office.slack.script.push(archived);
    await office.owe('C1.0', 'C1.1');
    await office.store.commit({ owe: [version('1', t0)] });
    const outbox = office.start();
    outbox.wake();
    await office.clock.run();
    expect(await office.owedKeys()).toEqual(['1']);
  });
});
