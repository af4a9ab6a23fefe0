import { currentStep } from '../../../domain/validation/case/current-step.ts';
import { caseSteps, stepNumber } from '../../../domain/validation/case/steps.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { type Mrkdwn, md, trusted } from '../mrkdwn.ts';
import { duration } from '../time.ts';
import { stepNouns } from './step-names.ts';

/** What it is about and where it stands, in one line. */
export function caseTitle(view: Titled): Mrkdwn {
  const { sign, words } = standing(view);
  return md`${trusted(sign)} *${view.circuit.name}* · prefix validation · ${words}`;
}

/** The same for a notification. */
export function caseNotification(view: Titled): Mrkdwn {
  return md`${view.circuit.name}: prefix validation, ${standing(view).words}`;
}

/** How far an open case is: `step 3 of 7: the evidence of ownership to be approved`. */
export function caseStanding(view: Titled): string {
  return standing(view).words;
}

type Titled = Pick<CaseView, 'circuit' | 'steps' | 'closed' | 'opened' | 'submission'>;

type Standing = { readonly sign: string; readonly words: string };

function standing({ closed, opened, steps, submission }: Titled): Standing {
  if (closed) return ended(closed, opened.at);
  const step = currentStep({ steps });
  if (!step) return { sign: ':large_green_circle:', words: 'done' };
  const words = `step ${stepNumber(step)} of ${caseSteps.length}: ${stepNouns[step]}`;
  const isReview = steps[step].state === 'review';
  return { sign: ':large_orange_circle:', words: isReview ? `${words}${waitsFor(submission)}` : words };
}

function waitsFor(submission: CaseView['submission']): string {
  if (!submission) return ' to be approved';
  return submission.phase === 'by-hand' ? ', to be done by hand' : ', under way';
}

function ended({ why, at }: NonNullable<CaseView['closed']>, openedAt: number): Standing {
  const after = duration(at - openedAt);
  switch (why) {
    case 'configured':
      return { sign: ':large_green_circle:', words: `validated after ${after}` };
    case 'withdrawn':
      return {
        sign: ':white_circle:',
        words: `closed after ${after}: the prefixes are not advertised any more`,
      };
    case 'by-hand':
      return { sign: ':white_circle:', words: `closed after ${after}` };
  }
}
