import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '../../../../src/domain/alert/audience.ts';
import type { Condition } from '../../../../src/domain/alert/condition.ts';
import { bumpLimit, type Incident } from '../../../../src/domain/alert/incident.ts';
import { muteOf } from '../../../../src/domain/alert/mute.ts';
import type { Owed } from '../../../../src/domain/alert/notice.ts';
import { changeKey } from '../../../../src/domain/alert/owe.ts';
import { type Severity, severities } from '../../../../src/domain/alert/severity.ts';
import { subjectKey } from '../../../../src/domain/alert/subject.ts';
import { subjectOf } from '../../../../src/domain/alert/subject-of-change.ts';
import { wantsIncident } from '../../../../src/domain/alert/subscription.ts';
import { tellAlerts } from '../../../../src/domain/alert/telling/tell-alerts.ts';
import type { Change, CircuitRef } from '../../../../src/domain/circuit/changes.ts';
import { aChange, aCircuitRef } from '../../../support/a-circuit.ts';
import { aSubscription } from '../../../support/a-subscription.ts';
import { aConnectivityTrouble } from '../../../support/an-incident.ts';
import { anAudience, aWindow, quietNights } from '../support/a-look.ts';
import { applied, aWorld, type Event, live, type Turn, type World } from '../support/telling-world.ts';

const channels = ['C1', 'C2', 'C3'] as const;
const names = ['lon-01', 'lon-02', 'ams-01', 'ams-02', 'fra-01', 'fra-02'] as const;
const minuteMs = 60_000;

const listeners = anAudience({
  subscriptions: [
    aSubscription('S1', 'C1', ''),
    aSubscription('S2', 'C2', 'severity:warning'),
    aSubscription('S3', 'C2', 'circuit:lon'),
    aSubscription('S4', 'C3', 'kind:bgp-session,bandwidth'),
  ],
  quietHours: [quietNights({ channelId: 'C2' })],
});

const place = { peering: 'MicrosoftPeering', link: 'primary', family: 'ipv4' } as const;
type Sight = { readonly name: (typeof names)[number]; readonly is: Severity | 'good' | 'unknown' };

function conditionsOf({ name, is }: Sight): readonly Condition[] {
  const circuit = aCircuitRef({ name });
  const subject = { kind: 'connectivity', circuitId: circuit.id, peering: place.peering } as const;
  if (is === 'good' || is === 'unknown') return [{ subject, circuit, verdict: { kind: is } }];
  const extent = is === 'critical' ? 'down' : is === 'warning' ? 'degraded' : 'layer-2';
  const trouble = aConnectivityTrouble({ extent });
  return [{ subject, circuit, verdict: { kind: 'bad', severity: is, trouble } }];
}

function changesOf(sights: readonly Sight[], look: number): readonly Change[] {
  return sights.flatMap(({ name, is }, index) => {
    const circuit = aCircuitRef({ name });
    const id = `poll-${look}.${index}`;
    const bandwidth = aChange({
      id: `${id}.b`,
      circuit,
      difference: { kind: 'bandwidth', beforeMbps: 1, afterMbps: 2 },
    });
    if (is === 'unknown') return [bandwidth];
    const after = is === 'good' ? 'up' : 'down';
    const before = after === 'up' ? 'down' : 'up';
    return [aChange({ id, circuit, difference: { kind: 'bgp-session', ...place, before, after } })];
  });
}

const sights = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...names), is: fc.constantFrom(...severities, 'good', 'unknown') }),
  { maxLength: 6, selector: ({ name }) => name },
);

const wants: fc.Arbitrary<Event['audience']> = fc.oneof(
  { weight: 4, arbitrary: fc.constant((before: Audience) => before) },
  fc
    .record({ channelId: fc.constantFrom(...channels), name: fc.constantFrom(...names), hours: fc.nat(12) })
    .map(({ channelId, name, hours }) => (before: Audience, now: number) => ({
      ...before,
      mutes: [
        ...before.mutes.filter((mute) => mute.channelId !== channelId),
        muteFor(channelId, name, now, hours),
      ],
    })),
  fc.subarray([...channels]).map((lost) => (before: Audience, now: number) => ({
    ...before,
    suspensions: lost.map((channelId) => ({ channelId, reason: 'archived' as const, since: now })),
  })),
  fc
    .record({ effect: fc.constantFrom('hold' as const, 'mark' as const), hours: fc.nat(12) })
    .map(({ effect, hours }) => (before: Audience, now: number) => ({
      ...before,
      windows: [
        ...before.windows,
        aWindow({
          id: `MW-${now}`,
          effect,
          from: now,
          until: now + hours * 60 * minuteMs,
          filter: [{ key: 'circuit', value: 'lon' }],
        }),
      ],
    })),
);

function muteFor(channelId: string, name: string, now: number, hours: number) {
  const circuitId = aCircuitRef({ name }).id;
  return { channelId, circuitId, circuitName: name, until: now + hours * 60 * minuteMs, byUserId: 'U1' };
}

const events = fc
  .array(
    fc.record({
      afterMs: fc.constantFrom(1, 1, 30, 480).map((minutes) => minutes * minuteMs),
      sights,
      audience: wants,
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    list.map(
      ({ afterMs, sights, audience }, look): Event => ({
        afterMs,
        audience,
        conditions: sights.flatMap(conditionsOf),
        changes: changesOf(sights, look),
      }),
    ),
  );

function liveThrough(list: readonly Event[]): readonly Turn[] {
  let world: World = aWorld(listeners);
  return list.map((event) => {
    const turn = live(world, event);
    world = turn.after;
    return turn;
  });
}

/** Whatever happened, until all is well, reachable and over. */
function liveToTheEnd(list: readonly Event[]): readonly Turn[] {
  const well: Event = {
    afterMs: 72 * 60 * minuteMs - 1,
    conditions: names.flatMap((name) => conditionsOf({ name, is: 'good' })),
    changes: [],
    audience: (before) => ({ ...before, suspensions: [], quietHours: [] }),
  };
  return liveThrough([...list, well, { ...well, conditions: [] }]);
}

const isReply = ({ replyTo }: Owed) => replyTo !== undefined;
const nameOf = ({ key, card }: Owed) => card ?? key;
const channelOf = ({ to }: Owed) => ('channelId' in to ? to.channelId : to.userId);

/** Messages that make a sound in a channel: not edits, not replies. */
function freshIn({ told }: Turn, before: readonly Owed[], channelId: string): readonly Owed[] {
  const known = new Set(before.map(nameOf));
  return told.owe.filter(
    (owed) => channelOf(owed) === channelId && !isReply(owed) && !known.has(nameOf(owed)),
  );
}

function owedBefore({ told, after }: Turn): readonly Owed[] {
  return after.owed.slice(0, after.owed.length - told.owe.length);
}

function circuitOf({ notice }: Owed): CircuitRef | undefined {
  if (notice.kind === 'change') return notice.change.circuit;
  if (notice.kind === 'incident') return notice.view.circuit;
  return notice.kind === 'incident-steps' ? notice.circuit : undefined;
}

const holds = (law: (turns: readonly Turn[]) => void, lives = liveThrough) =>
  fc.assert(
    fc.property(events, (list) => law(lives(list))),
    { numRuns: 150 },
  );

describe('whatever happens', () => {
  test('a key is used once', () => {
    holds((turns) => {
      const keys = turns.at(-1)?.after.owed.map(({ key }) => key) ?? [];
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  test('the messages of a channel are bounded by incidents, digests and changes', () => {
    holds((turns) => {
      const last = turns.at(-1)?.after;
      for (const { id } of last?.incidents ?? []) {
        for (const channelId of channels) {
          const cards = last?.owed.filter(
            (owed) =>
              owed.notice.kind === 'incident' && owed.notice.view.id === id && channelOf(owed) === channelId,
          );
          expect(new Set(cards?.map(nameOf)).size).toBeLessThanOrEqual(1 + bumpLimit);
        }
      }
    });
  });

  test('one look gives a channel few messages beside its digests', () => {
    holds((turns) => {
      for (const turn of turns) {
        for (const channelId of channels) {
          const fresh = freshIn(turn, owedBefore(turn), channelId);
          const alone = fresh.filter(({ notice }) => notice.kind !== 'digest');
          expect(alone.length).toBeLessThanOrEqual(turn.input.rules.digestOver);
        }
      }
    });
  });

  test('the same look over what it left changes nothing', () => {
    holds((turns) => {
      for (const { input, told } of turns) {
        const after = applied(input, told);
        const again = tellAlerts({ ...input, ...after, id: 'again', before: after.incidents, changes: [] });
        expect(again).toEqual({
          incidents: [],
          digests: [],
          hold: [],
          unhold: [],
          removeMutes: [],
          removeWindows: [],
          owe: [],
        });
      }
    });
  });

  test('a reply is owed after its card', () => {
    holds((turns) => {
      const seen = new Set<string>();
      for (const owed of turns.at(-1)?.after.owed ?? []) {
        expect(owed.replyTo === undefined || seen.has(owed.replyTo)).toBe(true);
        seen.add(nameOf(owed));
      }
    });
  });

  test('what is muted is owed no new message and no reply', () => {
    holds((turns) => {
      for (const turn of turns) {
        const { mutes } = turn.input.audience;
        const known = new Set(owedBefore(turn).map(nameOf));
        for (const owed of turn.told.owe.filter((one) => isReply(one) || !known.has(nameOf(one)))) {
          const circuit = circuitOf(owed);
          if (!circuit) continue;
          expect(muteOf(mutes, channelOf(owed), circuit.id, [], turn.input.now)).toBeUndefined();
        }
      }
    });
  });

  test('a channel that cannot be reached is owed edits alone', () => {
    holds((turns) => {
      for (const turn of turns) {
        const lost = turn.input.audience.suspensions.map(({ channelId }) => channelId);
        for (const channelId of lost) {
          expect(freshIn(turn, owedBefore(turn), channelId)).toEqual([]);
          expect(turn.told.owe.filter((owed) => isReply(owed) && channelOf(owed) === channelId)).toEqual([]);
        }
      }
    });
  });

  test('the last version of a card says how its incident stands', () => {
    holds((turns) => {
      for (const { after } of turns) {
        for (const incident of after.incidents) {
          for (const { form, card } of incident.tellings.filter((telling) => telling.form === 'card')) {
            const notice = after.owed.findLast((owed) => owed.card === card)?.notice;
            expect(form === 'card' && notice?.kind === 'incident' && notice.view).toMatchObject({
              state: incident.state,
              severity: incident.severity,
            });
          }
        }
      }
    });
  });

  test('the last version of a digest counts what is still open in it', () => {
    holds((turns) => {
      for (const { after } of turns) {
        for (const { id, lines } of after.digests) {
          const mine = new Set(lines.map((line) => (line.kind === 'incident' ? line.incidentId : '')));
          const open = after.incidents.filter((one) => mine.has(one.id) && one.state === 'open').length;
          const notice = after.owed.findLast(({ card }) => card === `digest.${id}`)?.notice;
          expect(notice?.kind === 'digest' && notice.view.incidents.open).toBe(open);
        }
      }
    });
  });
});

function listeningTo(incident: Incident, { audience }: Turn['input']): readonly string[] {
  const lost = audience.suspensions.map(({ channelId }) => channelId);
  const wanting = audience.subscriptions.filter(({ wish }) => wantsIncident(wish, incident));
  return [...new Set(wanting.map(({ channelId }) => channelId))].filter((id) => !lost.includes(id));
}

/** Whether a channel has been told of a change in some way, or will be. */
function isTold(change: Change, channelId: string, { input, after }: Turn): boolean {
  const subject = subjectOf(change);
  const key = subject && subjectKey(subject);
  const isHere = (entry: { readonly channelId: string }) => entry.channelId === channelId;
  return (
    after.owed.some((owed) => owed.key === changeKey(change.id, channelId)) ||
    after.held.some(
      ({ what, ...held }) => isHere(held) && what.kind === 'change' && what.change.id === change.id,
    ) ||
    after.digests.some(
      (digest) =>
        isHere(digest) && digest.lines.some((line) => line.kind === 'change' && line.changeId === change.id),
    ) ||
    [...input.before, ...after.incidents].some(
      (incident) => subjectKey(incident.subject) === key && incident.tellings.some(isHere),
    )
  );
}

describe('nothing is lost and nothing told twice', () => {
  test('each channel that wants an incident which opens knows of it in one way', () => {
    holds((turns) => {
      for (const { input, after } of turns) {
        const before = new Map(input.before.map((incident) => [incident.id, incident]));
        for (const incident of after.incidents) {
          const told = incident.tellings.map(({ channelId }) => channelId);
          expect(new Set(told).size).toBe(told.length);
          if (before.get(incident.id) || incident.state !== 'open') continue;
          expect(told).toEqual(expect.arrayContaining([...listeningTo(incident, input)]));
        }
      }
    });
  });

  test('each change is told in a channel that wants everything', () => {
    holds((turns) => {
      for (const turn of turns) {
        if (turn.input.audience.suspensions.some(({ channelId }) => channelId === 'C1')) continue;
        for (const change of turn.input.changes) expect(isTold(change, 'C1', turn)).toBe(true);
      }
    });
  });

  test('in the end nothing is held, and each thing that was held was told once', () => {
    holds((turns) => {
      const last = turns.at(-1)?.after;
      expect(last?.held).toEqual([]);
      expect(last?.audience.mutes).toEqual([]);
      expect(last?.audience.windows).toEqual([]);
      const lines = last?.digests.flatMap(({ channelId, lines }) =>
        lines.map((line) => (line.kind === 'change' ? `${line.changeId}@${channelId}` : '')),
      );
      const held = turns.flatMap(({ told }) => told.hold);
      for (const { what, channelId } of held) {
        if (what.kind !== 'change') continue;
        const key = changeKey(what.change.id, channelId);
        expect(lines?.filter((line) => line === key)).toHaveLength(1);
        expect(last?.owed.some((owed) => owed.key === key)).toBe(false);
      }
      for (const { tellings } of last?.incidents ?? []) {
        expect(tellings.filter(({ form }) => form === 'held')).toEqual([]);
      }
    }, liveToTheEnd);
  });
});
