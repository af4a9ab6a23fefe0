import type { Instant } from '../../domain/instant.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseEvent } from '../../domain/validation/case/event.ts';
import { advanceCase } from '../../domain/validation/case/evolve.ts';
import { caseMessages } from '../../domain/validation/case/messages.ts';
import { caseTrail } from '../../domain/validation/case/trail.ts';
import { type Store, StoreConflict } from '../store.ts';

export type MoveDeps = {
  readonly store: Store;
  /** Messages and audit entries may be owed, and the case may be ready to go on. */
  readonly wake: () => void;
};

/** Who moved it; both undefined: Trunkline itself. */
export type Mover = { readonly userId?: string; readonly channelId?: string };

/** Others may move the same case at the same time; each time it is decided anew. */
const attempts = 8;

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
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await deps.store.case(id);
    if (!before) return undefined;
    const moved = await moveCase(deps, before, decide(before), at).catch(unlessMoved);
    if (moved) return moved;
  }
  throw new StoreConflict(`${id} is being changed all the time.`);
}

/** Undefined: somebody was faster. */
export function unlessMoved(fault: unknown): undefined {
  if (!(fault instanceof StoreConflict)) throw fault;
}
