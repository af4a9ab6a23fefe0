import type { Instant } from '../../instant.ts';
import type { Incident } from '../incident.ts';

/** How often messages are edited for the turns of one that is flapping. */
const showEveryMs = 60_000;

/** The incident after something happened to it, with the revision that names what is then shown. */
export function revised(before: Incident, after: Incident, now: Instant): Incident {
  const isSilent = before.flapping && after.flapping && after.steps === before.steps;
  if (isSilent) return showTurns(after, now);
  return after === before ? before : shown({ ...after, revision: before.revision + 1 }, now);
}

/** Turns of one that is flapping are remembered at once, and shown together. */
function showTurns(incident: Incident, now: Instant): Incident {
  const { flapping, revision } = incident;
  const isDue = flapping && flapping.lastTurnAt > flapping.shownAt && now - flapping.shownAt >= showEveryMs;
  return isDue ? shown({ ...incident, revision: revision + 1 }, now) : incident;
}

function shown(incident: Incident, now: Instant): Incident {
  return incident.flapping ? { ...incident, flapping: { ...incident.flapping, shownAt: now } } : incident;
}

/** After a clock went back, what seems to lie ahead counts from now: it ends later, never sooner, and does end. */
export function notAhead(incident: Incident, now: Instant): Incident {
  const { state, firstBadAt, goodSince, flapping } = incident;
  const isAhead =
    (state === 'pending' && firstBadAt > now) ||
    (state === 'clearing' && goodSince !== undefined && goodSince > now) ||
    (flapping && flapping.lastTurnAt > now);
  if (!isAhead) return incident;
  return {
    ...incident,
    ...(state === 'pending' ? { firstBadAt: now } : {}),
    ...(goodSince === undefined ? {} : { goodSince: Math.min(goodSince, now) }),
    ...(flapping ? { flapping: backTo(flapping, now) } : {}),
  };
}

function backTo(flapping: NonNullable<Incident['flapping']>, now: Instant) {
  const { lastTurnAt, shownAt } = flapping;
  return { ...flapping, lastTurnAt: Math.min(lastTurnAt, now), shownAt: Math.min(shownAt, now) };
}
