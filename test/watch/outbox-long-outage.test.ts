import { describe, expect, test } from 'vitest';
import { anOwed, t0 } from '../support/a-circuit.ts';
import { aSlackFault } from './support/a-slack.ts';
import { anOutbox } from './support/an-outbox.ts';

const hour = 3_600_000;

const version = (key: string, owedAt: number) =>
  anOwed({ key, card: 'request.R-1', to: { channelId: 'C1' }, owedAt });

describe('a card of which nobody knows whether it was posted', () => {
  test('is looked for from its first version on, however late a newer one takes its place', async () => {
    const house = anOutbox();
    const outbox = house.start();
    outbox.wake();
    await house.clock.run(0);
    await house.store.commit({ owe: [version('1', t0)] });
    house.slack.script.push({ kind: 'arrived' });
    // Slack stays away for a day, during which the request moves on.
    house.slack.lookupFaults.push(aSlackFault(24 * hour));
    outbox.wake();
    await house.clock.run(1_000);
    await house.store.commit({ owe: [version('2', t0 + 23 * hour)] });
    await house.clock.run(48 * hour);
    expect(house.slack.posted.map(({ key, shows }) => [key, shows])).toEqual([['request.R-1', '2']]);
  });
});
