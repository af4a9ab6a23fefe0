import type { Condition, Verdict } from '../../../domain/alert/condition.ts';
import { registrationConditions } from '../../../domain/alert/conditions/registration-conditions.ts';
import type { Incident } from '../../../domain/alert/incident.ts';
import { isSameTrouble } from '../../../domain/alert/incidents/same-trouble.ts';
import { circuitOf, subjectKey } from '../../../domain/alert/subject.ts';
import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../../domain/circuit/known-circuit.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Registration } from '../../../domain/validation/registration/registration.ts';

/** How the registries stand for all circuits, as far as the incidents that there are do not say so already. */
export function judgeRegistrations(
  circuits: readonly KnownCircuit[],
  registrations: ReadonlyMap<CircuitId, Registration>,
  incidents: readonly Incident[],
  now: Instant,
): readonly Condition[] {
  const standing = incidents.filter(({ state }) => state !== 'resolved');
  const bySubject = new Map(standing.map((incident) => [subjectKey(incident.subject), incident]));
  const byCircuit = Map.groupBy(standing, ({ subject }) => circuitOf(subject));
  return circuits.flatMap((known) => {
    const { id } = known.circuit;
    const open = (byCircuit.get(id) ?? []).map(({ subject }) => subject);
    return registrationConditions(known, registrations.get(id), open, now).filter(({ subject, verdict }) =>
      isNews(verdict, bySubject.get(subjectKey(subject))),
    );
  });
}

function isNews(verdict: Verdict, incident: Incident | undefined): boolean {
  switch (verdict.kind) {
    case 'unknown':
      return false;
    case 'good':
    case 'gone':
      return incident !== undefined;
    case 'bad':
      return (
        incident?.state !== 'open' ||
        incident.severity !== verdict.severity ||
        !isSameTrouble(incident.trouble, verdict.trouble)
      );
  }
}
