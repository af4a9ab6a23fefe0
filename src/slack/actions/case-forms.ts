import type { ModalView } from '@slack/types';
import type { Case } from '../../domain/validation/case/case.ts';
import { currentStep } from '../../domain/validation/case/current-step.ts';
import type { CaseDeed } from '../../domain/validation/case/may-begin.ts';
import { doneByPeople } from '../../domain/validation/case/steps.ts';
import { caseView } from '../../domain/validation/case/view.ts';
import { completeModal, textModal } from '../blocks/case/forms-of-steps.ts';
import { caseTextReply } from '../blocks/case/read-text.ts';
import { caseReply } from '../blocks/notice/case.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from '../writes/form.ts';
import type { Press } from './press.ts';

type OnCase = (press: Press, it: Case, deps: ChatDeps) => Promise<void>;

/** Whoever may not, or could not whatever they fill in, is told instead of being asked. */
export function asking(deed: CaseDeed, form: (it: Case, metadata: string) => ModalView): OnCase {
  return async (press, { id }, { cases }) => {
    const { userId, channelId } = press;
    const begun = await cases.begin({ userId, channelId }, id, deed);
    if (begun.ok) return press.ask(form(begun.value, formMetadata(channelId, id)));
    await press.answer(async () => refusalReply(begun.refusal));
  };
}

/** The step is the one that the person reads in the form. Where there is none to do, the case as it stands says so. */
export async function completing(press: Press, it: Case, deps: ChatDeps): Promise<void> {
  const step = doneByPeople.find((one) => one === currentStep(it));
  if (!it.closed && (!step || it.steps[step].state !== 'open')) {
    return press.answer(async () => caseReply(caseView(it)));
  }
  const form = (now: Case) =>
    completeModal(now, step ?? 'prefixes', formMetadata(press.channelId, `${it.id} ${step}`));
  await asking('complete', form)(press, it, deps);
}

/** While it is written it is a form, afterwards something to read. */
export async function reviewing(press: Press, it: Case, deps: ChatDeps): Promise<void> {
  if (!it.closed && it.steps['ticket-text'].state === 'open') {
    return asking('write-text', textModal)(press, it, deps);
  }
  await press.answer(async () => caseTextReply(it));
}
