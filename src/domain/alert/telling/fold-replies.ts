import {
  type DigestTurnsNotice,
  type IncidentStepsNotice,
  type Owed,
  replyStepLimit,
  turnKinds,
} from '../notice.ts';
import { topTurns } from './digest-thread.ts';

/** Of each thread the oldest reply stays as it is: it may be on its way. The others become one. */
export function foldReplies(owed: readonly Owed[]): {
  readonly settle: readonly string[];
  readonly owe: readonly Owed[];
  readonly oweBefore: readonly { readonly key: string; readonly before: string }[];
} {
  const replies = owed.filter(({ replyTo }) => replyTo !== undefined);
  const threads = [...Map.groupBy(replies, ({ replyTo }) => replyTo).values()];
  const long = threads.map((thread) => thread.slice(1)).filter((later) => later.length > 1);
  const folds = long.map((later) => ({ first: later[0], reply: asFolded(later.reduce(join)) }));
  return {
    settle: long.flatMap((later) => later.map(({ key }) => key)),
    owe: folds.map(({ reply }) => reply),
    oweBefore: folds.flatMap(({ first, reply }) => (first ? [{ key: reply.key, before: first.key }] : [])),
  };
}

function asFolded(reply: Owed): Owed {
  return { ...reply, key: `${reply.key}.folded` };
}

/** Under the later one's key, as old as the earlier one. */
function join(earlier: Owed, later: Owed): Owed {
  return { ...later, owedAt: earlier.owedAt, notice: joinNotices(earlier.notice, later.notice) };
}

function joinNotices(earlier: Owed['notice'], later: Owed['notice']): Owed['notice'] {
  if (earlier.kind === 'incident-steps' && later.kind === 'incident-steps') return joinSteps(earlier, later);
  if (earlier.kind === 'digest-turns' && later.kind === 'digest-turns') return joinTurns(earlier, later);
  return later;
}

function joinSteps(earlier: IncidentStepsNotice, later: IncidentStepsNotice): IncidentStepsNotice {
  const steps = [...earlier.steps, ...later.steps];
  const kept = steps.slice(-replyStepLimit);
  return { ...later, steps: kept, omitted: earlier.omitted + later.omitted + steps.length - kept.length };
}

/** Of an incident the last turn is shown. */
function joinTurns(earlier: DigestTurnsNotice, later: DigestTurnsNotice): DigestTurnsNotice {
  const last = new Map([...earlier.top, ...later.top].map((turn) => [turn.incidentId, turn]));
  const counts = { ...later.counts };
  for (const kind of turnKinds) counts[kind] += earlier.counts[kind];
  return { ...later, counts, top: topTurns([...last.values()]) };
}
