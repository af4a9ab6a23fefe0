import type { Condition, Verdict } from '../condition.ts';
import type { Incident } from '../incident.ts';
import { subjectKey } from '../subject.ts';
import { advanceClearing } from './clearing.ts';
import { inTime } from './in-time.ts';
import type { Look } from './look.ts';
import { advanceOpen } from './open.ts';
import { advancePending, begin } from './pending.ts';
import { notAhead, revised } from './revision.ts';

export type Advance = {
  readonly put: readonly Incident[];
  /** Pending ones that got well, or that turned out to be an older one that came back. */
  readonly remove: readonly string[];
};

/**
 * The incidents after a look, or after time alone (`conditions: []`); one that stays as it is is not in the answer. Of
 * several conditions of a subject the last counts.
 */
export function advanceIncidents({
  incidents,
  conditions,
  ...look
}: Look & {
  readonly incidents: readonly Incident[];
  readonly conditions: readonly Condition[];
}): Advance {
  const last = new Map(conditions.map((condition) => [subjectKey(condition.subject), condition]));
  const former = formerBySubject(incidents);
  const going = incidents
    .filter(({ state }) => state !== 'resolved')
    .map((before) => {
      const key = subjectKey(before.subject);
      return { key, before, after: advance(before, last.get(key)?.verdict, former.get(key), look) };
    });
  const known = new Set(going.map(({ key }) => key));
  const begun = [...last].map(([key, condition]) =>
    known.has(key) ? undefined : begin(condition, former.get(key), look),
  );
  const moved = going.map(({ before, after }) => (after === before ? undefined : after));
  return {
    put: [...moved, ...begun].filter((incident) => incident !== undefined),
    remove: going.filter(({ before, after }) => after?.id !== before.id).map(({ before }) => before.id),
  };
}

/** Of each subject the incident that ended last. */
function formerBySubject(incidents: readonly Incident[]): ReadonlyMap<string, Incident> {
  const resolved = incidents.filter(({ state }) => state === 'resolved');
  const byEnd = resolved.toSorted((a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0));
  return new Map(byEnd.map((incident) => [subjectKey(incident.subject), incident]));
}

/** Undefined: it never was. Another incident: it is that one, come back. */
function advance(
  incident: Incident,
  verdict: Verdict | undefined,
  former: Incident | undefined,
  look: Look,
): Incident | undefined {
  const before = notAhead(incident, look.now);
  if (before.state !== 'pending') {
    const looked = before.state === 'clearing' ? advanceClearing : advanceOpen;
    return revised(incident, inTime(looked(before, verdict, look), look), look.now);
  }
  const after = advancePending(before, verdict, former, look);
  return after?.id === incident.id ? revised(incident, after, look.now) : after;
}
