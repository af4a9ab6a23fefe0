import type { App } from '@slack/bolt';
import { caseSteps, doneByPeople } from '../../domain/validation/case/steps.ts';
import type { CaseAct } from '../../usecases/cases/case-desk.ts';
import { viewIds } from '../action-ids.ts';
import { caseInputs } from '../blocks/case/inputs.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { chosenAllOf, chosenOf, type FormValues, type Input, textOf, userOf } from '../writes/values.ts';
import { registerCaseFileView } from './case-file.ts';
import { type Answered, done, onAnswer, saying, type Verdict } from './on-answer.ts';

/** The forms of a case. What is mistyped is shown in the form; what is refused, instead of it. */
export function registerCaseViews(app: App, shared: SharedDeps): void {
  registerCaseFileView(app, shared);
  onAnswer(app, viewIds.caseComplete, shared, complete);
  const { note: _, ...inputs } = caseInputs;
  act(app, shared, viewIds.caseText, inputs.body, (values) => ({
    kind: 'write-text',
    title: textOf(values, inputs.title),
    body: textOf(values, inputs.body),
  }));
  act(app, shared, viewIds.caseSendBack, inputs.reason, (values) => {
    const step = caseSteps.find((one) => one === chosenOf(values, inputs.step));
    return step && { kind: 'send-back', step, reason: textOf(values, inputs.reason) };
  });
  act(app, shared, viewIds.caseComment, inputs.comment, (values) => ({
    kind: 'comment',
    text: textOf(values, inputs.comment),
  }));
  act(app, shared, viewIds.caseAssign, inputs.assignee, (values) => {
    const to = userOf(values, inputs.assignee);
    return /^[UW][A-Z0-9]{2,}$/u.test(to) ? { kind: 'assign', to } : undefined;
  });
  act(app, shared, viewIds.caseNumber, inputs.number, (values) => ({
    kind: 'enter-number',
    number: textOf(values, inputs.number),
  }));
  act(app, shared, viewIds.caseReply, inputs.reply, (values) => ({
    kind: 'reply',
    text: textOf(values, inputs.reply),
  }));
  act(app, shared, viewIds.caseAnswer, inputs.answer, (values) => ({
    kind: 'record-answer',
    text: textOf(values, inputs.answer),
    isClosed: chosenAllOf(values, inputs.closed).includes('closed'),
  }));
  act(app, shared, viewIds.caseClose, inputs.reason, (values) => ({
    kind: 'close',
    reason: textOf(values, inputs.reason),
  }));
}

/** `read` gives nothing: the form was not filled in by Slack. */
function act(
  app: App,
  shared: SharedDeps,
  viewId: string,
  input: Input,
  read: (values: FormValues) => CaseAct | undefined,
): void {
  onAnswer(app, viewId, shared, async ({ values, metadata, caller, viewId }, { cases }) => {
    const wanted = read(values);
    if (!wanted) return saying('Not possible', refusalReply({ code: 'choice-missing', field: 'The form' }));
    const acted = await cases.act(caller, metadata, wanted, viewId);
    return acted.ok ? done : refused(acted.refusal, input);
  });
}

const slips: readonly string[] = [
  'case-text-missing',
  'case-text-too-long',
  'case-number-malformed',
  'case-evidence-missing',
];

/** What was typed does not stay in view. */
const keys: readonly string[] = ['case-text-holds-private-key', 'case-text-holds-service-key'];

function refused(refusal: ChatRefusal, { block }: Input): Verdict {
  if (keys.includes(refusal.code)) return saying('Not possible', refusalReply(refusal));
  return slips.includes(refusal.code)
    ? { kind: 'problems', problems: { [block]: refusal } }
    : { kind: 'again', reply: refusalReply(refusal) };
}

/** The step is the one that the person read, whatever the case has come to meanwhile. */
async function complete({ values, metadata, caller }: Answered, { cases }: ChatDeps): Promise<Verdict> {
  const [id = '', asked] = metadata.split(' ');
  const step = doneByPeople.find((one) => one === asked);
  if (!step) return saying('Not possible', refusalReply({ code: 'button-unreadable' }));
  const note = textOf(values, caseInputs.note);
  const acted = await cases.act(caller, id, { kind: 'complete', step, note });
  return acted.ok ? done : refused(acted.refusal, caseInputs.note);
}
