import type { ModalView } from '@slack/types';
import type { Case, TicketMessage } from '../../../domain/validation/case/case.ts';
import { textLimits } from '../../../domain/validation/case/command.ts';
import { viewIds } from '../../action-ids.ts';
import { checkInputs, textInput, userInput } from '../forms/inputs.ts';
import { section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import { caseForm } from './case-form.ts';
import { caseInputs } from './inputs.ts';
import { quoted } from './quoted.ts';

export function commentModal(it: Case, metadata: string): ModalView {
  const comment = textInput({
    input: caseInputs.comment,
    label: 'Comment',
    hint: 'It goes into the thread and the audit trail. Microsoft does not see it.',
    maxLength: textLimits.comment,
    multiline: true,
  });
  return caseForm(it, metadata, {
    id: viewIds.caseComment,
    title: 'Comment',
    submit: 'Comment',
    blocks: [comment],
  });
}

export function caseAssignModal(it: Case, metadata: string): ModalView {
  const whom = userInput({
    input: caseInputs.assignee,
    label: 'Who goes on with it',
    hint: 'They are mentioned in the thread, and reminded.',
  });
  return caseForm(it, metadata, {
    id: viewIds.caseAssign,
    title: 'Assign',
    submit: 'Assign',
    blocks: [whom],
  });
}

export function numberModal(it: Case, metadata: string): ModalView {
  const number = textInput({
    input: caseInputs.number,
    label: 'Support request ID',
    hint: 'As the portal shows it, under Help + support, All support requests: digits alone.',
    placeholder: '2611230010003340',
    maxLength: 20,
  });
  return caseForm(it, metadata, {
    id: viewIds.caseNumber,
    title: 'Ticket number',
    submit: 'Save',
    blocks: [number],
  });
}

export function caseReplyModal(it: Case, metadata: string): ModalView {
  const last = it.ticket?.messages.findLast(({ from }) => from === 'microsoft');
  const reply = textInput({
    input: caseInputs.reply,
    label: 'Reply',
    hint: it.ticket?.name
      ? 'Microsoft gets it as it stands here. Put no keys into it.'
      : 'I cannot send it: put it into the ticket in the portal. It is kept here.',
    maxLength: textLimits.reply,
    multiline: true,
  });
  return caseForm(it, metadata, {
    id: viewIds.caseReply,
    title: 'Reply to Microsoft',
    submit: 'Reply',
    blocks: [...(last ? said(last) : []), reply],
  });
}

/** Characters of what Microsoft said last: the thread has all of it. */
const saidRoom = 5_600;

function said({ body, at }: TicketMessage) {
  return [section(md`*Microsoft*, ${moment(at)}`), ...quoted(body, saidRoom).map((part) => section(part))];
}

export function answerModal(it: Case, metadata: string): ModalView {
  return caseForm(it, metadata, {
    id: viewIds.caseAnswer,
    title: 'Record an answer',
    submit: 'Record',
    blocks: [
      textInput({
        input: caseInputs.answer,
        label: 'What Microsoft said',
        maxLength: textLimits.reply,
        multiline: true,
      }),
      checkInputs({
        input: caseInputs.closed,
        label: 'The ticket',
        optional: true,
        choices: [{ text: 'Microsoft closed it', value: 'closed' }],
        initial: [],
      }),
    ],
  });
}

export function closeModal(it: Case, metadata: string): ModalView {
  const reason = textInput({
    input: caseInputs.reason,
    label: 'Why',
    hint: 'The prefixes stay as they are. A ticket that is open at Microsoft stays open there.',
    maxLength: textLimits.reason,
    multiline: true,
  });
  return caseForm(it, metadata, {
    id: viewIds.caseClose,
    title: 'Close the case',
    submit: 'Close it',
    blocks: [reason],
  });
}
