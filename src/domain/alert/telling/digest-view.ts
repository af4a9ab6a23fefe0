import { type ChangeKind, changeKinds } from '../../circuit/changes.ts';
import { type Digest, type DigestLine, type DigestSight, type DigestView, digestTop } from '../digest.ts';
import { type Incident, isOpen } from '../incident.ts';
import { type Severity, severities, worst } from '../severity.ts';

/** What a digest says now. An incident that is not in `byId` is one of long ago, and over. */
export function digestView(digest: Digest, byId: ReadonlyMap<string, Incident>): DigestView {
  const { id, why, since, until, about, lines, omitted = 0 } = digest;
  const sights = lines.map((line) => sightOf(line, byId));
  return {
    id,
    why,
    since,
    until,
    ...(about === undefined ? {} : { about }),
    total: lines.length + omitted,
    incidents: countIncidents(sights),
    changes: countChanges(lines),
    worst: worstOf(sights),
    top: sights.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, digestTop),
  };
}

function sightOf(line: DigestLine, byId: ReadonlyMap<string, Incident>): DigestSight {
  const incident = line.kind === 'incident' ? byId.get(line.incidentId) : undefined;
  if (!incident) return line;
  const { state, severity, trouble } = incident;
  return { ...line, now: { state, severity, trouble } };
}

function countIncidents(sights: readonly DigestSight[]): DigestView['incidents'] {
  const states = sights.filter(({ kind }) => kind === 'incident').map(({ now }) => now?.state);
  const open = states.filter((state) => state === 'open').length;
  const clearing = states.filter((state) => state === 'clearing').length;
  return { open, clearing, over: states.length - open - clearing };
}

function countChanges(lines: readonly DigestLine[]): DigestView['changes'] {
  const count = (kind: ChangeKind) =>
    lines.filter((line) => line.kind === 'change' && line.changeKind === kind).length;
  return changeKinds.map((kind) => ({ kind, count: count(kind) })).filter(({ count }) => count > 0);
}

function worstOf(sights: readonly DigestSight[]): Severity {
  const going = sights.filter(isGoing);
  return (going.length > 0 ? going : sights).map(severityOf).reduce(worst, 'info');
}

function isGoing({ now }: DigestSight): boolean {
  return now !== undefined && isOpen(now);
}

function severityOf({ now, severity }: DigestSight): Severity {
  return now?.severity ?? severity;
}

/** What is bad first, the worst of it on top; then what is well for now; what is over last. */
function rankOf(sight: DigestSight): number {
  return placeOf(sight) * severities.length + severities.length - severities.indexOf(severityOf(sight));
}

function placeOf(sight: DigestSight): number {
  if (isGoing(sight)) return sight.now?.state === 'open' ? 0 : 1;
  return sight.kind === 'incident' ? 3 : 2;
}
