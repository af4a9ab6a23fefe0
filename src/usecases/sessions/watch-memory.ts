import type { Verdict } from '../../domain/alert/condition.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Instant } from '../../domain/instant.ts';
import { nameOf } from '../../domain/open-enum.ts';
import type { Suspect } from '../../domain/peering/session-suspects.ts';
import type { AzureFault } from '../ports.ts';

/** What looks remember of a circuit from one to the next. */
export type CircuitMemory = {
  /** When Microsoft's edge last answered, and when it was last asked, by the question (`askKey`). */
  readonly answeredAt: Map<string, Instant>;
  readonly askedAt: Map<string, Instant>;
  /** The verdicts that the alert desk has, by subject. */
  told: ReadonlyMap<string, Verdict>;
};

/** Not in the store: after a restart all is asked anew, which costs little. */
export type WatchMemory = {
  readonly circuits: Map<CircuitId, CircuitMemory>;
  /** Until when something is left alone: the edge of a subscription, the metrics of a region, the graph. */
  readonly pausedUntil: Map<string, Instant>;
  connectionsAskedAt: Instant | undefined;
};

export function createWatchMemory(): WatchMemory {
  return { circuits: new Map(), pausedUntil: new Map(), connectionsAskedAt: undefined };
}

export function memoryOf({ circuits }: WatchMemory, id: CircuitId): CircuitMemory {
  const known = circuits.get(id);
  if (known) return known;
  const fresh: CircuitMemory = { answeredAt: new Map(), askedAt: new Map(), told: new Map() };
  circuits.set(id, fresh);
  return fresh;
}

/** One table of one peering on one link. */
export type EdgeQuestion = Pick<Suspect, 'peering' | 'peeringName' | 'link' | 'table'> & {
  readonly circuitId: CircuitId;
};

export function askKey({ table, peering, link }: EdgeQuestion): string {
  return `${table} ${nameOf(peering)} ${link}`;
}

/** How long nobody asks again after a refusal that waiting does not mend by itself: a role must be granted first. */
const refusedMs = 15 * 60_000;
const throttledMs = 60_000;

/** Leaves alone what throttles, as long as it asked for, and what refuses. Other faults are of one answer only. */
export function pauseAfter(
  { pausedUntil }: WatchMemory,
  name: string,
  fault: AzureFault,
  now: Instant,
): void {
  if (fault.kind === 'throttled') pausedUntil.set(name, now + (fault.retryAfterMs ?? throttledMs));
  if (fault.kind === 'unauthorized') pausedUntil.set(name, now + throttledMs);
  if (fault.kind === 'forbidden') pausedUntil.set(name, now + refusedMs);
}

export function isPaused({ pausedUntil }: WatchMemory, name: string, now: Instant): boolean {
  return (pausedUntil.get(name) ?? 0) > now;
}

/** Forgets circuits that are gone. */
export function forgetOthers({ circuits }: WatchMemory, ids: ReadonlySet<CircuitId>): void {
  for (const id of circuits.keys()) if (!ids.has(id)) circuits.delete(id);
}
