import type { App } from '@slack/bolt';
import type { Case } from '../../domain/validation/case/case.ts';
import { caseView } from '../../domain/validation/case/view.ts';
import { actionIds } from '../action-ids.ts';
import { fileModal, sendBackModal } from '../blocks/case/forms-of-steps.ts';
import {
  answerModal,
  caseAssignModal,
  caseReplyModal,
  closeModal,
  commentModal,
  numberModal,
} from '../blocks/case/forms-of-talk.ts';
import { type CaseMenuDeed, parseCaseChoice } from '../blocks/case/menu.ts';
import { caseReply } from '../blocks/notice/case.ts';
import { CasePayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { registerCaseFileOut, shareFiles, showFiles } from './case-files.ts';
import { asking, completing, reviewing } from './case-forms.ts';
import { approveStep, openCaseOfCircuit } from './case-now.ts';
import { givePackage } from './case-package.ts';
import { namedCase } from './named-case.ts';
import { onPress, type Press } from './press.ts';

/** The buttons of a case. They carry its id; who pressed comes from Slack's signed request. */
export function registerCaseActions(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.caseOpen, shared, openCaseOfCircuit);
  onPress(app, actionIds.caseApprove, shared, approveStep);
  onCase(app, actionIds.caseShow, shared, show);
  onCase(app, actionIds.caseComplete, shared, completing);
  onCase(app, actionIds.caseText, shared, reviewing);
  onCase(app, actionIds.casePackage, shared, givePackage);
  onCase(app, actionIds.caseFiles, shared, showFiles);
  onCase(app, actionIds.caseFilesShare, shared, shareFiles);
  registerCaseFileOut(app, actionIds.caseFileOut, shared);
  onCase(app, actionIds.caseFile, shared, asking('add-file', fileModal));
  onCase(app, actionIds.caseSendBack, shared, asking('send-back', sendBackModal));
  onCase(app, actionIds.caseNumber, shared, asking('enter-number', numberModal));
  onCase(app, actionIds.caseReply, shared, asking('reply', caseReplyModal));
  onCase(app, actionIds.caseAnswer, shared, asking('record-answer', answerModal));
  onPress(app, actionIds.caseMenu, shared, async (press, deps) => {
    const choice = parseCaseChoice(press.value);
    await withCase(press, choice?.caseId, deps, async (it) => {
      if (choice) await menu[choice.deed](press, it, deps);
    });
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
  else await press.answer(async () => refusalReply(named.refusal));
}

function show(press: Press, it: Case): Promise<void> {
  return press.answer(async () => caseReply(caseView(it)));
}

const menu: Readonly<Record<CaseMenuDeed, OnCase>> = {
  comment: asking('comment', commentModal),
  assign: asking('assign', caseAssignModal),
  files: showFiles,
  'send-back': asking('send-back', sendBackModal),
  close: asking('close', closeModal),
};
