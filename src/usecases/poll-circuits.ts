import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { type Survey, surveySubscription, type WatchedSubscription } from '../domain/circuit/survey.ts';
import type { AlertDesk } from './alerts/alert-desk.ts';
import { commitCatchUp, commitLook, type Look } from './commit-surveys.ts';
import type { FreshnessBoard } from './freshness.ts';
import { type Azure, AzureFault, type Log, type Now } from './ports.ts';
import type { Store } from './store.ts';

export type PollDeps = {
  readonly azure: Azure;
  readonly store: Store;
  /** Everything that is seen goes through it. */
  readonly alerts: Pick<AlertDesk, 'take'>;
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

/**
 * One look at every watched subscription. Subscriptions do not spoil one another, and do not wait for one another but
 * for what changed during a time away, which is told in one message.
 */
export async function pollCircuits(deps: PollDeps): Promise<PollReport> {
  const pollId = deps.newPollId();
  const watched = new Map(
    (await deps.store.watchedSubscriptions()).map((entry) => [entry.subscriptionId, entry]),
  );
  const held: Look[] = [];
  const reports = await Promise.all(
    deps.subscriptionIds.map((id, index) =>
      pollSubscription(deps, held, id, watched.get(id), `${pollId}.${index}`),
    ),
  );
  const owed = await commitCatchUp(deps, held, pollId);
  for (const look of held) noteRead(deps, look);
  return reports.reduce(add, { read: 0, failed: 0, changes: 0, owed });
}

const failedReport: PollReport = { read: 0, failed: 1, changes: 0, owed: 0 };

/** Commits what it found, or puts it into `held` when nobody had looked for long. */
async function pollSubscription(
  deps: PollDeps,
  held: Look[],
  subscriptionId: string,
  before: WatchedSubscription | undefined,
  pollId: string,
): Promise<PollReport> {
  const { freshness, now, log } = deps;
  if ((freshness.of(subscriptionId).trouble?.notBefore ?? 0) > now()) {
    freshness.noteLeftAlone(subscriptionId);
    return failedReport;
  }
  try {
    const look = await lookAt(deps, subscriptionId, before, pollId);
    const { survey, since, until } = look;
    const report = { read: 1, failed: 0, changes: survey.changes.length, owed: 0 };
    if (survey.isNews && !survey.firstSight && until - since > deps.awayMs) {
      held.push(look);
      return report;
    }
    const owed = survey.isNews || look.judged.length > 0 ? await commitLook(deps, look) : 0;
    noteRead(deps, look);
    return { ...report, owed };
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    freshness.noteFault(subscriptionId, fault, now());
    log.warn({ subscriptionId, kind: fault.kind, reason: fault.message }, 'a subscription could not be read');
    return failedReport;
  }
}

function noteRead({ freshness, log }: PollDeps, { survey, until, unreadable }: Look): void {
  const { subscriptionId } = survey.watched;
  if (unreadable !== freshness.of(subscriptionId).unreadable) {
    log.warn({ subscriptionId, unreadable }, 'the number of circuits that cannot be understood changed');
  }
  freshness.noteRead(subscriptionId, until, unreadable);
}

async function lookAt(
  { azure, store, freshness, now }: PollDeps,
  subscriptionId: string,
  before: WatchedSubscription | undefined,
  pollId: string,
): Promise<Look> {
  const listing = await azure.listCircuits(subscriptionId);
  const until = now();
  const circuits = await store.circuits(subscriptionId);
  const known = new Map(circuits.map((entry) => [entry.circuit.id, entry]));
  const survey = surveySubscription({ subscriptionId, before, known, listing, now: until, pollId });
  const { lastReadAt } = freshness.of(subscriptionId);
  const judged = lastReadAt === undefined ? [...withNews(known, survey)] : survey.put;
  const since = lastReadAt ?? before?.lastReadAt ?? until;
  return { id: pollId, survey, judged, since, until, unreadable: listing.unreadable.length };
}

/** All circuits of the subscription as they are known after the look. */
function withNews(
  known: ReadonlyMap<CircuitId, KnownCircuit>,
  { put, remove }: Survey,
): Iterable<KnownCircuit> {
  const after = new Map(known);
  for (const entry of put) after.set(entry.circuit.id, entry);
  for (const id of remove) after.delete(id);
  return after.values();
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
