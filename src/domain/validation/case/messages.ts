import type { Owed } from '../../alert/notice.ts';
import { isEqual } from '../../equality.ts';
import type { Instant } from '../../instant.ts';
import { type Case, isOpen } from './case.ts';
import type { CaseEntry, CaseEvent } from './event.ts';
import { caseView } from './view.ts';

/** The name of a case's one message in Slack, under which all its versions are known. */
export function caseCard(caseId: string): string {
  return `case.${caseId}`;
}

/** `before` undefined: it has just been opened. */
export type MovedCase = {
  readonly before: Case | undefined;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly at: Instant;
};

/** What a step in a case's life owes: a new version of its card, and a reply in its thread for all that happened. */
export function caseMessages(moved: MovedCase): readonly Owed[] {
  return [...cardOf(moved), ...entryOf(moved)];
}

/** One that is closed stays as it is: where it stands may be forgotten by then, and it would be posted anew. */
function cardOf({ before, after, at }: MovedCase): readonly Owed[] {
  const view = caseView(after);
  if (before && (!isOpen(before) || isEqual(caseView(before), view))) return [];
  const card = caseCard(after.id);
  const key = `${card}.${after.revision}`;
  return [{ key, to: { channelId: after.channelId }, notice: { kind: 'case', view }, owedAt: at, card }];
}

/** All that happened at once is one reply, which is edited by nobody: the thread is the file. */
function entryOf({ after, events, at }: MovedCase): readonly Owed[] {
  const entries = events.flatMap((event): readonly CaseEntry[] => (isTold(event, after) ? [event] : []));
  if (entries.length === 0) return [];
  const card = caseCard(after.id);
  const { id, circuit, steps } = after;
  const waiting = Object.values(steps).find(({ state }) => state === 'open' || state === 'review');
  const assignee = waiting && 'assignee' in waiting ? waiting.assignee : undefined;
  const notice = {
    kind: 'case-entries',
    caseId: id,
    circuit,
    entries,
    ...(assignee === undefined ? {} : { assignee }),
  } as const;
  return [
    {
      key: `${card}.entry.${after.revision}`,
      to: { channelId: after.channelId },
      notice,
      owedAt: at,
      replyTo: card,
    },
  ];
}

function isTold(event: CaseEvent, { files }: Case): event is CaseEntry {
  if (event.kind === 'facts-read') return event.settled.length > 0;
  if (event.kind === 'files-removed') return files.length > 0;
  return event.kind !== 'submission-moved';
}
