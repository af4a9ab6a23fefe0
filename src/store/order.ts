import type { Incident } from '../domain/alert/incident.ts';
import type { Held, MaintenanceWindow } from '../domain/alert/quiet.ts';
import type { Subscription } from '../domain/alert/subscription.ts';
import type { Request } from '../domain/approval/request.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Case } from '../domain/validation/case/case.ts';

/** By name, then resource group, in any casing; the id tells the rest apart. Code units, so that engines agree. */
export function byName(a: KnownCircuit, b: KnownCircuit): number {
  return (
    compare(a.circuit.name.toLowerCase(), b.circuit.name.toLowerCase()) ||
    compare(a.circuit.resourceGroup.toLowerCase(), b.circuit.resourceGroup.toLowerCase()) ||
    compare(a.circuit.id, b.circuit.id)
  );
}

export function byAge(a: Subscription, b: Subscription): number {
  return a.createdAt - b.createdAt || compare(a.id, b.id);
}

export function byAsking(a: Request, b: Request): number {
  return a.requestedAt - b.requestedAt || compare(a.id, b.id);
}

export function byBeginning(a: MaintenanceWindow, b: MaintenanceWindow): number {
  return a.from - b.from || compare(a.id, b.id);
}

export function byFirstBad(a: Incident, b: Incident): number {
  return a.firstBadAt - b.firstBadAt || compare(a.id, b.id);
}

export function byOpening(a: Case, b: Case): number {
  return a.opened.at - b.opened.at || compare(a.id, b.id);
}

export function byHolding(a: Held, b: Held): number {
  return a.at - b.at || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
