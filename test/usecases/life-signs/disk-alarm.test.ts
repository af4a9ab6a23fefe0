import { expect, test } from 'vitest';
import { defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import type { Condition } from '../../../src/domain/alert/condition.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { openAlertDesk } from '../../../src/usecases/alerts/open-alert-desk.ts';
import { createDiskAlarm } from '../../../src/usecases/life-signs/disk-alarm.ts';
import { SlackFault } from '../../../src/usecases/ports.ts';
import { StoreFault } from '../../../src/usecases/store.ts';
import { t0 } from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { aSlack, type Play } from '../../watch/support/a-slack.ts';
import { createHandClock } from '../../watch/support/hand-clock.ts';

const minute = 60_000;

const diskBad: Condition = {
  subject: { kind: 'blind', spot: 'disk', scope: '' },
  verdict: {
    kind: 'bad',
    severity: 'critical',
    trouble: { kind: 'blind', reason: 'disk-full', detail: 'The system says ENOSPC.' },
  },
};
const slackGood: Condition = {
  subject: { kind: 'blind', spot: 'slack', scope: '' },
  verdict: { kind: 'good' },
};

/** Two channels listen; the disk has been full for as long as is said. */
async function aFullDisk({ sinceMs = 2 * minute, plays = [] as readonly Play[] } = {}) {
  const clock = createHandClock();
  const slack = aSlack(clock);
  slack.script.push(...plays);
  const memory = createMemoryStore();
  await memory.commit({
    putSubscriptions: [
      aSubscription('S1', 'C1', ''),
      aSubscription('S2', 'C2', ''),
      aSubscription('S3', 'C1', 'kind:status'),
      aSubscription('S4', 'C3', ''),
    ],
    putSuspensions: [{ channelId: 'C3', reason: 'archived', since: t0 }],
  });
  const disk = { isFull: true };
  let ids = 0;
  const alarm = createDiskAlarm({
    store: {
      ...memory,
      commit: async (transaction) => {
        if (disk.isFull) throw new StoreFault('unwritable', 'The disk is full');
        await memory.commit(transaction);
      },
    },
    messenger: slack.messenger,
    storeSign: () => (disk.isFull ? { trouble: { reason: 'disk-full', since: clock.now() - sinceMs } } : {}),
    pollIntervalMs: minute,
    newId: () => `INC-${++ids}`,
    now: clock.now,
  });
  return { alarm, slack, memory, disk };
}

const card = (channelId: string) => `incident.INC-1@${channelId}`;

test('a store that fails for less than a poll is the desk’s', async () => {
  const { alarm, slack } = await aFullDisk({ sinceMs: minute });
  expect(await alarm.sift([diskBad, slackGood])).toEqual([diskBad, slackGood]);
  expect(slack.posted).toEqual([]);
});

test('one that is well is the desk’s', async () => {
  const { alarm, slack, disk } = await aFullDisk();
  disk.isFull = false;
  expect(await alarm.sift([diskBad])).toEqual([diskBad]);
  expect(slack.posted).toEqual([]);
});

test('each channel that can be reached is told once, however often it is looked at', async () => {
  const { alarm, slack } = await aFullDisk();
  expect(await alarm.sift([diskBad, slackGood])).toEqual([slackGood]);
  expect(await alarm.sift([diskBad, slackGood])).toEqual([slackGood]);
  expect(slack.posted.map(({ key, to }) => ({ key, to }))).toEqual([
    { key: card('C1'), to: 'C1' },
    { key: card('C2'), to: 'C2' },
  ]);
});

test('two looks at once tell each channel once', async () => {
  const { alarm, slack } = await aFullDisk();
  await Promise.all([alarm.sift([diskBad]), alarm.sift([diskBad])]);
  expect(slack.attempts.map(({ to }) => to)).toEqual(['C1', 'C2']);
});

test('when it can be written again, the store has the open incident and where its messages stand', async () => {
  const { alarm, slack, memory, disk } = await aFullDisk();
  await alarm.sift([diskBad]);
  disk.isFull = false;
  expect(await alarm.sift([diskBad, slackGood])).toEqual([slackGood]);
  expect(await memory.incident('INC-1')).toMatchObject({
    state: 'open',
    severity: 'critical',
    firstBadAt: t0 - 2 * minute,
    tellings: [
      { channelId: 'C1', form: 'card', card: card('C1'), toldStep: 1, toldSeverity: 'critical' },
      { channelId: 'C2', form: 'card', card: card('C2'), toldStep: 1, toldSeverity: 'critical' },
    ],
  });
  expect(await memory.posted(card('C2'))).toEqual({ channelId: 'C2', ts: slack.posted[1]?.ts });
  expect(await alarm.sift([slackGood])).toEqual([slackGood]);
  expect(slack.posted).toHaveLength(2);
});

test('what the store was given comes to its end in the same message', async () => {
  const { alarm, memory, disk } = await aFullDisk();
  await alarm.sift([diskBad]);
  disk.isFull = false;
  await alarm.sift([diskBad]);
  let clock = t0 + minute;
  const desk = openAlertDesk({
    store: memory,
    rules: defaultAlertRules,
    now: () => clock,
    newId: () => `look-${clock}`,
    wake: () => {},
  });
  const good: Condition = { ...diskBad, verdict: { kind: 'good' } };
  await desk.take({ id: 'look-1', at: clock, conditions: [good] });
  clock += 2 * minute;
  await desk.take({ id: 'look-2', at: clock, conditions: [good] });
  expect(await memory.incident('INC-1')).toMatchObject({ state: 'resolved' });
  const owed = await memory.owed();
  expect(owed.flatMap(({ notice, card: name }) => (notice.kind === 'incident' ? [name] : []))).toEqual([
    card('C1'),
    card('C2'),
  ]);
});

test('a message of which nobody knows whether it arrived is looked for before it is sent again', async () => {
  const { alarm, slack } = await aFullDisk({ plays: [{ kind: 'arrived' }, { kind: 'lost' }] });
  await alarm.sift([diskBad]);
  await alarm.sift([diskBad]);
  expect(slack.lookups.map(({ to }) => to)).toEqual(['C1', 'C2']);
  expect(slack.posted.map(({ to }) => to)).toEqual(['C1', 'C2']);
});

test('what cannot be looked for is not sent, and the store is not given half of it', async () => {
  const { alarm, slack, memory, disk } = await aFullDisk({ plays: [{ kind: 'arrived' }] });
  await alarm.sift([diskBad]);
  disk.isFull = false;
  slack.lookupFaults.push(new SlackFault('Slack is away'));
  expect(await alarm.sift([diskBad])).toEqual([]);
  expect(await memory.incident('INC-1')).toBeUndefined();
  await alarm.sift([diskBad]);
  expect((await memory.incident('INC-1'))?.tellings.map(({ channelId }) => channelId)).toEqual(['C2', 'C1']);
  expect(slack.posted).toHaveLength(2);
});

test('a channel that will not take it is left alone', async () => {
  const { alarm, slack } = await aFullDisk({ plays: [{ kind: 'rejected', reason: 'invalid_blocks' }] });
  await alarm.sift([diskBad]);
  await alarm.sift([diskBad]);
  expect(slack.attempts.map(({ to }) => to)).toEqual(['C1', 'C2']);
});

test('a Slack that is busy is asked again at the next look', async () => {
  const { alarm, slack } = await aFullDisk({ plays: ['sent', { kind: 'throttled', retryAfterMs: 1_000 }] });
  await alarm.sift([diskBad]);
  expect(slack.posted.map(({ to }) => to)).toEqual(['C1']);
  await alarm.sift([diskBad]);
  expect(slack.posted.map(({ to }) => to)).toEqual(['C1', 'C2']);
});

test('where nothing could be told, the desk takes it', async () => {
  const down = { kind: 'failed', reason: 'invalid_auth' } as const;
  const { alarm, slack, disk } = await aFullDisk({ plays: [down, down] });
  expect(await alarm.sift([diskBad])).toEqual([diskBad]);
  disk.isFull = false;
  expect(await alarm.sift([diskBad])).toEqual([diskBad]);
  expect(slack.posted).toEqual([]);
});
