import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Case } from '../../domain/validation/case/case.ts';
import { currentStep } from '../../domain/validation/case/current-step.ts';
import { doneByPeople } from '../../domain/validation/case/steps.ts';
import { caseView } from '../../domain/validation/case/view.ts';
import { actionIds } from '../action-ids.ts';
import { completeModal, fileModal, sendBackModal, textModal } from '../blocks/case/forms-of-steps.ts';
import {
  answerModal,
  caseAssignModal,
  caseReplyModal,
  closeModal,
  commentModal,
  numberModal,
} from '../blocks/case/forms-of-talk.ts';
import { type CaseDeed, parseCaseChoice } from '../blocks/case/menu.ts';
import { caseTextReply } from '../blocks/case/read-text.ts';
import { caseReply } from '../blocks/notice/case.ts';
import { CaseApprovalPayload, CasePayload, CircuitPayload, decode } from '../blocks/payload.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { formMetadata } from '../writes/form.ts';
import { givePackage } from './case-package.ts';
import { namedCase } from './named-case.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** The buttons of a case. They carry its id; who pressed comes from Slack's signed request. */
export function registerCaseActions(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.caseOpen, shared, open);
  onPress(app, actionIds.caseApprove, shared, approve);
  onCase(app, actionIds.caseShow, shared, show);
  onCase(app, actionIds.caseComplete, shared, complete);
  onCase(app, actionIds.caseText, shared, text);
  onCase(app, actionIds.casePackage, shared, (press, it, deps) => givePackage(press, it, deps));
  onCase(app, actionIds.caseFile, shared, asking(fileModal));
  onCase(app, actionIds.caseSendBack, shared, asking(sendBackModal));
  onCase(app, actionIds.caseNumber, shared, asking(numberModal));
  onCase(app, actionIds.caseReply, shared, asking(caseReplyModal));
  onCase(app, actionIds.caseAnswer, shared, asking(answerModal));
  onPress(app, actionIds.caseMenu, shared, async (press, deps) => {
    const choice = parseCaseChoice(press.value);
    await withCase(press, choice?.caseId, deps, (it) =>
      choice ? menu[choice.deed](press, it) : Promise.resolve(),
    );
  });
}

type OnCase = (press: Press, it: Case, deps: ChatDeps) => Promise<void>;

function onCase(app: App, actionId: string, shared: SharedDeps, work: OnCase): void {
  onPress(app, actionId, shared, (press, deps) =>
    withCase(press, decode(CasePayload, press.value)?.case, deps, (it) => work(press, it, deps)),
  );
}

async function withCase(
  press: Press,
  id: string | undefined,
  deps: ChatDeps,
  work: (it: Case) => Promise<void>,
): Promise<void> {
  const named = await namedCase(press, id, deps);
  if (named.ok) await work(named.value);
  else await refused(press, named.refusal);
}

function refused({ answer }: Press, refusal: ChatRefusal): Promise<void> {
  return answer(async () => refusalReply(refusal));
}

function show(press: Press, it: Case): Promise<void> {
  return press.answer(async () => caseReply(caseView(it)));
}

/** A form of a case that is over would be filled in for nothing. */
function asking(form: (it: Case, metadata: string) => ModalView): (press: Press, it: Case) => Promise<void> {
  return (press, it) =>
    it.closed
      ? refused(press, { code: 'case-over', id: it.id })
      : press.ask(form(it, formMetadata(press.channelId, it.id)));
}

const menu: Readonly<Record<CaseDeed, (press: Press, it: Case) => Promise<void>>> = {
  comment: asking(commentModal),
  assign: asking(caseAssignModal),
  file: asking(fileModal),
  'send-back': asking(sendBackModal),
  close: asking(closeModal),
};

async function complete(press: Press, it: Case): Promise<void> {
  const step = doneByPeople.find((one) => one === currentStep(it));
  if (!step || it.steps[step].state !== 'open') return stale(press, it);
  if (it.closed) return refused(press, { code: 'case-over', id: it.id });
  await press.ask(completeModal(it, step, formMetadata(press.channelId, `${it.id} ${step}`)));
}

/** The message that was pressed is older than the case. */
function stale(press: Press, it: Case): Promise<void> {
  return press.answer(async () => caseReply(caseView(it)));
}

/** While it is written it is a form, afterwards something to read. */
async function text(press: Press, it: Case): Promise<void> {
  if (it.steps['ticket-text'].state === 'open') return asking(textModal)(press, it);
  await press.answer(async () => caseTextReply(it));
}

async function approve(press: Press, { cases }: ChatDeps): Promise<void> {
  const payload = decode(CaseApprovalPayload, press.value);
  if (!payload) return refused(press, { code: 'button-unreadable' });
  const { userId, channelId } = press;
  const { case: id, step, round } = payload;
  const done = await cases.act({ userId, channelId }, id, { kind: 'approve', step, round });
  if (!done.ok) return refused(press, done.refusal);
  if (press.isPrivate) await press.answer(async () => caseReply(caseView(done.value)), { instead: true });
}

/** From an alert or a circuit's card: the case that there is, or a new one. */
async function open(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(CircuitPayload, press.value);
  if (!payload) return refused(press, { code: 'button-unreadable' });
  const named = await namedCircuit(press, { token: payload.circuit, name: payload.name }, deps);
  if (!named.ok) return refused(press, named.refusal);
  const { userId, channelId } = press;
  const opened = await deps.cases.open({ userId, channelId }, named.value.circuit.id);
  await press.answer(async () =>
    opened.ok ? caseReply(caseView(opened.value.it)) : refusalReply(opened.refusal),
  );
}
