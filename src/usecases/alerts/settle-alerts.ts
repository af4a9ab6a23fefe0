import type { Audience } from '../../domain/alert/audience.ts';
import { causeOfTrouble } from '../../domain/alert/cause.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import { type Advance, advanceIncidents } from '../../domain/alert/incidents/advance-incidents.ts';
import { tellAlerts } from '../../domain/alert/telling/tell-alerts.ts';
import { shortId } from '../short-id.ts';
import type { Transaction } from '../store.ts';
import type { AlertFacts } from './alert-desk.ts';
import { type AlertBook, readBook } from './book.ts';
import type { DeskDeps } from './desk-deps.ts';
import { rememberTold } from './remember-told.ts';

/** What happened, and how the audience is to be taken: somebody may just have ended a mute. */
export type AlertMove = AlertFacts & {
  /** Incidents that people moved. */
  readonly moved?: readonly Incident[];
  readonly audience?: (before: Audience) => Audience;
};

/** Facts → decision → one transaction with all that they owe. Returns how many messages became owed. */
export async function settleAlerts(deps: DeskDeps, move: AlertMove): Promise<number> {
  const { store, wake } = deps;
  const before = await readBook(store);
  const book = { ...before, audience: move.audience?.(before.audience) ?? before.audience };
  const transaction = decide(deps, book, move);
  await store.commit(transaction);
  const owed = transaction.owe?.length ?? 0;
  if (owed > 0) wake();
  return owed;
}

function decide(deps: DeskDeps, book: AlertBook, move: AlertMove): Transaction {
  const { id, at, changes = [], remember, gathered, owe = [] } = move;
  const { put, remove } = advance(deps, book, move);
  const after = [...put, ...(move.moved ?? [])];
  const told = tellAlerts({
    ...book,
    id,
    now: at,
    rules: deps.rules,
    changes,
    before: book.incidents,
    incidents: withChanges(book.incidents, after, remove),
    ...(gathered ? { gathered } : {}),
  });
  return {
    ...remember,
    ...rememberTold(told),
    addChanges: changes,
    putIncidents: withChanges(after, told.incidents, []),
    removeIncidents: remove,
    removeMutes: [...(remember?.removeMutes ?? []), ...told.removeMutes],
    removeWindows: [...(remember?.removeWindows ?? []), ...told.removeWindows],
    owe: [...owe, ...told.owe],
  };
}

function advance(
  { rules, newId }: DeskDeps,
  { incidents, requests }: AlertBook,
  { conditions = [], moved = [], at }: AlertMove,
): Advance {
  const byPeople = new Set(moved.map(({ id }) => id));
  return advanceIncidents({
    incidents: incidents.filter(({ id }) => !byPeople.has(id)),
    conditions,
    now: at,
    rules,
    newId: () => shortId('INC', newId()),
    causeOf: (subject) => causeOfTrouble(subject, requests, at),
  });
}

function withChanges(
  before: readonly Incident[],
  put: readonly Incident[],
  remove: readonly string[],
): readonly Incident[] {
  const after = new Map(before.map((incident) => [incident.id, incident]));
  for (const id of remove) after.delete(id);
  for (const incident of put) after.set(incident.id, incident);
  return [...after.values()];
}
