import { describe, expect, test } from 'vitest';
import type { Digest } from '../../src/domain/alert/digest.ts';
import { oweDigest } from '../../src/domain/alert/telling/card.ts';
import { aChange, aCircuitRef, anOwed, t0 } from '../support/a-circuit.ts';
import { anIncident, aTelling } from '../support/an-incident.ts';
import { aStory } from './support/a-story.ts';
import { anOutbox } from './support/an-outbox.ts';

const of = (name: string) => aChange({ id: `p.${name}`, circuit: aCircuitRef({ name }) });
const news = (name: string) =>
  anOwed({
    key: `p.${name}@C1`,
    to: { channelId: 'C1' },
    notice: { kind: 'change', change: of(name) },
    owedAt: t0,
  });

describe('what is urgent', () => {
  test('goes before what was owed earlier of other circuits', async () => {
    const house = anOutbox();
    const critical = aStory('lon-01').version(1, { severity: 'critical' });
    await house.store.commit({ owe: [news('fra-02'), news('ams-03'), critical] });
    house.start().wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1')).toEqual(['incident.lon-01@C1', 'p.fra-02@C1', 'p.ams-03@C1']);
  });

  test('that comes while others wait goes next', async () => {
    const house = anOutbox();
    const outbox = house.start();
    await house.store.commit({ owe: [news('fra-02'), news('ams-03'), news('par-04')] });
    outbox.wake();
    await house.clock.run(500);
    await house.store.commit({ owe: [aStory('lon-01').version(1, { state: 'resolved' })] });
    outbox.wake();
    await house.clock.run();
    expect(house.slack.inChannel('C1').slice(0, 2)).toEqual(['p.fra-02@C1', 'incident.lon-01@C1']);
  });
});

describe('each attempt', () => {
  test('is told of, with what became of it', async () => {
    const house = anOutbox();
    await house.owe('C1.0', 'C1.1');
    house.slack.script.push(
      { kind: 'throttled', retryAfterMs: 1_000 },
      { kind: 'failed', reason: 'invalid_auth' },
      { kind: 'rejected', reason: 'invalid_metadata' },
    );
    house.start().wake();
    await house.clock.run();
    expect(house.sights).toEqual([
      { kind: 'throttled', channel: 'C1', at: t0 },
      { kind: 'trouble', channel: 'C1', at: t0 + 1_000, reason: 'invalid_auth' },
      { kind: 'parked', channel: 'C1', at: t0 + 6_000, reason: 'invalid_metadata' },
      { kind: 'sent', channel: 'C1', at: t0 + 6_000 },
    ]);
  });
});

const line = { severity: 'info', at: t0, circuitId: '', circuitName: '', resourceGroup: '' } as const;
const subject = { kind: 'blind', spot: 'polls', scope: '' } as const;

function aDigest(changes: readonly string[], incidents: readonly string[] = []): Digest {
  return {
    id: 'D-1',
    revision: 1,
    channelId: 'C1',
    why: 'slack-away',
    since: t0,
    until: t0,
    lines: [
      ...changes.map(
        (name) => ({ ...line, kind: 'change', changeId: `p.${name}`, changeKind: 'status' }) as const,
      ),
      ...incidents.map((incidentId) => ({ ...line, kind: 'incident', incidentId, subject }) as const),
    ],
  };
}

/** Slack was away: a message arrived that nobody knows of, and was folded into a digest. */
async function aReturn(arrived: ReturnType<typeof news>, digest: Digest) {
  const house = anOutbox();
  await house.slack.messenger.post(arrived);
  await house.store.commit({ putDigests: [digest], owe: [oweDigest(digest, new Map(), t0)] });
  return house;
}

describe('a digest of what could not be sent for long', () => {
  test('is sent without what had arrived after all', async () => {
    const house = await aReturn(news('lon-01'), aDigest(['lon-01', 'fra-02']));
    house.start().wake();
    await house.clock.run();
    expect(house.slack.posted.map(({ shows }) => shows)).toEqual(['p.lon-01@C1', 'digest.D-1.2@C1']);
    expect((await house.store.digest('D-1'))?.lines).toMatchObject([{ changeId: 'p.fra-02' }]);
  });

  test('is not sent when all of it had arrived', async () => {
    const house = await aReturn(news('lon-01'), aDigest(['lon-01']));
    house.start().wake();
    await house.clock.run();
    expect(house.slack.posted.map(({ shows }) => shows)).toEqual(['p.lon-01@C1']);
    expect(await house.owedKeys()).toEqual([]);
  });

  test('leaves an incident to its own card, which had arrived and is edited', async () => {
    const story = aStory('INC-1');
    const house = await aReturn(story.version(1), aDigest([], ['INC-1']));
    const incident = anIncident({ id: 'INC-1', state: 'resolved', revision: 3 });
    const tellings = [aTelling({ channelId: 'C1', form: 'digest', card: 'digest.D-1' })];
    await house.store.commit({ putIncidents: [{ ...incident, tellings }] });
    house.start().wake();
    await house.clock.run();
    expect(house.slack.posted.map(({ shows }) => shows)).toEqual(['incident.INC-1@C1.3.after-all@C1']);
    const told = await house.store.incident('INC-1');
    expect(told?.tellings).toMatchObject([{ form: 'card', card: 'incident.INC-1@C1' }]);
  });

  test('is sent as it is when nothing of it had arrived', async () => {
    const house = await aReturn(news('ams-03'), aDigest(['lon-01']));
    house.start().wake();
    await house.clock.run();
    expect(house.slack.posted.map(({ shows }) => shows)).toEqual(['p.ams-03@C1', 'digest.D-1.1@C1']);
  });
});
