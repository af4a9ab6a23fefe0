import { type Case, isOpen } from './case.ts';
import { type CaseCommand, type CaseRefusal, fileLimit } from './command.ts';
import { currentStep, type Handed, isBeingMade, isPreflightDue, isWithMicrosoft } from './current-step.ts';
import { type CaseStep, caseSteps } from './steps.ts';
import { takesNumber } from './with-microsoft.ts';

/** What people do by filling in a form, or by choosing a file. */
export type CaseDeed = Exclude<CaseCommand['kind'], 'approve'>;

/** Why it is refused whatever is filled in: nobody is to fill in a form for nothing. */
export function refusedAnyway(deed: CaseCommand['kind'], it: Case): CaseRefusal | undefined {
  const { id, submission, ticket } = it;
  if (!isOpen(it)) return { code: 'case-over', id };
  switch (deed) {
    case 'complete':
      return isPreflightDue(it) ? { code: 'case-preflight-missing', id } : undefined;
    case 'send-back':
      return refusedSendBack(it);
    case 'add-file':
      return refusedFile(it);
    case 'remove-file':
      return isWithMicrosoft(it) ? { code: 'case-with-microsoft', id } : undefined;
    case 'close':
      return isBeingMade(it) ? { code: 'case-with-microsoft', id } : undefined;
    case 'enter-number':
      return takesNumber({ submission, ticket }) ? undefined : { code: 'case-not-by-hand', id };
    case 'reply':
      return ticket ? undefined : { code: 'case-not-submitted', id };
    case 'record-answer':
      if (!ticket) return { code: 'case-not-submitted', id };
      return ticket.name === undefined ? undefined : { code: 'case-not-by-hand', id };
    default:
      return undefined;
  }
}

function refusedSendBack(it: Case): CaseRefusal | undefined {
  const { id } = it;
  if (isWithMicrosoft(it)) return { code: 'case-with-microsoft', id };
  return stepsToSendBack(it).length === 0 ? { code: 'case-nothing-to-send-back', id } : undefined;
}

function refusedFile(it: Case): CaseRefusal | undefined {
  const { id, files } = it;
  if (isWithMicrosoft(it)) return { code: 'case-with-microsoft', id };
  const kept = files.filter(({ isRemoved }) => !isRemoved);
  return kept.length < fileLimit ? undefined : { code: 'case-files-too-many', id, limit: fileLimit };
}

/** Those that were done or wait for approval; the submission is nobody's to do again. */
export function stepsToSendBack(it: Pick<Case, 'steps'> & Handed): readonly CaseStep[] {
  if (isWithMicrosoft(it)) return [];
  const current = currentStep(it);
  const until = current === undefined ? -1 : caseSteps.indexOf(current);
  return caseSteps
    .slice(0, until + 1)
    .filter((step) => step !== 'submission' && ['done', 'review'].includes(it.steps[step].state));
}
