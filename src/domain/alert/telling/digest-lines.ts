import type { Change, CircuitRef } from '../../circuit/changes.ts';
import type { DigestLine } from '../digest.ts';
import type { Incident } from '../incident.ts';
import type { Severity } from '../severity.ts';

type Named = Pick<Incident, 'id' | 'severity' | 'subject' | 'circuit' | 'openedAt' | 'firstBadAt'>;

export function lineOfIncident({ id, severity, subject, circuit, openedAt, firstBadAt }: Named): DigestLine {
  const at = openedAt ?? firstBadAt;
  return { kind: 'incident', incidentId: id, subject, severity, at, ...placeOf(circuit) };
}

export function lineOfChange({ id, at, circuit, difference }: Change, severity: Severity): DigestLine {
  return { kind: 'change', changeId: id, changeKind: difference.kind, severity, at, ...placeOf(circuit) };
}

function placeOf(circuit: CircuitRef | undefined) {
  return {
    circuitId: circuit?.id ?? '',
    circuitName: circuit?.name ?? '',
    resourceGroup: circuit?.resourceGroup ?? '',
  } as const;
}
