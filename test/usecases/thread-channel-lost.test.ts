import { expect, test } from 'vitest';
import { defaultAlertRules } from '../../src/domain/alert/alert-rules.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { resumeChannel } from '../../src/usecases/resume-channel.ts';
import { suspendChannel } from '../../src/usecases/suspend-channel.ts';
import { aChange, anOwed, circuitIdOf, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { anIncident, aTelling } from '../support/an-incident.ts';

const place = { peering: 'MicrosoftPeering', link: 'secondary', family: 'ipv4' } as const;
const step = aChange({
  id: 'p.step',
  at: t0,
  difference: { kind: 'bgp-session', ...place, before: 'up', after: 'down' },
});
const plain = aChange({ id: 'p.plain', at: t0 });

/** A channel with an incident's card that stands, a reply and a plain change on their way, that is lost. */
async function aLostChannel() {
  const store = createMemoryStore();
  const deps = { store, rules: defaultAlertRules, now: () => t0 };
  const to = { channelId: 'C1' };
  const card = 'incident.INC-7K2QF@C1';
  await store.commit({
    putSubscriptions: [aSubscription('S1', 'C1', '')],
    putIncidents: [anIncident({ tellings: [aTelling({ channelId: 'C1', card })] })],
    putPosted: [{ card, posted: { channelId: 'C1', ts: '1.0' } }],
    addChanges: [step, plain],
    owe: [
      anOwed({ key: 'p.plain@C1', to, notice: { kind: 'change', change: plain } }),
      anOwed({ key: 'reply', to, replyTo: card }),
    ],
  });
  await suspendChannel(deps, 'C1', 'archived');
  return { store, resume: () => resumeChannel(deps, 'C1') };
}

test('a channel that is lost keeps what is owed to its threads', async () => {
  const { store } = await aLostChannel();
  const owed = (await store.owed()).filter(({ to }) => 'channelId' in to);
  expect(owed.map(({ key }) => key)).toEqual(['reply']);
});

test('a channel that is back is told of what it missed, but for the steps of incidents that it knows of', async () => {
  const { store, resume } = await aLostChannel();
  await resume();
  const notices = (await store.owed()).map(({ notice }) => notice);
  const caughtUp = notices.flatMap((notice) => (notice.kind === 'catch-up' ? notice.changes : []));
  expect(caughtUp.map(({ id }) => id)).toEqual(['p.plain']);
});

test('a channel that is back is told of what is wrong now, and not of it in the catch-up too', async () => {
  const { store, resume } = await aLostChannel();
  const peering = 'AzurePrivatePeering';
  const subject = { kind: 'connectivity', circuitId: circuitIdOf('lon-01'), peering } as const;
  const opened = anIncident({ id: 'INC-NEW', subject, tellings: [], firstBadAt: t0, openedAt: t0 });
  const seen = aChange({
    id: 'p.seen',
    at: t0,
    difference: { ...place, peering, kind: 'bgp-session', before: 'up', after: 'down' },
  });
  await store.commit({ putIncidents: [opened], addChanges: [seen] });
  await resume();
  const owed = (await store.owed()).filter(({ to, replyTo }) => 'channelId' in to && !replyTo);
  expect(owed.map(({ notice }) => notice.kind)).toEqual(['catch-up', 'incident']);
  const [caughtUp] = owed.flatMap(({ notice }) => (notice.kind === 'catch-up' ? [notice] : []));
  expect(caughtUp?.changes.map(({ id }) => id)).toEqual(['p.plain']);
});

test('what is wrong when a channel is back becomes a digest where the rules say so', async () => {
  const { store } = await aLostChannel();
  const names = ['par-01', 'ams-01', 'fra-01'];
  const putIncidents = names.map((name) => {
    const subject = { kind: 'status', circuitId: circuitIdOf(name) } as const;
    return anIncident({ id: `INC-${name}`, subject, tellings: [], severity: 'warning' });
  });
  await store.commit({ putIncidents });
  await resumeChannel({ store, rules: { ...defaultAlertRules, digestOver: 2 }, now: () => t0 }, 'C1');
  const owed = (await store.owed()).filter(({ to, replyTo }) => 'channelId' in to && !replyTo);
  expect(owed.map(({ notice }) => notice.kind)).toEqual(['catch-up', 'digest']);
});
