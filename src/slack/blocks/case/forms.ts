import type { KnownBlock, ModalView } from '@slack/types';
import { type Case, evidenceKinds } from '../../../domain/validation/case/case.ts';
import { fileLimit, textLimits } from '../../../domain/validation/case/command.ts';
import { currentStep } from '../../../domain/validation/case/current-step.ts';
import { fileExtensions } from '../../../domain/validation/case/file-kind.ts';
import { caseSteps, type PersonStep, stepNumber } from '../../../domain/validation/case/steps.ts';
import { caseView } from '../../../domain/validation/case/view.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { checkInputs, selectInput, textInput, userInput } from '../forms/inputs.ts';
import { plainText, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { evidenceNames } from './evidence-names.ts';
import { prefixLines, smallPrint } from './facts.ts';
import { stepNames } from './step-names.ts';
import { caseTitle } from './title.ts';

export const caseInputs = {
  note: { block: 'case.note', action: 'case.note' },
  title: { block: 'case.title', action: 'case.title' },
  body: { block: 'case.body', action: 'case.body' },
  reason: { block: 'case.reason', action: 'case.reason' },
  step: { block: 'case.step', action: 'case.step' },
  comment: { block: 'case.comment', action: 'case.comment' },
  assignee: { block: 'case.assignee', action: 'case.assignee' },
  kind: { block: 'case.kind', action: 'case.kind' },
  file: { block: 'case.file', action: 'case.file' },
  number: { block: 'case.number', action: 'case.number' },
  reply: { block: 'case.reply', action: 'case.reply' },
  answer: { block: 'case.answer', action: 'case.answer' },
  closed: { block: 'case.closed', action: 'case.closed' },
} as const satisfies Readonly<Record<string, Input>>;

type Form = {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly blocks: readonly KnownBlock[];
};

function modal(it: Case, metadata: string, { id, title, submit, blocks }: Form): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: metadata,
    title: plainText(title, 24),
    submit: plainText(submit, 24),
    close: plainText('Cancel', 24),
    blocks: [section(caseTitle(caseView(it))), ...blocks],
  };
}

/** Says that a step is done: what is asserted stands above the note. */
export function completeModal(it: Case, step: PersonStep, metadata: string): ModalView {
  const view = caseView(it);
  const facts = step === 'prefixes' ? [section(lines(prefixLines(view), smallPrint(view)))] : [];
  const { label, hint, submit, optional } = completions[step];
  const note = textInput({
    input: caseInputs.note,
    label,
    hint,
    maxLength: textLimits.note,
    multiline: true,
    optional: optional || (step === 'evidence' && it.files.some(({ by, isRemoved }) => by && !isRemoved)),
  });
  return modal(it, metadata, {
    id: viewIds.caseComplete,
    title: stepTitles[step],
    submit,
    blocks: [...facts, note],
  });
}

const stepTitles: Readonly<Record<PersonStep, string>> = {
  prefixes: 'Confirm prefixes',
  registries: 'Registries understood',
  evidence: 'Evidence is complete',
  'ticket-text': 'Ticket text',
};

const completions: Readonly<
  Record<PersonStep, { label: string; hint: string; submit: string; optional: boolean }>
> = {
  prefixes: {
    label: 'Note',
    hint: 'I have checked that these prefixes and this AS number are the ones meant. An approver checks it after you.',
    submit: 'Confirm',
    optional: true,
  },
  registries: {
    label: 'Why Microsoft could not validate it',
    hint: 'One or two sentences: the space is leased, the AS number is private, the route object is missing …',
    submit: 'Understood',
    optional: false,
  },
  evidence: {
    label: 'References',
    hint: 'The contract’s number, the allocation’s handle, or what the files show. Needed where there is no file.',
    submit: 'Complete',
    optional: false,
  },
  'ticket-text': { label: 'Note', hint: '', submit: 'Put forward', optional: true },
};

/** The text as it stands; whoever changes it is its author. */
export function textModal(it: Case, metadata: string): ModalView {
  const { text } = it;
  return modal(it, metadata, {
    id: viewIds.caseText,
    title: 'Ticket text',
    submit: 'Put forward',
    blocks: [
      textInput({
        input: caseInputs.title,
        label: 'Title',
        maxLength: textLimits.title,
        initial: text?.title,
      }),
      textInput({
        input: caseInputs.body,
        label: 'Text for Microsoft',
        hint: 'Whoever puts it forward is its author: somebody else has to approve it. Put no keys into it.',
        maxLength: textLimits.body,
        multiline: true,
        initial: text?.body,
      }),
    ],
  });
}

/** Only steps that were done, or wait for approval, can go back. */
export function sendBackModal(it: Case, metadata: string): ModalView {
  const current = currentStep(it);
  const until = current ? caseSteps.indexOf(current) : -1;
  const steps = caseSteps
    .slice(0, until + 1)
    .filter((step) => step !== 'submission' && ['done', 'review'].includes(it.steps[step].state));
  return modal(it, metadata, {
    id: viewIds.caseSendBack,
    title: 'Send back',
    submit: 'Send back',
    blocks: [
      selectInput({
        input: caseInputs.step,
        label: 'To which step',
        hint: 'It and all that came after it are done again.',
        choices: steps.map((step) => ({ text: `${stepNumber(step)} ${stepNames[step]}`, value: step })),
        initial: steps.at(-1),
      }),
      textInput({
        input: caseInputs.reason,
        label: 'Why',
        hint: 'Everybody in the channel reads it.',
        maxLength: textLimits.reason,
        multiline: true,
      }),
    ],
  });
}

export function commentModal(it: Case, metadata: string): ModalView {
  const comment = textInput({
    input: caseInputs.comment,
    label: 'Comment',
    hint: 'It goes into the thread and the audit trail. Microsoft does not see it.',
    maxLength: textLimits.comment,
    multiline: true,
  });
  return modal(it, metadata, {
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
  return modal(it, metadata, { id: viewIds.caseAssign, title: 'Assign', submit: 'Assign', blocks: [whom] });
}

export function fileModal(it: Case, metadata: string): ModalView {
  return modal(it, metadata, {
    id: viewIds.caseFile,
    title: 'Add a file',
    submit: 'Add',
    blocks: [
      selectInput({
        input: caseInputs.kind,
        label: 'What it is',
        choices: evidenceKinds
          .filter((kind) => kind !== 'preflight')
          .map((kind) => ({ text: evidenceNames[kind], value: kind })),
        initial: 'letter-of-authorization',
      }),
      {
        type: 'input',
        block_id: caseInputs.file.block,
        label: plainText('File', 2_000),
        hint: plainText(
          `${fileExtensions.join(', ')}; 5 MB at most, ${fileLimit} files a case. It goes to Microsoft with the ticket. Never a private key.`,
          2_000,
        ),
        element: {
          type: 'file_input',
          action_id: caseInputs.file.action,
          filetypes: [...fileExtensions],
          max_files: 1,
        },
      },
    ],
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
  return modal(it, metadata, {
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
  return modal(it, metadata, {
    id: viewIds.caseReply,
    title: 'Reply to Microsoft',
    submit: 'Reply',
    blocks: [...(last ? [section(md`Microsoft: ${last.body}`)] : []), reply],
  });
}

export function answerModal(it: Case, metadata: string): ModalView {
  return modal(it, metadata, {
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
  return modal(it, metadata, {
    id: viewIds.caseClose,
    title: 'Close the case',
    submit: 'Close it',
    blocks: [reason],
  });
}
