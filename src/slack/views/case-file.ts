import type { App } from '@slack/bolt';
import { evidenceKinds } from '../../domain/validation/case/case.ts';
import type { Caller } from '../../usecases/caller.ts';
import type { Upload } from '../../usecases/cases/case-desk.ts';
import { viewIds } from '../action-ids.ts';
import { caseInputs } from '../blocks/case/inputs.ts';
import { keptFileReply } from '../blocks/case/kept-file.ts';
import { replyModal, waitingModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { shareCaseFiles } from '../share-case-files.ts';
import { troubleReply } from '../trouble.ts';
import { fillWaiting } from '../writes/fill-waiting.ts';
import { parseFormMetadata, problemsAnswer } from '../writes/form.ts';
import { chosenOf, type FormValues, fileOf } from '../writes/values.ts';

/** A file for a case: fetched from Slack, which may take longer than Slack waits for a verdict. */
export function registerCaseFileView(app: App, deps: SharedDeps): void {
  app.view(viewIds.caseFile, async ({ ack, view, body, client }) => {
    const { channelId, metadata: caseId } = parseFormMetadata(view.private_metadata);
    const { values } = view.state;
    const slackFileId = fileOf(values, caseInputs.file);
    if (!slackFileId) {
      await ack(problemsAnswer({ [caseInputs.file.block]: { code: 'choice-missing', field: 'The file' } }));
      return;
    }
    await ack({ response_action: 'update', view: waitingModal() });
    const caller = { userId: body.user.id, channelId };
    const reply = await attach(deps, caller, caseId, { slackFileId, kind: kindOf(values) }).catch(
      (error: unknown) => troubleReply(error, deps.log),
    );
    await fillWaiting({ client, viewId: view.id }, replyModal('Add a file', reply));
  });
}

async function attach(deps: SharedDeps, caller: Caller, caseId: string, upload: Upload): Promise<Reply> {
  const attached = await deps.cases.attach(caller, caseId, upload);
  if (!attached.ok) return refusalReply(attached.refusal);
  const kept = attached.value.files.filter(({ isRemoved }) => !isRemoved);
  const file = kept.findLast(({ by }) => by === caller.userId);
  if (!file) throw new Error(`${caseId} does not have the file that was just added.`);
  const packed = await deps.cases.pack(caller, caseId, [file.id]);
  const unshared = packed.ok ? await shareCaseFiles(deps, packed.value) : undefined;
  return keptFileReply({ caseId, file, count: kept.length, ...(unshared === undefined ? {} : { unshared }) });
}

function kindOf(values: FormValues) {
  return evidenceKinds.find((kind) => kind === chosenOf(values, caseInputs.kind)) ?? 'other';
}
