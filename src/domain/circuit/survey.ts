import type { Instant } from '../instant.ts';
import type { Change, CircuitRef, Difference } from './changes.ts';
import type { Circuit } from './circuit.ts';
import type { CircuitId } from './circuit-id.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { nextStepOf } from './next-step.ts';
import { meetCircuit, observeCircuit } from './observe.ts';
import { situationOf } from './situation.ts';

/** An Azure subscription that is watched. */
export type WatchedSubscription = {
  readonly subscriptionId: string;
  readonly firstReadAt: Instant;
  /** The last complete read that is on record; the record is not rewritten for each poll. */
  readonly lastReadAt: Instant;
  /** All its circuits were missing in one read: believed when the next read agrees. */
  readonly emptyDoubted?: true;
};

/** One complete listing of a subscription. `unreadable`: circuits that were there but could not be understood. */
export type Listing = { readonly circuits: readonly Circuit[]; readonly unreadable: readonly CircuitId[] };

export type Survey = {
  readonly firstSight: boolean;
  readonly watched: WatchedSubscription;
  readonly changes: readonly Change[];
  readonly put: readonly KnownCircuit[];
  readonly remove: readonly CircuitId[];
  /** False: nothing is worth writing down. */
  readonly isNews: boolean;
};

export type SurveyInput = {
  readonly subscriptionId: string;
  readonly before: WatchedSubscription | undefined;
  readonly known: ReadonlyMap<CircuitId, KnownCircuit>;
  readonly listing: Listing;
  readonly now: Instant;
  /** A name for this poll that no other has: the changes' ids start with it. */
  readonly pollId: string;
};

/** Facts → decision for one subscription: what to remember, what to forget, what to tell. */
export function surveySubscription(input: SurveyInput): Survey {
  const { before, known, listing, now, subscriptionId } = input;
  const firstSight = before === undefined;
  const seen = new Map(listing.circuits.map((circuit) => [circuit.id, circuit]));
  const put: KnownCircuit[] = [];
  const told: { readonly known: KnownCircuit; readonly difference: Difference }[] = [];

  for (const circuit of seen.values()) {
    const old = known.get(circuit.id);
    const sighting = old
      ? observeCircuit(old, circuit, now)
      : { known: meetCircuit(circuit, now, firstSight), differences: firstSight ? [] : [found] };
    if (sighting.known !== old) put.push(sighting.known);
    for (const difference of sighting.differences) told.push({ known: sighting.known, difference });
  }

  const missing = missingFrom(known, seen, listing.unreadable);
  const doubtful = missing.length > 1 && missing.length === known.size && !before?.emptyDoubted;
  const gone = doubtful ? [] : missing;
  for (const old of gone) told.push({ known: old, difference: { kind: 'circuit-gone' } });

  return {
    firstSight,
    watched: {
      subscriptionId,
      firstReadAt: before?.firstReadAt ?? now,
      lastReadAt: now,
      ...(doubtful ? { emptyDoubted: true as const } : {}),
    },
    changes: told.map((entry, index) => toChange(entry, `${input.pollId}.${index}`, now)),
    put,
    remove: gone.map((old) => old.circuit.id),
    isNews: firstSight || put.length + gone.length > 0 || doubtful || (before?.emptyDoubted ?? false),
  };
}

const found: Difference = { kind: 'circuit-found' };

/** Circuits that were known and are not listed. All of a subscription at once is more often lost access than deletion. */
function missingFrom(
  known: ReadonlyMap<CircuitId, KnownCircuit>,
  seen: ReadonlyMap<CircuitId, Circuit>,
  unreadable: readonly CircuitId[],
): readonly KnownCircuit[] {
  return [...known.values()].filter(({ circuit: { id } }) => !seen.has(id) && !unreadable.includes(id));
}

/** A difference with what a message about it needs later. */
export function toChange(
  entry: { readonly known: KnownCircuit; readonly difference: Difference },
  id: string,
  at: Instant,
): Change {
  const { known, difference } = entry;
  return {
    id,
    at,
    circuit: circuitRef(known.circuit),
    difference,
    situation: situationOf(known),
    next: difference.kind === 'circuit-gone' ? { who: 'nobody', action: 'nothing' } : nextStepOf(known),
  };
}

export function circuitRef(circuit: Circuit): CircuitRef {
  const { id, name, resourceGroup, subscriptionId, service, tags } = circuit;
  const [provider, peeringLocation] =
    service.kind === 'provider'
      ? [service.provider, service.peeringLocation]
      : ['ExpressRoute Direct', service.port];
  return { id, name, resourceGroup, subscriptionId, provider, peeringLocation, tags };
}
