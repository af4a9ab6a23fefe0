import { currentStep } from '../../../domain/validation/case/current-step.ts';
import { type CaseStep, caseSteps, stepNumber } from '../../../domain/validation/case/steps.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { joinMd, lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { duration, moment } from '../time.ts';
import { stepNames } from './step-names.ts';

type Record = CaseView['steps'][CaseStep];

/** A line for each step: who did it, who approved it, how long it took. */
export function stepLines({ steps, submission, closed }: StepsView): Mrkdwn {
  const current = closed ? undefined : currentStep({ steps });
  return lines(
    ...caseSteps.map((step) => {
      const told = closed ? ended(steps[step]) : detail(steps[step], submission);
      return md`${signOf(steps[step], step === current)} ${stepNumber(step)} ${stepNames[step]}${told}`;
    }),
  );
}

type StepsView = Pick<CaseView, 'steps' | 'submission' | 'closed'>;

function signOf({ state }: Record, isCurrent: boolean): Mrkdwn {
  if (state === 'done') return md`:white_check_mark:`;
  if (state === 'skipped') return md`:heavy_minus_sign:`;
  return isCurrent ? md`:arrow_right:` : md`:white_small_square:`;
}

/** Of a case that is closed nobody waits for anything any more. */
function ended(record: Record): Mrkdwn {
  const isBegun = record.state === 'open' || record.state === 'review';
  return isBegun ? md` · not finished` : detail(record, undefined);
}

function detail(record: Record, submission: CaseView['submission']): Mrkdwn {
  switch (record.state) {
    case 'done':
      return joined(
        record.doneBy ? person(record.doneBy) : nothing,
        approvedBy(record.approvals),
        md`${duration(record.doneAt - record.startedAt)}`,
      );
    case 'review':
      return joined(
        record.doneBy ? md`by ${person(record.doneBy)}` : nothing,
        approvedBy(record.approvals),
        submission ? nothing : md`waits for approval since ${moment(record.since)}`,
      );
    case 'open':
      return joined(
        record.assignee ? md`${person(record.assignee)} has it` : nothing,
        record.sentBack ? md`sent back` : nothing,
        md`since ${moment(record.since)}`,
      );
    case 'skipped':
      return md` · not needed`;
    case 'waiting':
      return nothing;
  }
}

function approvedBy(approvals: Extract<Record, { state: 'done' }>['approvals']): Mrkdwn {
  if (approvals.length === 0) return nothing;
  return md`approved by ${joinMd(
    approvals.map(({ by }) => person(by)),
    ', ',
  )}`;
}

function joined(...parts: readonly Mrkdwn[]): Mrkdwn {
  const said = parts.filter(({ mrkdwn }) => mrkdwn !== '');
  return said.length === 0 ? nothing : md` · ${joinMd(said, ', ')}`;
}
