import type { ModalView } from '@slack/types';
import type { Case } from '../../src/domain/validation/case/case.ts';
import { stepsToSendBack } from '../../src/domain/validation/case/may-begin.ts';
import { doneByPeople } from '../../src/domain/validation/case/steps.ts';
import { caseView } from '../../src/domain/validation/case/view.ts';
import { caseFilesModal } from '../../src/slack/blocks/case/files-modal.ts';
import {
  completeModal,
  fileModal,
  sendBackModal,
  textModal,
} from '../../src/slack/blocks/case/forms-of-steps.ts';
import {
  answerModal,
  caseAssignModal,
  caseReplyModal,
  closeModal,
  commentModal,
  numberModal,
} from '../../src/slack/blocks/case/forms-of-talk.ts';
import {
  keptFileReply,
  sharedFilesReply,
  unsharedFilesReply,
} from '../../src/slack/blocks/case/kept-file.ts';
import { casesReply } from '../../src/slack/blocks/case/list.ts';
import { noCaseReply } from '../../src/slack/blocks/case/none.ts';
import { casePackageReply } from '../../src/slack/blocks/case/package.ts';
import { openedCaseReply } from '../../src/slack/blocks/case/placed.ts';
import { caseTextReply } from '../../src/slack/blocks/case/read-text.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import { aCaseFile } from './a-case.ts';
import { casesOf } from './slack-cases.ts';
import { type Cast, channelId } from './slack-cast.ts';
import { message, view } from './slack-shown.ts';

/** Everything about cases that stands in no channel: forms, answers to the asker alone. */
export function caseFormsOf(cast: Cast) {
  const { text, known } = cast;
  const all = casesOf(cast);
  // A form shows little of its case; the largest is the last.
  const cases = [...all.filter((_, index) => index % 12 === 0), ...all.slice(-1)];
  const file = aCaseFile({ name: text.slice(0, 100) });
  const names = Array.from({ length: 10 }, (_, index) => `${index}${text.slice(0, 99)}`);
  const forms = (form: (it: Case, metadata: string) => ModalView, among = cases) =>
    among.map((it) => view(it.id, form(it, formMetadata(channelId, it.id))));
  return {
    completeModal: doneByPeople.flatMap((step) =>
      forms((it, metadata) => completeModal(it, step, metadata), cases.slice(-2)),
    ),
    textModal: forms(textModal),
    sendBackModal: forms(
      sendBackModal,
      cases.filter((it) => stepsToSendBack(it).length > 0),
    ),
    fileModal: forms(fileModal),
    caseFilesModal: forms(caseFilesModal),
    commentModal: forms(commentModal),
    caseAssignModal: forms(caseAssignModal),
    numberModal: forms(numberModal),
    caseReplyModal: forms(caseReplyModal),
    answerModal: forms(answerModal),
    closeModal: forms(closeModal),
    casesReply: [[], all.slice(0, 1), all].map((some) => message('cases', casesReply(some.map(caseView)))),
    noCaseReply: [message('none', noCaseReply(known.circuit))],
    openedCaseReply: [true, false].flatMap((isNew) =>
      cases.map((it) => message('opened', openedCaseReply({ ...it, channelId }, isNew))),
    ),
    casePackageReply: cases.flatMap((it) =>
      [{ names: [] }, { names }, { names, unshared: text }].map((files) =>
        message('package', casePackageReply(it, files)),
      ),
    ),
    caseTextReply: cases.map((it) => message('text', caseTextReply(it))),
    keptFileReply: [{}, { unshared: text }].map((more) =>
      message('kept', keptFileReply({ caseId: 'CASE-7K2Q9M', file, count: 3, ...more })),
    ),
    unsharedFilesReply: [message('unshared', unsharedFilesReply(text))],
    sharedFilesReply: [[], names].flatMap((some) =>
      [0, 1, 2].map((lost) => message('shared', sharedFilesReply(some, lost))),
    ),
  };
}
