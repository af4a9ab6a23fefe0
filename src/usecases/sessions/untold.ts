import type { Condition, Verdict } from '../../domain/alert/condition.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import { subjectKey } from '../../domain/alert/subject.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { isEqual } from '../../domain/equality.ts';
import { memoryOf, type WatchMemory } from './watch-memory.ts';

/**
 * The conditions that the alert desk does not have yet: other than what it was last told, or at odds with the incidents
 * that there are, so that nothing that was once overruled or lost stays so.
 */
export function untoldConditions(
  memory: WatchMemory,
  conditions: readonly Condition[],
  incidents: readonly Incident[],
): readonly Condition[] {
  const open = new Map(
    incidents.filter(isStanding).map((incident) => [subjectKey(incident.subject), incident]),
  );
  return conditions.filter(({ subject, circuit, verdict }) => {
    const key = subjectKey(subject);
    const told = circuit && memoryOf(memory, circuit.id).told.get(key);
    return !isEqual(told, verdict) || isAtOdds(verdict, open.get(key));
  });
}

function isStanding({ state }: Incident): boolean {
  return state === 'pending' || state === 'open';
}

/** A flapping incident stays open for a while though all is well. */
function isAtOdds(verdict: Verdict, incident: Incident | undefined): boolean {
  if (verdict.kind === 'bad') return incident === undefined;
  return (verdict.kind === 'good' || verdict.kind === 'gone') && incident !== undefined && !incident.flapping;
}

/** The desk has them. What a circuit has no condition of any more is forgotten. */
export function noteTold(memory: WatchMemory, conditions: readonly Condition[]): void {
  const byCircuit = new Map<CircuitId, Map<string, Verdict>>();
  for (const { subject, circuit, verdict } of conditions) {
    if (!circuit) continue;
    const told = byCircuit.get(circuit.id) ?? new Map<string, Verdict>();
    byCircuit.set(circuit.id, told.set(subjectKey(subject), verdict));
  }
  for (const [id, told] of byCircuit) memoryOf(memory, id).told = told;
}
