import { currentStep } from '../../../domain/validation/case/current-step.ts';
import { isReviewed, type ReviewedStep } from '../../../domain/validation/case/steps.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { lines, type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { byHandWords } from './by-hand-words.ts';

type Step = CaseView['steps']['prefixes'];
type Open = Extract<Step, { state: 'open' }>;
type Review = Extract<Step, { state: 'review' }>;

/** What has to be done next, and by whom. */
export function whatNow(view: CaseView): Mrkdwn {
  const { closed, steps } = view;
  if (closed) return closed.reason ? md`${by(closed.by)}: ${whole(closed.reason)}` : nothing;
  const step = currentStep(view);
  if (!step) return nothing;
  const record = steps[step];
  if (record.state === 'review') {
    return view.submission || !isReviewed(step) ? toSubmit(view) : toApprove(view, step, record);
  }
  return record.state === 'open' ? lines(sentBack(record), toDo(view, step, record)) : nothing;
}

function toDo(view: CaseView, step: keyof CaseView['steps'], { assignee }: Open): Mrkdwn {
  const who = assignee ? person(assignee) : md`*Operator*`;
  switch (step) {
    case 'prefixes':
      return md`${who}: look at the prefixes and the AS number below, and confirm that they are the ones you mean to advertise.`;
    case 'registries':
      return view.verdicts
        ? md`${who}: read in the thread what the registries say, and write down why Microsoft could not validate it.`
        : md`I am asking the registries. The answer comes into the thread.`;
    case 'evidence':
      return md`${who}: add what proves that the prefixes and the AS number belong to you: a Letter of Authorization, registry records, the allocation, the contract’s reference.`;
    case 'ticket-text':
      return md`${who}: read the text for Microsoft, change what is wrong, and put it forward.`;
    case 'submission':
      return toSubmit(view);
    case 'answers':
      return answers(view, who);
    case 'configured':
      return md`Microsoft has accepted every prefix. I wait for the BGP session: check that your router brings it up, and that a route filter is attached.`;
  }
}

/** Why it is to be done again. */
function sentBack({ sentBack }: Open): Mrkdwn {
  return sentBack ? md`Sent back by ${by(sentBack.by)}: ${whole(sentBack.reason)}` : nothing;
}

function by(userId: string | undefined): Mrkdwn {
  return userId ? person(userId) : md`Trunkline`;
}

const toLookAt: Readonly<Record<ReviewedStep, string>> = {
  prefixes: 'compare the prefixes and the AS number below with what you mean to advertise',
  evidence: 'look at the files in the thread, and whether they prove who holds the prefixes',
  'ticket-text': 'read the text for Microsoft',
  submission: 'read the text once more; with the last approval the ticket goes to Microsoft, with its files',
};

function toApprove({ textBy }: CaseView, step: ReviewedStep, { approvals, doneBy }: Review): Mrkdwn {
  const given = approvals.length > 0 ? md` ${approvals.length} given.` : nothing;
  const author = step === 'ticket-text' || step === 'submission' ? textBy : undefined;
  const not = author ?? doneBy;
  const others = not ? md` other than ${person(not)}` : nothing;
  return md`*Approver*${others}: ${toLookAt[step]}. Then approve, or send it back with a reason.${given}`;
}

function toSubmit({ submission }: Pick<CaseView, 'submission'>): Mrkdwn {
  switch (submission?.phase) {
    case 'by-hand':
      return lines(
        byHandWords(submission),
        md`*Operator*: take the package, open the ticket in the portal, and enter its number here.`,
      );
    case 'uploading':
      return md`I am handing the files to Microsoft.`;
    case 'creating':
    case 'numbering':
      return md`I am opening the ticket. Microsoft gives it a number within a minute or two.`;
    default:
      return md`Approved. I read Azure once more before anything goes to Microsoft.`;
  }
}

function answers({ ticket }: CaseView, who: Mrkdwn): Mrkdwn {
  if (ticket?.status.toLowerCase() === 'closed') {
    return md`${who}: Microsoft closed the ticket, and prefixes are still not accepted. Read its last answer in the thread; then open the ticket again in the portal, or close this case and open a new one.`;
  }
  if (ticket?.lastFrom === 'microsoft') {
    return md`${who}: Microsoft wrote ${moment(ticket.lastAt ?? 0)}. Read it in the thread, and reply where it asks something.`;
  }
  if (ticket && !ticket.isMirrored) {
    return md`*Microsoft* has it. Azure does not show me this ticket: ${who}, look at it in the portal and record the answers here.`;
  }
  return md`*Microsoft* has it. Its answers come into the thread; prefixes that it accepts are marked here.`;
}
