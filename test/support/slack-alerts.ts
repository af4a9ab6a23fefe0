import {
  type DigestSight,
  type DigestView,
  digestReasons,
  digestTop,
} from '../../src/domain/alert/digest.ts';
import { incidentStates, stepLimit } from '../../src/domain/alert/incident.ts';
import type { Notice } from '../../src/domain/alert/notice.ts';
import { severities } from '../../src/domain/alert/severity.ts';
import { changeKinds } from '../../src/domain/circuit/changes.ts';
import { t0 } from './a-circuit.ts';
import type { Cast } from './slack-cast.ts';
import { incidentsOf, incidentViewsOf, turnsOf } from './slack-incidents.ts';

type AlertKind = 'incident' | 'incident-steps' | 'digest' | 'digest-turns';

/** Every notice about incidents, as little and as much as each can hold. */
export function alertNoticesOf(cast: Cast): { readonly [K in AlertKind]: readonly Notice[] } {
  const turns = turnsOf(cast);
  return {
    incident: incidentViewsOf(cast).map((view) => ({ kind: 'incident', view })),
    'incident-steps': [
      ...turns.map(({ incidentId, subject, circuit, step }) => ({
        kind: 'incident-steps' as const,
        incidentId,
        subject,
        ...(circuit ? { circuit } : {}),
        steps: [step],
        omitted: 0,
      })),
      ...[0, 1, 40].flatMap((omitted) =>
        turns.slice(0, 1).map(({ incidentId, subject, circuit }) => ({
          kind: 'incident-steps' as const,
          incidentId,
          subject,
          ...(circuit ? { circuit } : {}),
          steps: turns.slice(0, stepLimit).map(({ step }) => step),
          omitted,
        })),
      ),
    ],
    digest: digestViewsOf(cast).map((view) => ({ kind: 'digest', view })),
    'digest-turns': [
      ...turns.map((turn) => turnsNotice([turn], 1)),
      turnsNotice(turns.slice(0, digestTop), 500),
      turnsNotice([], 0),
    ],
  };
}

function turnsNotice(top: ReturnType<typeof turnsOf>, total: number): Notice {
  const counts = { worse: total, again: 0, back: total, over: 0, other: 0 };
  return { kind: 'digest-turns', digestId: 'D-1', at: t0, counts, top };
}

/** Lines of every kind: each trouble in each state, what is known of no incident any more, each kind of change. */
export function digestSightsOf(cast: Cast): readonly DigestSight[] {
  const { id, name, resourceGroup } = cast.known.circuit;
  const ofKinds = [...new Map(incidentsOf(cast).map((one) => [one.trouble.kind, one])).values()];
  const named = { at: t0, circuitName: name, circuitId: id, resourceGroup };
  const unnamed = { at: t0, circuitName: '', circuitId: '', resourceGroup: '' } as const;
  return [
    ...ofKinds.flatMap(({ id: incidentId, subject, trouble, severity, circuit }) => {
      const line = {
        kind: 'incident',
        incidentId,
        subject,
        severity,
        ...(circuit ? named : unnamed),
      } as const;
      return [line, ...incidentStates.map((state) => ({ ...line, now: { state, severity, trouble } }))];
    }),
    ...changeKinds.flatMap((changeKind) =>
      severities.map((severity) => ({
        kind: 'change' as const,
        changeId: 'p.1',
        changeKind,
        severity,
        ...named,
      })),
    ),
  ];
}

function digestViewsOf(cast: Cast): readonly DigestView[] {
  const all = digestSightsOf(cast);
  const pages = Array.from({ length: Math.ceil(all.length / digestTop) }, (_, index) =>
    all.slice(index * digestTop, (index + 1) * digestTop),
  );
  const none = { incidents: { open: 0, clearing: 0, over: 0 }, changes: [], worst: 'info', top: [] } as const;
  const many = {
    incidents: { open: 11, clearing: 1, over: 20 },
    changes: changeKinds.map((kind) => ({ kind, count: 2 })),
    worst: 'critical',
  } as const;
  const span = { id: 'D-1', since: t0 - 3_600_000, until: t0 };
  return digestReasons.flatMap((why) => [
    { ...span, why, ...none, total: 0 },
    { ...span, why, ...none, total: 1, about: cast.text, top: all.slice(0, 1) },
    ...pages.map((top) => ({ ...span, why, about: cast.text, ...many, total: 500, top })),
  ]);
}
