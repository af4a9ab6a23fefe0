import type { Instant } from '../../instant.ts';
import { type Case, isOpen } from './case.ts';
import { isPreflightDue } from './current-step.ts';
import { type CaseTimes, nextCaseTime } from './pass-time.ts';

/** What Trunkline has to do for a case, and from when on. */
export type CaseWork = {
  readonly kind: 'preflight' | 'submit' | 'reply' | 'mirror' | 'time' | 'remove-files';
  readonly from: Instant;
};

/** All of it, the most pressing first among those of the same time. */
export function workOf(it: Case, times: CaseTimes & { readonly keepFilesMs: number }): readonly CaseWork[] {
  const { submission, ticket } = it;
  const owed = ticket?.messages.find(({ delivery }) => delivery === 'owed');
  const reply: CaseWork | undefined = owed && { kind: 'reply', from: owed.at };
  // What was written to Microsoft before the end goes there all the same.
  if (!isOpen(it)) return [...(reply ? [reply] : []), ...removal(it, times.keepFilesMs)];
  const time = nextCaseTime(it, times);
  const works: readonly (CaseWork | undefined)[] = [
    submission && 'notBefore' in submission ? { kind: 'submit', from: submission.notBefore } : undefined,
    reply,
    isPreflightDue(it) ? { kind: 'preflight', from: 0 } : undefined,
    ticket ? { kind: 'mirror', from: 0 } : undefined,
    time === undefined ? undefined : { kind: 'time', from: time },
  ];
  return works.filter((work) => work !== undefined).toSorted((a, b) => a.from - b.from);
}

/** Also where the case knows of no file: one may have been kept that was then not taken. */
function removal({ closed }: Case, keepFilesMs: number): readonly CaseWork[] {
  return closed && !closed.filesRemoved ? [{ kind: 'remove-files', from: closed.at + keepFilesMs }] : [];
}
