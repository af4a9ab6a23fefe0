import { currentStep } from '../../../domain/validation/case/current-step.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { byHandWords } from './by-hand-words.ts';

type Begun = Extract<CaseView['steps']['prefixes'], { state: 'open' | 'review' }>;

/** What has to be done next, and by whom. */
export function whatNow(view: CaseView): Mrkdwn {
  const { closed, steps } = view;
  if (closed) return closed.reason ? md`${by(closed.by)}: ${whole(closed.reason)}` : nothing;
  const step = currentStep(view);
  if (!step) return nothing;
  const record = steps[step];
  if (record.state === 'review') return toApprove(view, record);
  const who = 'assignee' in record && record.assignee ? person(record.assignee) : md`*Operator*`;
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

function by(userId: string | undefined): Mrkdwn {
  return userId ? person(userId) : md`Trunkline`;
}

function toApprove(
  { steps, submission, textBy }: CaseView,
  { approvals, doneBy }: Extract<Begun, { state: 'review' }>,
): Mrkdwn {
  if (submission && steps.submission.state === 'review') return toSubmit({ submission });
  const given = approvals.length > 0 ? md` ${approvals.length} given.` : nothing;
  const not = textBy ?? doneBy;
  const others = not ? md` other than ${person(not)}` : nothing;
  return md`*Approver*${others}: check it and approve, or send it back with a reason.${given}`;
}

function toSubmit({ submission }: Pick<CaseView, 'submission'>): Mrkdwn {
  switch (submission?.phase) {
    case 'by-hand':
      return md`${byHandWords(submission)} *Operator*: take the package, open the ticket in the portal, and enter its number here.`;
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
  if (ticket?.lastFrom === 'microsoft') {
    return md`${who}: Microsoft wrote ${moment(ticket.lastAt ?? 0)}. Read it in the thread, and reply where it asks something.`;
  }
  return md`*Microsoft* has it. Its answers come into the thread; prefixes that it accepts are marked here.`;
}
