import { type AlertRules, defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import type { Condition, ConnectivityTrouble, Verdict } from '../../../src/domain/alert/condition.ts';
import type { Incident } from '../../../src/domain/alert/incident.ts';
import { type Advance, advanceIncidents } from '../../../src/domain/alert/incidents/advance-incidents.ts';
import type { Look } from '../../../src/domain/alert/incidents/look.ts';
import type { Subject } from '../../../src/domain/alert/subject.ts';
import { circuitIdOf, t0 } from '../../support/a-circuit.ts';
import { aConnectivityTrouble } from '../../support/an-incident.ts';

export const peering: Subject = {
  kind: 'connectivity',
  circuitId: circuitIdOf('lon-01'),
  peering: 'MicrosoftPeering',
};

export const good: Verdict = { kind: 'good' };
export const unknown: Verdict = { kind: 'unknown' };
export const gone: Verdict = { kind: 'gone', why: 'peering-removed' };

export type Bad = Extract<Verdict, { kind: 'bad' }>;

export function degraded(trouble: Partial<ConnectivityTrouble> = {}): Bad {
  return { kind: 'bad', severity: 'warning', trouble: aConnectivityTrouble(trouble) };
}

export function down(): Bad {
  return { kind: 'bad', severity: 'critical', trouble: aConnectivityTrouble({ extent: 'down' }) };
}

/** What a store does with incidents, and looks that follow one another. Times are seconds since `t0`. */
export function aWatch(rules: Partial<AlertRules> = {}, causeOf?: Look['causeOf']) {
  let incidents: readonly Incident[] = [];
  let ids = 0;
  const watch = {
    take(seconds: number, conditions: readonly Condition[]): Advance {
      const advance = advanceIncidents({
        incidents,
        conditions,
        now: t0 + seconds * 1_000,
        rules: { ...defaultAlertRules, ...rules },
        newId: () => `INC-${++ids}`,
        ...(causeOf ? { causeOf } : {}),
      });
      const replaced = new Set([...advance.remove, ...advance.put.map(({ id }) => id)]);
      incidents = [...incidents.filter(({ id }) => !replaced.has(id)), ...advance.put];
      return advance;
    },
    look: (seconds: number, verdict: Verdict, subject: Subject = peering) =>
      watch.take(seconds, [{ subject, verdict }]),
    pass: (seconds: number) => watch.take(seconds, []),
    put(incident: Incident) {
      incidents = [...incidents.filter(({ id }) => id !== incident.id), incident];
    },
    all: () => incidents,
    /** The newest incident. */
    last(): Incident {
      const incident = incidents.at(-1);
      if (!incident) throw new Error('There is no incident.');
      return incident;
    },
    /** The newest incident's story: `0 opened`, `60 well` … */
    story: () => watch.last().steps.map(({ at, what }) => `${(at - t0) / 1_000} ${what.kind}`),
  };
  return watch;
}
