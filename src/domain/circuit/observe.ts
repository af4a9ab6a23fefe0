import { isEqual } from '../equality.ts';
import type { Instant } from '../instant.ts';
import type { Difference } from './changes.ts';
import type { Circuit } from './circuit.ts';
import { diffCircuit } from './diff.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { observeWait } from './provider-wait.ts';
import { settlePeerings, settleService, settleStatus } from './settle.ts';
import { showsProvisioning } from './situation.ts';
import { isBusy } from './states.ts';

/** What a poll makes of one circuit: what to remember, and what is worth telling. */
export type Sighting = { readonly known: KnownCircuit; readonly differences: readonly Difference[] };

/** The first sight of a circuit. `inventory`: it is part of a first look at a whole subscription. */
export function meetCircuit(seen: Circuit, now: Instant, inventory: boolean): KnownCircuit {
  const known: KnownCircuit = {
    circuit: seen,
    firstSeenAt: now,
    changedAt: now,
    wasProvisioned: showsProvisioning(seen, inventory),
    ...(isBusy(seen.provisioningState) ? { unsettled: true as const } : {}),
  };
  return observeWait(known, now).known;
}

/**
 * A further sight of a known circuit. Replaying the same sight changes nothing: it returns `before` itself and no
 * differences (but for a doubted status, which the second sight settles).
 */
export function observeCircuit(before: KnownCircuit, seen: Circuit, now: Instant): Sighting {
  const sighting = observeFacts(before, seen, now);
  const waiting = observeWait(sighting.known, now);
  return { known: waiting.known, differences: [...sighting.differences, ...waiting.differences] };
}

function observeFacts(before: KnownCircuit, seen: Circuit, now: Instant): Sighting {
  if (seen === before.circuit && !before.doubtedStatus) return { known: before, differences: [] };
  const busy = isBusy(seen.provisioningState);
  const { status, doubted } = before.unsettled ? { status: seen.status } : settleStatus(before, seen);
  const settled: Circuit = {
    ...seen,
    status,
    peerings: settlePeerings(before.circuit, seen),
    service: settleService(before.circuit.service, seen.service),
  };
  // Kept as the very object that was seen where nothing had to be held back: the next equal sight is then recognised at once.
  const circuit = isEqual(settled, seen) ? seen : settled;
  // What was first seen in the middle of a write had no believable status to differ from.
  const base = before.unsettled ? { ...before.circuit, status } : before.circuit;
  const known: KnownCircuit = {
    circuit,
    firstSeenAt: before.firstSeenAt,
    changedAt: now,
    wasProvisioned: before.wasProvisioned || showsProvisioning(circuit, false),
    ...(before.unsettled && busy ? { unsettled: true as const } : {}),
    ...(doubted ? { doubtedStatus: doubted } : {}),
    ...(before.waitingSince === undefined ? {} : { waitingSince: before.waitingSince }),
    ...(before.late ? { late: before.late } : {}),
    ...(before.order ? { order: before.order } : {}),
  };
  if (isSameKnown(before, known)) return { known: before, differences: [] };
  return { known, differences: diffCircuit(base, circuit) };
}

function isSameKnown(a: KnownCircuit, b: KnownCircuit): boolean {
  return isEqual({ ...a, changedAt: 0 }, { ...b, changedAt: 0 });
}
