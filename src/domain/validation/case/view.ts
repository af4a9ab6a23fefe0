import type { Case, CaseFile, Submission, Ticket } from './case.ts';

/** What a channel is shown of a case: fit for a message. Two views that are equal need no new message. */
export type CaseView = Pick<Case, 'id' | 'circuit' | 'opened' | 'steps' | 'closed'> & {
  readonly facts: Omit<Case['facts'], 'prefixes'> & {
    /** Those that are not settled first; at most `prefixesShown`. */
    readonly prefixes: Case['facts']['prefixes'];
    readonly omitted: number;
    readonly settled: number;
    readonly total: number;
  };
  readonly files: readonly Pick<CaseFile, 'name' | 'kind'>[];
  readonly verdicts?: {
    readonly at: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly silent: readonly string[];
  };
  readonly textBy?: string;
  readonly submission?: Pick<Submission, 'phase'> & { readonly why?: string; readonly detail?: string };
  readonly ticket?: Pick<Ticket, 'number' | 'how' | 'status'> & {
    /** Trunkline sees it in Azure. */
    readonly isMirrored: boolean;
    readonly lastFrom?: 'microsoft' | 'us';
    readonly lastAt?: number;
  };
};

export const prefixesShown = 12;

export function caseView(it: Case): CaseView {
  const { id, circuit, opened, steps, closed, text } = it;
  return {
    id,
    circuit,
    opened,
    steps: remembered(steps),
    ...(closed === undefined ? {} : { closed: withoutFiles(closed) }),
    facts: factsView(it.facts),
    files: it.files.filter(({ isRemoved }) => !isRemoved).map(({ name, kind }) => ({ name, kind })),
    ...(it.preflight ? { verdicts: verdictsView(it.preflight) } : {}),
    ...(text?.author === undefined ? {} : { textBy: text.author }),
    ...(it.submission ? { submission: submissionView(it.submission) } : {}),
    ...(it.ticket ? { ticket: ticketView(it.ticket) } : {}),
  };
}

/** A reminder is told in the thread and changes nothing in the card. */
function remembered(steps: Case['steps']): Case['steps'] {
  const plain = Object.entries(steps).map(([step, record]) => {
    if (!('remindedAt' in record)) return [step, record];
    const { remindedAt: _, ...rest } = record;
    return [step, rest];
  });
  return { ...steps, ...Object.fromEntries(plain) };
}

/** That files are gone later is no news for the card. */
function withoutFiles({
  filesRemoved: _,
  ...closing
}: NonNullable<Case['closed']>): NonNullable<Case['closed']> {
  return closing;
}

function factsView({ prefixes, ...facts }: Case['facts']): CaseView['facts'] {
  const open = prefixes.filter(({ isSettled }) => !isSettled);
  const settled = prefixes.filter(({ isSettled }) => isSettled);
  return {
    ...facts,
    prefixes: [...open, ...settled].slice(0, prefixesShown),
    omitted: Math.max(0, prefixes.length - prefixesShown),
    settled: settled.length,
    total: prefixes.length,
  };
}

function verdictsView({
  at,
  verdicts,
  silent,
}: NonNullable<Case['preflight']>): NonNullable<CaseView['verdicts']> {
  const counts: Record<string, number> = {};
  for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return { at, counts, silent };
}

function submissionView(submission: Submission): NonNullable<CaseView['submission']> {
  const { phase } = submission;
  if (phase !== 'by-hand') return { phase };
  return {
    phase,
    why: submission.why,
    ...(submission.detail === undefined ? {} : { detail: submission.detail }),
  };
}

function ticketView({ number, how, status, name, messages }: Ticket): NonNullable<CaseView['ticket']> {
  const last = messages.at(-1);
  return {
    number,
    how,
    status,
    isMirrored: name !== undefined,
    ...(last ? { lastFrom: last.from, lastAt: last.at } : {}),
  };
}
