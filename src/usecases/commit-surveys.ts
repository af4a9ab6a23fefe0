import type { Owed } from '../domain/alert/notice.ts';
import { oweCatchUp, oweChanges, oweFirstSight } from '../domain/alert/owe.ts';
import type { Survey } from '../domain/circuit/survey.ts';
import type { Instant } from '../domain/instant.ts';
import { readAudience } from './read-audience.ts';
import type { Store } from './store.ts';

/** What one look at a subscription found, and since when nobody had looked. */
export type Look = {
  readonly survey: Survey;
  readonly since: Instant;
  readonly until: Instant;
  /** How many circuits were listed and could not be understood. */
  readonly unreadable: number;
};

/** One look, told at once: a summary at first sight, one message a change afterwards. Returns how many are owed. */
export async function commitLook(store: Store, { survey, until }: Look): Promise<number> {
  const audience = await readAudience(store);
  const requests = survey.changes.length > 0 ? await store.requests({ all: true }) : [];
  const owe = survey.firstSight
    ? oweFirstSight(survey.watched.subscriptionId, survey.put, audience, until)
    : oweChanges(survey.changes, audience, until, requests);
  await commitSurveys(store, [survey], owe);
  return owe.length;
}

/** Looks after a time away, told together: one message for each channel. Returns how many are owed. */
export async function commitCatchUp(store: Store, looks: readonly Look[], pollId: string): Promise<number> {
  if (looks.length === 0) return 0;
  const span = {
    since: Math.min(...looks.map(({ since }) => since)),
    until: Math.max(...looks.map(({ until }) => until)),
    pollId,
  };
  const surveys = looks.map(({ survey }) => survey);
  const changes = surveys.flatMap((survey) => survey.changes);
  const owe = oweCatchUp(changes, await readAudience(store), span);
  await commitSurveys(store, surveys, owe);
  return owe.length;
}

/** What was seen, what changed and what that owes: one transaction. */
function commitSurveys(store: Store, surveys: readonly Survey[], owe: readonly Owed[]): Promise<void> {
  return store.commit({
    putCircuits: surveys.flatMap(({ put }) => put),
    removeCircuits: surveys.flatMap(({ remove }) => remove),
    putWatched: surveys.map(({ watched }) => watched),
    addChanges: surveys.flatMap(({ changes }) => changes),
    owe,
  });
}
