import type { ActionsBlock, Button } from '@slack/types';
import { currentStep } from '../../../domain/validation/case/current-step.ts';
import { type CaseStep, isReviewed } from '../../../domain/validation/case/steps.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { actionIds } from '../../action-ids.ts';
import { button, confirm, overflow } from '../kit.ts';
import { encode } from '../payload.ts';
import { showButton } from '../show-button.ts';
import { openCaseButton } from './case-button.ts';
import { caseChoices } from './menu.ts';
import { stepNouns } from './step-names.ts';

/** What can be done with a case as it stands. Who may is decided when it is pressed. */
export function caseButtons(view: CaseView): ActionsBlock['elements'] {
  const { closed, circuit } = view;
  if (closed) return closed.why === 'withdrawn' ? [] : [...again(view), showButton(circuit)];
  const step = currentStep(view);
  if (!step) return [showButton(circuit)];
  const record = view.steps[step];
  const now =
    record.state === 'review' && !view.submission
      ? toApprove(view, step, record.round)
      : (todo[step]?.(view) ?? []);
  return [...now, showButton(circuit), overflow(actionIds.caseMenu, caseChoices(view))];
}

/** What was closed by hand is not validated. */
function again({ facts, circuit }: CaseView): readonly Button[] {
  return facts.settled < facts.total ? [openCaseButton(circuit, 'Open a new case')] : [];
}

function toApprove(view: CaseView, step: CaseStep, round: number): readonly Button[] {
  if (!isReviewed(step)) return [];
  const text = step === 'submission' ? 'Approve submission' : 'Approve';
  const risk =
    step === 'submission'
      ? 'With the last approval the ticket goes to Microsoft, with its text and files.'
      : `You have checked ${stepNouns[step]} yourself.`;
  const approve = button(text, actionIds.caseApprove, encode({ case: view.id, step, round }), {
    style: 'primary',
    label: `${text}: ${stepNouns[step]} of ${view.circuit.name}`,
    confirm: confirm('Approve?', risk, 'Approve', 'Cancel'),
  });
  const isText = step === 'ticket-text' || step === 'submission';
  return [
    approve,
    ...(isText ? [on(view, 'Read the text', actionIds.caseText)] : []),
    ...(step === 'evidence' ? [on(view, 'Files…', actionIds.caseFiles)] : []),
    on(view, 'Send back…', actionIds.caseSendBack),
  ];
}

const todo: Readonly<Partial<Record<CaseStep, (view: CaseView) => readonly Button[]>>> = {
  prefixes: (view) => [first(view, 'Confirm…', actionIds.caseComplete)],
  registries: (view) => (view.verdicts ? [first(view, 'Understood…', actionIds.caseComplete)] : []),
  evidence: (view) => [
    first(view, 'Add a file…', actionIds.caseFile),
    on(view, 'Evidence is complete…', actionIds.caseComplete),
  ],
  'ticket-text': (view) => [first(view, 'Review the text…', actionIds.caseText)],
  submission: (view) =>
    view.submission?.phase === 'by-hand'
      ? [first(view, 'Get the package', actionIds.casePackage), numberButton(view)]
      : [],
  answers: (view) => [
    first(view, 'Reply to Microsoft…', actionIds.caseReply),
    ...(view.ticket?.isMirrored
      ? []
      : [
          on(view, 'Record an answer…', actionIds.caseAnswer),
          on(view, 'Correct the number…', actionIds.caseNumber),
        ]),
  ],
};

export function numberButton(of: Pick<CaseView, 'id' | 'circuit'>): Button {
  return on(of, 'Enter the ticket’s number…', actionIds.caseNumber);
}

function first(view: CaseView, text: string, actionId: string): Button {
  return on(view, text, actionId, 'primary');
}

function on(
  view: Pick<CaseView, 'id' | 'circuit'>,
  text: string,
  actionId: string,
  style?: 'primary',
): Button {
  return button(text, actionId, encode({ case: view.id }), {
    ...(style ? { style } : {}),
    label: `${text.replace('…', '')}: ${view.circuit.name}, ${view.id}`,
  });
}
