import type { App } from '@slack/bolt';
import type { Case } from '../../domain/validation/case/case.ts';
import { caseFilesModal } from '../blocks/case/files-modal.ts';
import { sharedFilesReply, unsharedFilesReply } from '../blocks/case/kept-file.ts';
import { CaseFilePayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { shareCaseFiles } from '../share-case-files.ts';
import { formMetadata } from '../writes/form.ts';
import { onPress, type Press } from './press.ts';

/** The files of a case, to look through. */
export function showFiles(press: Press, it: Case): Promise<void> {
  return press.ask(caseFilesModal(it, formMetadata(press.channelId, it.id)));
}

/** Asked for by whoever has to look at them; the pre-flight, and those that did not get there at first, too. */
export function shareFiles(press: Press, { id }: Case, deps: ChatDeps): Promise<void> {
  const { userId, channelId } = press;
  return press.answer(async () => {
    const packed = await deps.cases.pack({ userId, channelId }, id);
    if (!packed.ok) return refusalReply(packed.refusal);
    const { it, files } = packed.value;
    const unshared = await shareCaseFiles(deps, packed.value);
    const kept = it.files.filter(({ isRemoved }) => !isRemoved);
    return unshared === undefined
      ? sharedFilesReply(
          files.map(({ name }) => name),
          kept.length - files.length,
        )
      : unsharedFilesReply(unshared);
  });
}

/** The list in which it was pressed is shown anew, without the file. */
export function registerCaseFileOut(app: App, actionId: string, shared: SharedDeps): void {
  onPress(app, actionId, shared, async (press, deps) => {
    const payload = decode(CaseFilePayload, press.value);
    if (!payload) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
    const { userId, channelId, view, client } = press;
    const act = { kind: 'remove-file', fileId: payload.file } as const;
    const done = await deps.cases.act({ userId, channelId }, payload.case, act);
    if (!done.ok) return press.answer(async () => refusalReply(done.refusal));
    if (view)
      await client.views.update({ view_id: view.id, view: caseFilesModal(done.value, view.metadata) });
  });
}
