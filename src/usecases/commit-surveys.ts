import type { Condition } from '../domain/alert/condition.ts';
import { conditionsOf, conditionsOfGone } from '../domain/alert/conditions/conditions-of.ts';
import { oweFirstSight } from '../domain/alert/owe.ts';
import { circuitOf, type Subject } from '../domain/alert/subject.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Survey } from '../domain/circuit/survey.ts';
import type { Instant } from '../domain/instant.ts';
import type { AlertDesk } from './alerts/alert-desk.ts';
import { readAudience } from './read-audience.ts';
import type { Store, Transaction } from './store.ts';

/** What one look at a subscription found, and since when nobody had looked. */
export type Look = {
  readonly id: string;
  readonly survey: Survey;
  /** Circuits whose standing is to be judged: those with news; all of them at the first look since the start. */
  readonly judged: readonly KnownCircuit[];
  readonly since: Instant;
  readonly until: Instant;
  /** How many circuits were listed and could not be understood. */
  readonly unreadable: number;
};

export type LookDeps = { readonly store: Store; readonly alerts: Pick<AlertDesk, 'take'> };

/** One look, told at once: a summary at first sight, alerts afterwards. Returns how many messages are owed. */
export async function commitLook({ store, alerts }: LookDeps, look: Look): Promise<number> {
  const { id, survey, until: at } = look;
  const owe = survey.firstSight
    ? oweFirstSight(survey.watched.subscriptionId, survey.put, await readAudience(store), at)
    : [];
  const conditions = await judge(store, [look]);
  const { changes } = survey;
  return alerts.take({ id, at, remember: toRemember([survey]), changes, conditions, owe });
}

/** Looks after a time away: plain changes are told together in each channel. Returns how many messages are owed. */
export async function commitCatchUp(
  { store, alerts }: LookDeps,
  looks: readonly Look[],
  id: string,
): Promise<number> {
  if (looks.length === 0) return 0;
  const since = Math.min(...looks.map((look) => look.since));
  const until = Math.max(...looks.map((look) => look.until));
  const surveys = looks.map(({ survey }) => survey);
  return alerts.take({
    id,
    at: until,
    remember: toRemember(surveys),
    changes: surveys.flatMap(({ changes }) => changes),
    conditions: await judge(store, looks),
    gathered: { since, until },
  });
}

/** How all that was looked at stands, and what is over because its circuit is gone. */
async function judge(store: Store, looks: readonly Look[]): Promise<readonly Condition[]> {
  const connectivity = await store.connectivity();
  const open = openByCircuit((await store.incidents()).map(({ subject }) => subject));
  const openOf = (id: CircuitId) => open.get(id) ?? [];
  return looks.flatMap(({ judged, survey }) => [
    ...judged.flatMap((known) =>
      conditionsOf(known, connectivity.get(known.circuit.id), openOf(known.circuit.id)),
    ),
    ...survey.remove.flatMap((id) => conditionsOfGone(id, openOf(id))),
  ]);
}

function openByCircuit(subjects: readonly Subject[]): ReadonlyMap<CircuitId, readonly Subject[]> {
  const open = new Map<CircuitId, Subject[]>();
  for (const subject of subjects) {
    const id = circuitOf(subject);
    if (id) open.set(id, [...(open.get(id) ?? []), subject]);
  }
  return open;
}

function toRemember(surveys: readonly Survey[]): Transaction {
  return {
    putCircuits: surveys.flatMap(({ put }) => put),
    removeCircuits: surveys.flatMap(({ remove }) => remove),
    putWatched: surveys.map(({ watched }) => watched),
  };
}
