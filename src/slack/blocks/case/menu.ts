import { isBeingMade } from '../../../domain/validation/case/current-step.ts';
import { stepsToSendBack } from '../../../domain/validation/case/may-begin.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import type { Choice } from '../kit.ts';

const deeds = ['comment', 'assign', 'files', 'send-back', 'close'] as const;
export type CaseMenuDeed = (typeof deeds)[number];

const texts: Readonly<Record<CaseMenuDeed, string>> = {
  comment: 'Comment…',
  assign: 'Assign this step…',
  files: 'Files…',
  'send-back': 'Send a step back…',
  close: 'Close the case…',
};

/** What stands behind the three dots: nothing that would be refused to everybody as the case stands. */
export function caseChoices(view: Pick<CaseView, 'id' | 'steps' | 'submission'>): readonly Choice[] {
  const canGoBack = stepsToSendBack(view).length > 0;
  const canClose = !isBeingMade(view);
  return deeds
    .filter((deed) => (deed !== 'send-back' || canGoBack) && (deed !== 'close' || canClose))
    .map((deed) => ({ text: texts[deed], value: `${deed} ${view.id}` }));
}

/** Undefined for a value that no menu of ours has. */
export function parseCaseChoice(
  value: string,
): { readonly deed: CaseMenuDeed; readonly caseId: string } | undefined {
  const [, asked, caseId] = /^([a-z-]{1,20}) (\S{1,100})$/u.exec(value) ?? [];
  const deed = deeds.find((one) => one === asked);
  return deed && caseId ? { deed, caseId } : undefined;
}
