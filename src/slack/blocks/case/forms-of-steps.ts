import type { ModalView } from '@slack/types';
import { type Case, evidenceKinds } from '../../../domain/validation/case/case.ts';
import { fileLimit, textLimits } from '../../../domain/validation/case/command.ts';
import { fileExtensions } from '../../../domain/validation/case/file-kind.ts';
import { stepsToSendBack } from '../../../domain/validation/case/may-begin.ts';
import { type PersonStep, stepNumber } from '../../../domain/validation/case/steps.ts';
import { caseView } from '../../../domain/validation/case/view.ts';
import { viewIds } from '../../action-ids.ts';
import { selectInput, textInput } from '../forms/inputs.ts';
import { plainText, section } from '../kit.ts';
import { lines } from '../mrkdwn.ts';
import { caseForm } from './case-form.ts';
import { evidenceNames } from './evidence-names.ts';
import { prefixLines, smallPrint } from './facts.ts';
import { caseInputs } from './inputs.ts';
import { stepNames } from './step-names.ts';

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
  return caseForm(it, metadata, {
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
  return caseForm(it, metadata, {
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

/** Not to be asked where nothing can go back. */
export function sendBackModal(it: Case, metadata: string): ModalView {
  const steps = stepsToSendBack(it);
  return caseForm(it, metadata, {
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

export function fileModal(it: Case, metadata: string): ModalView {
  return caseForm(it, metadata, {
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
