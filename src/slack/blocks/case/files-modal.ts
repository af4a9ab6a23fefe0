import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { Case, CaseFile } from '../../../domain/validation/case/case.ts';
import { fileLimit } from '../../../domain/validation/case/command.ts';
import { refusedAnyway } from '../../../domain/validation/case/may-begin.ts';
import { caseView } from '../../../domain/validation/case/view.ts';
import { actionIds, viewIds } from '../../action-ids.ts';
import { actions, button, confirm, context, plainText, section } from '../kit.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { evidenceNames } from './evidence-names.ts';
import { fileSize } from './file-size.ts';
import { caseTitle } from './title.ts';

/** The files of a case: to be looked at, added and, until Microsoft has them, taken out. */
export function caseFilesModal(it: Case, metadata: string): ModalView {
  const kept = it.files.filter(({ isRemoved }) => !isRemoved);
  return {
    type: 'modal',
    callback_id: viewIds.caseFiles,
    private_metadata: metadata,
    title: plainText('Files of the case', 24),
    close: plainText('Close', 24),
    blocks: [
      section(caseTitle(caseView(it))),
      ...(kept.length === 0 ? [section(md`The case has no files yet.`)] : []),
      ...kept.map((file) => fileSection(it, file)),
      ...fileActions(it, kept.length),
      context(md`${kept.length} of ${fileLimit} files. They go to Microsoft with the ticket.`),
    ],
  };
}

function fileSection(it: Case, file: CaseFile): SectionBlock {
  const isTheirs = file.by !== undefined && refusedAnyway('remove-file', it) === undefined;
  return section(fileLines(file), isTheirs ? takeOut(it, file) : undefined);
}

function fileLines({ name, kind, bytes, by, at }: CaseFile): Mrkdwn {
  return lines(
    md`:paperclip: *${name}*`,
    md`${evidenceNames[kind]} · ${fileSize(bytes)} · ${by ? person(by) : md`Trunkline`}, ${moment(at)}`,
  );
}

function takeOut({ id, steps }: Case, file: CaseFile) {
  const isDone = steps.evidence.state === 'review' || steps.evidence.state === 'done';
  const after = isDone ? ' The evidence is then to be approved anew.' : '';
  return button('Take out', actionIds.caseFileOut, encode({ case: id, file: file.id }), {
    style: 'danger',
    label: `Take ${file.name} out`,
    confirm: confirm(
      'Take it out?',
      `${file.name} does not go to Microsoft then.${after}`,
      'Take out',
      'Cancel',
    ),
  });
}

function fileActions(it: Case, count: number): readonly KnownBlock[] {
  const value = encode({ case: it.id });
  const add = button('Add a file…', actionIds.caseFile, value, { label: `Add a file to ${it.id}` });
  const share = button('Put them into the thread', actionIds.caseFilesShare, value, {
    label: `Put the files of ${it.id} into its thread`,
  });
  const all = [...(refusedAnyway('add-file', it) ? [] : [add]), ...(count > 0 ? [share] : [])];
  return all.length > 0 ? [actions(...all)] : [];
}
