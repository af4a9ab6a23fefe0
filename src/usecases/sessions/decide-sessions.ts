import type { Condition } from '../../domain/alert/condition.ts';
import { sessionConditions } from '../../domain/alert/conditions/session-conditions.ts';
import { circuitOf, type Subject } from '../../domain/alert/subject.ts';
import type { Change } from '../../domain/circuit/changes.ts';
import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Connectivity } from '../../domain/circuit/connectivity.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { type Evidence, observeConnectivity } from '../../domain/circuit/observe-connectivity.ts';
import { toChange } from '../../domain/circuit/survey.ts';
import type { Instant } from '../../domain/instant.ts';

export type SessionFacts = {
  /** Unique: the changes' ids begin with it. */
  readonly id: string;
  readonly at: Instant;
  readonly circuits: readonly KnownCircuit[];
  readonly before: ReadonlyMap<CircuitId, Connectivity>;
  readonly evidenceOf: (circuit: Circuit) => Evidence;
  /** Subjects of unresolved incidents. */
  readonly open: readonly Subject[];
};

export type SessionDecision = {
  readonly changes: readonly Change[];
  readonly put: readonly Connectivity[];
  readonly conditions: readonly Condition[];
};

/** Facts → decision for the sessions of a subscription: what to remember, what changed, how everything stands. */
export function decideSessions({
  id,
  at,
  circuits,
  before,
  evidenceOf,
  open,
}: SessionFacts): SessionDecision {
  const seen = circuits.map((known) => {
    const was = before.get(known.circuit.id);
    return { known, was, ...observeConnectivity(was, known.circuit, evidenceOf(known.circuit), at) };
  });
  const openOf = Map.groupBy(open, circuitOf);
  const told = seen.flatMap(({ known, differences }) =>
    differences.map((difference) => ({ known, difference })),
  );
  return {
    changes: told.map((entry, index) => toChange(entry, `${id}.${index}`, at)),
    put: seen.flatMap(({ was, connectivity }) =>
      connectivity === was || (!was && isEmpty(connectivity)) ? [] : [connectivity],
    ),
    conditions: seen.flatMap(({ known, connectivity }) =>
      sessionConditions(known, connectivity, openOf.get(known.circuit.id) ?? []),
    ),
  };
}

function isEmpty({ sessions, arp, connections }: Connectivity): boolean {
  return sessions.length + arp.length + connections.length === 0;
}
