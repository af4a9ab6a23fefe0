import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertRules } from '../../../../src/domain/alert/alert-rules.ts';
import type { Condition, Verdict } from '../../../../src/domain/alert/condition.ts';
import {
  type Incident,
  type IncidentStep,
  isOpen,
  stepLimit,
} from '../../../../src/domain/alert/incident.ts';
import { type Advance, advanceIncidents } from '../../../../src/domain/alert/incidents/advance-incidents.ts';
import { acknowledge } from '../../../../src/domain/alert/incidents/people.ts';
import { severities } from '../../../../src/domain/alert/severity.ts';
import { type Subject, subjectKey } from '../../../../src/domain/alert/subject.ts';
import { isEqual } from '../../../../src/domain/equality.ts';
import { circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { aConnectivityTrouble } from '../../../support/an-incident.ts';
import { peering } from '../../support/a-watch.ts';

const minuteMs = 60_000;
const circuitId = circuitIdOf('lon-01');
const subjects: readonly Subject[] = [
  peering,
  { kind: 'connectivity', circuitId, peering: 'AzurePrivatePeering' },
  { kind: 'status', circuitId },
  { kind: 'blind', spot: 'disk', scope: '' },
];

const trouble = fc
  .constantFrom('degraded' as const, 'down' as const)
  .map((extent) => aConnectivityTrouble({ extent }));
const bad = fc.record({
  kind: fc.constant('bad' as const),
  severity: fc.constantFrom(...severities),
  trouble,
});
const good = fc.constant<Verdict>({ kind: 'good' });
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  { weight: 4, arbitrary: bad },
  { weight: 4, arbitrary: good },
  fc.constant<Verdict>({ kind: 'unknown' }),
  fc.constant<Verdict>({ kind: 'gone', why: 'peering-disabled' }),
);

const rules: fc.Arbitrary<AlertRules> = fc.record({
  fireAfterMs: fc.constantFrom(0, 0, minuteMs, 5 * minuteMs),
  clearAfterMs: fc.constantFrom(0, minuteMs, 15 * minuteMs),
  reopenWithinMs: fc.constantFrom(0, 5 * minuteMs, 30 * minuteMs),
  flapTimes: fc.integer({ min: 2, max: 4 }),
  flapWithinMs: fc.constantFrom(minuteMs, 10 * minuteMs),
  calmMs: fc.constantFrom(minuteMs, 10 * minuteMs),
  digestOver: fc.constant(10),
});

const conditions = fc
  .uniqueArray(fc.constantFrom(...subjects), { maxLength: subjects.length })
  .chain((chosen) =>
    fc.tuple(...chosen.map((subject) => fc.record({ subject: fc.constant(subject), verdict }))),
  );

const move = fc.record({
  passMs: fc.constantFrom(
    0,
    15_000,
    15_000,
    30_000,
    minuteMs,
    minuteMs,
    7 * minuteMs,
    40 * minuteMs,
    -45_000,
  ),
  conditions,
  acknowledges: fc.boolean(),
});
const moves = fc.array(move, { maxLength: 60, size: 'max' });

type Moment = {
  readonly now: number;
  readonly before: readonly Incident[];
  readonly advance: Advance;
  readonly after: readonly Incident[];
};

function look(
  incidents: readonly Incident[],
  seen: readonly Condition[],
  now: number,
  its: AlertRules,
  turn = 'last',
): Advance {
  let ids = 0;
  return advanceIncidents({
    incidents,
    conditions: seen,
    now,
    rules: its,
    newId: () => `INC-${turn}-${++ids}`,
    // A failover test goes on every other quarter of an hour.
    causeOf: (subject, _circuit, at) =>
      subjectKey(subject) === subjectKey(peering) && Math.floor(at / (15 * minuteMs)) % 2 === 0
        ? { requestId: `R-${Math.floor(at / (30 * minuteMs))}`, by: 'U0OMAR00001' }
        : undefined,
  });
}

function kept(incidents: readonly Incident[], { put, remove }: Advance): readonly Incident[] {
  const replaced = new Set([...remove, ...put.map(({ id }) => id)]);
  return [...incidents.filter(({ id }) => !replaced.has(id)), ...put];
}

function momentsOf(its: AlertRules, made: typeof moves extends fc.Arbitrary<infer M> ? M : never): Moment[] {
  const moments: Moment[] = [];
  let now = t0;
  let incidents: readonly Incident[] = [];
  for (const { passMs, conditions: seen, acknowledges } of made) {
    now += passMs;
    const advance = look(incidents, seen, now, its, `${moments.length}`);
    const after = kept(incidents, advance);
    moments.push({ now, before: incidents, advance, after });
    incidents = acknowledges ? after.map((each) => acknowledged(each, now)) : after;
  }
  return moments;
}

function acknowledged(incident: Incident, at: number): Incident {
  return isOpen(incident) ? acknowledge(incident, { by: 'U0OMAR00001', at }) : incident;
}

function law(holds: (moments: readonly Moment[], its: AlertRules) => void): void {
  fc.assert(
    fc.property(rules, moves, (its, made) => holds(momentsOf(its, made), its)),
    { numRuns: 150 },
  );
}

/** Every step that an incident ever had, those that it no longer keeps included. */
function storiesOf(moments: readonly Moment[]): readonly (readonly IncidentStep[])[] {
  const stories = new Map<string, Map<number, IncidentStep>>();
  for (const incident of moments.flatMap(({ after }) => after)) {
    const story = stories.get(incident.id) ?? new Map<number, IncidentStep>();
    for (const step of incident.steps) story.set(step.n, step);
    stories.set(incident.id, story);
  }
  return [...stories.values()].map((story) => [...story.values()].toSorted((a, b) => a.n - b.n));
}

describe('whatever was seen', () => {
  test('what ends healthy ends with no open incident', () => {
    law((moments, its) => {
      const last = moments.at(-1) ?? { now: t0, after: [] };
      const healthy = subjects.map((subject) => ({ subject, verdict: { kind: 'good' } as const }));
      const seen = kept(last.after, look(last.after, healthy, last.now, its));
      const enough = last.now + its.calmMs + its.clearAfterMs;
      const ended = kept(seen, look(seen, [], enough, its));
      expect(ended.filter(({ state }) => state !== 'resolved')).toEqual([]);
    });
  });

  test('a subject has one unresolved incident at most', () => {
    law((moments) => {
      for (const { after } of moments) {
        const keys = after
          .filter(({ state }) => state !== 'resolved')
          .map(({ subject }) => subjectKey(subject));
        expect(new Set(keys).size).toBe(keys.length);
      }
    });
  });

  test('an incident is in the answer only when it is another', () => {
    law((moments) => {
      for (const { before, advance } of moments) {
        for (const incident of advance.put) {
          expect(before.some((old) => old.id === incident.id && isEqual(old, incident))).toBe(false);
        }
        expect(
          advance.remove.every((id) => before.some((old) => old.id === id && old.state === 'pending')),
        ).toBe(true);
      }
    });
  });

  test('a new revision is one more, and there is one with each step', () => {
    law((moments) => {
      for (const { before, advance } of moments) {
        for (const incident of advance.put) {
          const old = before.find(({ id }) => id === incident.id);
          const steps = (old?.steps.at(-1)?.n ?? 0) !== (incident.steps.at(-1)?.n ?? 0);
          const more = incident.revision - (old?.revision ?? 0);
          expect(steps || !old?.flapping ? [1] : [0, 1]).toContain(more);
        }
      }
    });
  });

  test('an incident that is open is bad, and one that is over says when and why', () => {
    law((moments) => {
      for (const incident of moments.flatMap(({ after }) => after)) {
        const { state, goodSince, resolvedAt, ending, openedAt, flapping, steps } = incident;
        expect(state === 'resolved').toBe(resolvedAt !== undefined && ending !== undefined);
        expect(state === 'open' && goodSince !== undefined).toBe(false);
        expect(state === 'clearing' && goodSince === undefined).toBe(false);
        expect(state === 'pending').toBe(openedAt === undefined && steps.length === 0);
        expect(flapping === undefined || isOpen(incident)).toBe(true);
      }
    });
  });

  test('nothing grows without end', () => {
    law((moments, { flapTimes }) => {
      for (const { steps, omittedSteps, bads } of moments.flatMap(({ after }) => after)) {
        expect(steps.length).toBeLessThanOrEqual(stepLimit);
        expect(steps.length + omittedSteps).toBe(steps.at(-1)?.n ?? 0);
        expect(bads.length).toBeLessThanOrEqual(flapTimes);
      }
    });
  });
});

describe('the same facts', () => {
  test('once more change nothing', () => {
    fc.assert(
      fc.property(rules, moves, conditions, (its, made, seen) => {
        const { after, now } = momentsOf(its, made).at(-1) ?? { after: [], now: t0 };
        const once = kept(after, look(after, seen, now, its));
        expect(look(once, seen, now, its)).toEqual({ put: [], remove: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('in another order make the same incidents', () => {
    fc.assert(
      fc.property(rules, moves, conditions, (its, made, seen) => {
        const { after, now } = momentsOf(its, made).at(-1) ?? { after: [], now: t0 };
        const one = kept(after, look(after, seen, now + minuteMs, its));
        const other = kept(after, look(after, seen.toReversed(), now + minuteMs, its));
        expect(bySubject(other)).toEqual(bySubject(one));
      }),
      { numRuns: 150 },
    );
  });

  test('mean the same after a restart', () => {
    fc.assert(
      fc.property(rules, moves, conditions, (its, made, seen) => {
        const { after, now } = momentsOf(its, made).at(-1) ?? { after: [], now: t0 };
        const stored: readonly Incident[] = JSON.parse(JSON.stringify(after));
        expect(look(stored, seen, now + minuteMs, its)).toEqual(look(after, seen, now + minuteMs, its));
      }),
      { numRuns: 150 },
    );
  });
});

/** Without the ids of new ones, which are given in the order in which they begin. */
function bySubject(incidents: readonly Incident[]) {
  return incidents
    .map(({ id: _, ...incident }) => JSON.stringify(incident))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

type Turn = Exclude<IncidentStep['what']['kind'], 'acknowledged' | 'assigned' | 'muted'>;
type Scene = 'nothing' | 'bad' | 'well' | 'flapping' | 'calm' | 'over';

/** What may be told next, and how it stands then. */
const next: Readonly<Record<Scene, Partial<Record<Turn, Scene>>>> = {
  nothing: { opened: 'bad' },
  bad: { changed: 'bad', well: 'well', flapping: 'flapping', resolved: 'over' },
  well: { 'bad-again': 'bad', resolved: 'over' },
  flapping: { changed: 'flapping', 'bad-again': 'flapping', calm: 'calm', resolved: 'over' },
  calm: { changed: 'bad', well: 'well', resolved: 'over' },
  over: { reopened: 'bad' },
};

describe('a story', () => {
  test('makes sense: each step can follow the one before it', () => {
    law((moments) => {
      for (const story of storiesOf(moments)) {
        let scene: Scene = 'nothing';
        for (const { what } of story) {
          if (what.kind === 'acknowledged' || what.kind === 'assigned' || what.kind === 'muted') continue;
          const then: Scene | undefined = next[scene][what.kind];
          if (!then) throw new Error(`${what.kind} after ${scene}: ${story.map((step) => step.what.kind)}`);
          scene = then;
        }
      }
    });
  });

  test('numbers its steps from 1 without a gap, and lasts no negative time', () => {
    law((moments) => {
      for (const story of storiesOf(moments)) {
        expect(story.map(({ n }) => n)).toEqual(story.map((_, index) => index + 1));
        for (const { what } of story) {
          if (what.kind === 'resolved') expect(what.lastedMs).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  test('stays short, and its message is edited once a minute, however long it flaps', () => {
    const turns = fc.array(
      fc.record({ passMs: fc.constantFrom(5_000, 15_000, 30_000), verdict: fc.oneof(bad, good) }),
      {
        minLength: 200,
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(rules, turns, (drawn, made) => {
        const its = { ...drawn, fireAfterMs: 0, flapWithinMs: 10 * minuteMs, calmMs: 10 * minuteMs };
        const seen = made.map(({ passMs, verdict: one }) => ({
          passMs,
          conditions: [{ subject: peering, verdict: one }],
          acknowledges: false,
        }));
        const moments = momentsOf(its, seen);
        const last = moments.at(-1);
        const incident = last?.after.at(-1);
        const steps = incident?.steps.at(-1)?.n ?? 0;
        expect(last?.after.length ?? 0).toBeLessThanOrEqual(its.flapTimes);
        expect(steps).toBeLessThanOrEqual(30);
        expect(incident?.revision ?? 0).toBeLessThanOrEqual(steps + ((last?.now ?? t0) - t0) / minuteMs);
      }),
      { numRuns: 40 },
    );
  });
});
