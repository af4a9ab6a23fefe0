import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { circuitRef } from '../../circuit/survey.ts';
import type { Condition, Verdict } from '../condition.ts';
import { circuitOf, type Subject, type SubjectKind, subjectKey } from '../subject.ts';
import { goneReason } from './gone.ts';

/** A subject of a circuit with what was found; undefined: it does not apply. */
export type Judged = { readonly subject: Subject; readonly verdict: Verdict | undefined };

/** The conditions of what applies, and of what of these kinds is open on the circuit and does not apply any more. */
export function toConditions(
  { circuit }: KnownCircuit,
  judged: readonly Judged[],
  open: readonly Subject[],
  kinds: readonly SubjectKind[],
): readonly Condition[] {
  const ref = circuitRef(circuit);
  const conditions = judged.flatMap(({ subject, verdict }) =>
    verdict ? [{ subject, circuit: ref, verdict }] : [],
  );
  const applying = new Set(conditions.map(({ subject }) => subjectKey(subject)));
  const gone = open.filter(
    (subject) =>
      circuitOf(subject) === circuit.id && kinds.includes(subject.kind) && !applying.has(subjectKey(subject)),
  );
  return [
    ...conditions,
    ...gone.map(
      (subject): Condition => ({
        subject,
        circuit: ref,
        verdict: { kind: 'gone', why: goneReason(circuit, subject) },
      }),
    ),
  ];
}
