import type { KnownBlock, ModalView } from '@slack/types';
import type { Case } from '../../../domain/validation/case/case.ts';
import { caseView } from '../../../domain/validation/case/view.ts';
import { plainText, section } from '../kit.ts';
import { caseTitle } from './title.ts';

type Form = {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly blocks: readonly KnownBlock[];
};

/** A form of a case: which one it is stands above. */
export function caseForm(it: Case, metadata: string, { id, title, submit, blocks }: Form): ModalView {
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
