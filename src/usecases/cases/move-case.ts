import type { Mover } from '../../domain/approval/trail.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseEvent } from '../../domain/validation/case/event.ts';
import { advanceCase } from '../../domain/validation/case/evolve.ts';
import { caseMessages } from '../../domain/validation/case/messages.ts';
import { caseTrail } from '../../domain/validation/case/trail.ts';
import { notOvertaken } from '../not-overtaken.ts';
import type { Store } from '../store.ts';

export type MoveDeps = {
  readonly store: Store;
  /** Messages and audit entries may be owed, and the case may be ready to go on. */
  readonly wake: () => void;
};

/**
 * What happened to a case, the messages that it owes and the audit entries: one transaction. Throws StoreConflict when
 * somebody else moved the case meanwhile.
 */
export async function moveCase(
  { store, wake }: MoveDeps,
  before: Case,
  events: readonly CaseEvent[],
  at: Instant,
  mover: Mover = {},
): Promise<Case> {
  if (events.length === 0) return before;
  const after = advanceCase(before, events);
  await store.commit({
    putCases: [after],
    owe: caseMessages({ before, after, events, at }),
    audit: caseTrail(events, after, mover),
  });
  wake();
  return after;
}

/** Decides on the case as it is, again when somebody else was faster. Undefined: there is no such case. */
export async function moveLatest(
  deps: MoveDeps,
  id: string,
  decide: (it: Case) => readonly CaseEvent[],
  at: Instant,
): Promise<Case | undefined> {
  return notOvertaken(async () => {
    const before = await deps.store.case(id);
    return before && moveCase(deps, before, decide(before), at);
  });
}
