import { currentStep } from '../../../domain/validation/case/current-step.ts';
import { caseSteps, stepNumber } from '../../../domain/validation/case/steps.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { type Mrkdwn, md, trusted } from '../mrkdwn.ts';
import { duration } from '../time.ts';
import { stepNouns } from './step-names.ts';

/** What it is about and where it stands, in one line. */
export function caseTitle(view: Pick<CaseView, 'circuit' | 'steps' | 'closed' | 'opened'>): Mrkdwn {
  const { sign, words } = standing(view);
  return md`${trusted(sign)} *${view.circuit.name}* · prefix validation · ${words}`;
}

type Standing = { readonly sign: string; readonly words: string };

function standing({ closed, opened, steps }: Pick<CaseView, 'steps' | 'closed' | 'opened'>): Standing {
  if (closed) return ended(closed, opened.at);
  const step = currentStep({ steps });
  if (!step) return { sign: ':large_green_circle:', words: 'done' };
  const count = `step ${stepNumber(step)} of ${caseSteps.length}`;
  const isReview = steps[step].state === 'review';
  const words = isReview ? `${count}: ${stepNouns[step]} to be approved` : `${count}: ${stepNouns[step]}`;
  return { sign: ':large_orange_circle:', words };
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
