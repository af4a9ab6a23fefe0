import { isEqual } from '../equality.ts';
import type { Instant } from '../instant.ts';
import type { Difference } from './changes.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { situationOf } from './situation.ts';

/**
 * That the provider is late, as it was told. By its promise, or because it has had the order, or has been provisioning,
 * for longer than `stuckAfterMs` without any.
 */
export type Lateness =
  | { readonly kind: 'order-overdue'; readonly promisedOn: string }
  | { readonly kind: 'provider-stuck' };

const dayMs = 86_400_000;

/**
 * How long a wait without a promise may take. Providers quote days for a virtual connection at an exchange and weeks
 * where a line is laid; whoever has a promise of weeks records it, and then that counts.
 */
export const stuckAfterMs = 14 * dayMs;

/**
 * What is remembered of the wait for the provider, and what is to tell of it: that it is late, once a promise or, where
 * there is none, once a wait. The very same knowledge where nothing is new.
 */
export function observeWait(
  known: KnownCircuit,
  now: Instant,
): { readonly known: KnownCircuit; readonly differences: readonly Difference[] } {
  const { waitingSince: before, late: told, ...rest } = known;
  if (!isAwaited(known)) {
    return { known: before === undefined && !told ? known : rest, differences: [] };
  }
  const waitingSince = before ?? startOfWait(known, now);
  // Once told it stays told, also when a clock is set back.
  const late = isLate({ ...known, waitingSince }) ? told : latenessOf({ ...rest, waitingSince }, now);
  if (waitingSince === before && isEqual(late, told)) return { known, differences: [] };
  const isNews = late !== undefined && !isEqual(late, told);
  return {
    known: { ...rest, waitingSince, ...(late ? { late } : {}) },
    differences: isNews ? [toDifference(late, now - waitingSince)] : [],
  };
}

/** From the order on. One of a circuit that was in use before may be that of its former life. */
function startOfWait({ order, wasProvisioned }: KnownCircuit, now: Instant): Instant {
  return order && !wasProvisioned ? Math.min(order.recordedAt, now) : now;
}

/** The provider has the order, or works on it. */
function isAwaited(known: KnownCircuit): boolean {
  const situation = situationOf(known);
  return situation === 'provider-working' || (situation === 'created' && known.order !== undefined);
}

function latenessOf(
  known: KnownCircuit & { readonly waitingSince: Instant },
  now: Instant,
): Lateness | undefined {
  const promisedOn = promiseOf(known);
  if (promisedOn !== undefined) {
    return now >= endOfDay(promisedOn) ? { kind: 'order-overdue', promisedOn } : undefined;
  }
  return now - known.waitingSince > stuckAfterMs ? { kind: 'provider-stuck' } : undefined;
}

/** True when what was told as late is still what is waited for: a new promise begins anew. */
export function isLate(known: KnownCircuit): boolean {
  const promisedOn = promiseOf(known);
  return known.late?.kind === 'order-overdue'
    ? known.late.promisedOn === promisedOn
    : known.late !== undefined && promisedOn === undefined;
}

/**
 * The day that the provider has promised for this wait. A circuit that was in use before may have an old order on
 * record: what was promised then says nothing of now.
 */
export function promiseOf({ order, wasProvisioned, waitingSince }: KnownCircuit): string | undefined {
  if (order?.promisedOn === undefined) return undefined;
  const isOfOldOrder =
    wasProvisioned &&
    waitingSince !== undefined &&
    order.recordedAt < waitingSince &&
    endOfDay(order.promisedOn) <= waitingSince;
  return isOfOldOrder ? undefined : order.promisedOn;
}

/** A day is over when it is over in UTC: nobody is called late while it is still that day in London. */
function endOfDay(day: string): Instant {
  return Date.parse(`${day}T00:00:00Z`) + dayMs;
}

function toDifference(late: Lateness, waitedMs: number): Difference {
  return late.kind === 'order-overdue' ? late : { kind: late.kind, sinceDays: Math.floor(waitedMs / dayMs) };
}
