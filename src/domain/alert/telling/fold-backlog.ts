import type { Instant } from '../../instant.ts';
import type { Digest } from '../digest.ts';
import type { Incident } from '../incident.ts';
import type { Owed } from '../notice.ts';
import { foldIntoDigest } from './fold-into-digest.ts';
import { foldReplies } from './fold-replies.ts';

/** What one channel is owed, oldest first, and what is known of it. */
export type Backlog = {
  readonly owed: readonly Owed[];
  /** All that are kept. */
  readonly incidents: readonly Incident[];
  readonly digests: readonly Digest[];
  /** Of the owed cards, those that stand in Slack already: what is owed of them is an edit. */
  readonly posted: ReadonlySet<string>;
  readonly now: Instant;
};

export type Folded = {
  readonly settle: readonly string[];
  readonly owe: readonly Owed[];
  readonly oweBefore: readonly { readonly key: string; readonly before: string }[];
  readonly putDigests: readonly Digest[];
  readonly putIncidents: readonly Incident[];
};

/** More than this for one channel, and the oldest are folded. */
export const backlogLimit = 100;
/** Of plain changes so many of the newest keep their own message. */
const changesKept = 20;

/**
 * What is folded while Slack cannot be reached: older changes and incidents that began and ended meanwhile become lines
 * of one digest, the replies of a thread become two. No incident is dropped. What is left is at most `changesKept`
 * changes, the cards that stand or whose incident goes on, two replies for each of these, digests, and what is not about
 * alerts. Folding again changes nothing. Undefined: there is nothing to fold.
 */
export function foldBacklog(backlog: Backlog): Folded | undefined {
  const { owed } = backlog;
  if (owed.length <= backlogLimit) return undefined;
  const unposted = owed.filter((message) => isOverUnposted(message, backlog));
  const [replaced, ended] = partition(unposted, isReplaced);
  const folded = [...olderChanges(owed), ...ended];
  const gone = new Set(unposted.map(({ card }) => card));
  const [orphans, others] = partition(owed, ({ replyTo }) => replyTo !== undefined && gone.has(replyTo));
  const replies = foldReplies(others);
  const settle = [...[...replaced, ...folded, ...orphans].map(({ key }) => key), ...replies.settle];
  if (settle.length === 0) return undefined;
  const digest = foldIntoDigest(backlog, folded);
  return {
    ...digest,
    settle,
    owe: [...digest.owe, ...replies.owe],
    oweBefore: [...digest.oweBefore, ...replies.oweBefore],
  };
}

function partition<T>(
  items: readonly T[],
  test: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** A card that Slack has never seen, of an incident that is over or goes on in a newer card. */
function isOverUnposted(message: Owed, { posted, incidents }: Backlog): boolean {
  const { notice, card } = message;
  if (notice.kind !== 'incident' || !card || posted.has(card)) return false;
  const now = incidents.find(({ id }) => id === notice.view.id) ?? notice.view;
  return isReplaced(message) || now.state === 'resolved';
}

function isReplaced({ notice }: Owed): boolean {
  return notice.kind === 'incident' && notice.view.isMoved === true;
}

function olderChanges(owed: readonly Owed[]): readonly Owed[] {
  return owed.filter(({ notice }) => notice.kind === 'change').slice(0, -changesKept);
}
