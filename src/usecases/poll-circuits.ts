import type { Owed } from '../domain/alert/notice.ts';
import { type Audience, oweCatchUp, oweChanges, oweFirstSight } from '../domain/alert/owe.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { type Survey, surveySubscription, type WatchedSubscription } from '../domain/circuit/survey.ts';
import type { Instant } from '../domain/instant.ts';
import type { FreshnessBoard } from './freshness.ts';
import { type Azure, AzureFault, type Log, type Now } from './ports.ts';
import type { Store } from './store.ts';

export type PollDeps = {
  readonly azure: Azure;
  readonly store: Store;
  readonly subscriptionIds: readonly string[];
  readonly freshness: FreshnessBoard;
  readonly now: Now;
  /** A name that no other poll ever had, also not before a restart. */
  readonly newPollId: () => string;
  /** After a gap longer than this, what changed is told in one message instead of many. */
  readonly awayMs: number;
  readonly log: Log;
};

/** What one poll did. `failed`: subscriptions that could not be read; what is known of them stays. */
export type PollReport = {
  readonly read: number;
  readonly failed: number;
  readonly changes: number;
  readonly owed: number;
};

/** One look at every watched subscription. Subscriptions do not wait for, and do not spoil, one another. */
export async function pollCircuits(deps: PollDeps): Promise<PollReport> {
  const pollId = deps.newPollId();
  const watched = new Map(
    (await deps.store.watchedSubscriptions()).map((entry) => [entry.subscriptionId, entry]),
  );
  const reports = await Promise.all(
    deps.subscriptionIds.map((id, index) =>
      pollSubscription(deps, id, watched.get(id), `${pollId}.${index}`),
    ),
  );
  return reports.reduce(add, { read: 0, failed: 0, changes: 0, owed: 0 });
}

const failedReport: PollReport = { read: 0, failed: 1, changes: 0, owed: 0 };

async function pollSubscription(
  deps: PollDeps,
  subscriptionId: string,
  before: WatchedSubscription | undefined,
  pollId: string,
): Promise<PollReport> {
  const { azure, store, freshness, now, log } = deps;
  if ((freshness.of(subscriptionId).trouble?.notBefore ?? 0) > now()) return failedReport;
  try {
    const listing = await azure.listCircuits(subscriptionId);
    const readAt = now();
    const circuits = await store.circuits(subscriptionId);
    const known = new Map(circuits.map((entry) => [entry.circuit.id, entry]));
    const survey = surveySubscription({ subscriptionId, before, known, listing, now: readAt, pollId });
    const since = freshness.of(subscriptionId).lastReadAt ?? before?.lastReadAt ?? readAt;
    const owe = survey.isNews ? await oweForSurvey(deps, survey, { since, until: readAt, pollId }) : [];
    if (survey.isNews) {
      await store.commit({
        putCircuits: survey.put,
        removeCircuits: survey.remove,
        putWatched: [survey.watched],
        addChanges: survey.changes,
        owe,
      });
    }
    freshness.noteRead(subscriptionId, readAt);
    return { read: 1, failed: 0, changes: survey.changes.length, owed: owe.length };
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    freshness.noteFault(subscriptionId, fault, now());
    log.warn({ subscriptionId, kind: fault.kind, reason: fault.message }, 'a subscription could not be read');
    return failedReport;
  }
}

async function oweForSurvey(
  { store, awayMs }: PollDeps,
  survey: Survey,
  span: { readonly since: Instant; readonly until: Instant; readonly pollId: string },
): Promise<readonly Owed[]> {
  const audience = await readAudience(store);
  if (survey.firstSight) {
    const circuits: readonly KnownCircuit[] = survey.put;
    return oweFirstSight(survey.watched.subscriptionId, circuits, audience, span.until);
  }
  return span.until - span.since > awayMs
    ? oweCatchUp(survey.changes, audience, span)
    : oweChanges(survey.changes, audience, span.until);
}

export async function readAudience(store: Store): Promise<Audience> {
  const [subscriptions, mutes, suspensions] = await Promise.all([
    store.subscriptions(),
    store.mutes(),
    store.suspensions(),
  ]);
  return { subscriptions, mutes, suspensions };
}

function add(a: PollReport, b: PollReport): PollReport {
  return {
    read: a.read + b.read,
    failed: a.failed + b.failed,
    changes: a.changes + b.changes,
    owed: a.owed + b.owed,
  };
}

/** Writes down when each subscription was last read, so that the next start knows how long nobody looked. */
export async function recordLastReads({
  store,
  freshness,
}: Pick<PollDeps, 'store' | 'freshness'>): Promise<void> {
  const watched = await store.watchedSubscriptions();
  const putWatched = watched.map((entry) => ({
    ...entry,
    lastReadAt: freshness.of(entry.subscriptionId).lastReadAt ?? entry.lastReadAt,
  }));
  await store.commit({ putWatched });
}
