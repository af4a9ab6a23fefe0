import type { Case } from '../../domain/validation/case/case.ts';
import { casePackageReply } from '../blocks/case/package.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { shareCaseFiles } from '../share-case-files.ts';
import type { Press } from './press.ts';

/** What a person needs to open the ticket: the text to copy, for them alone, and the files in the thread. */
export async function givePackage(press: Press, { id }: Case, deps: ChatDeps): Promise<void> {
  const { userId, channelId } = press;
  await press.answer(async () => {
    const packed = await deps.cases.pack({ userId, channelId }, id);
    if (!packed.ok) return refusalReply(packed.refusal);
    const { it, files } = packed.value;
    const unshared = await shareCaseFiles(deps, packed.value);
    const names = files.map(({ name }) => name);
    return casePackageReply(it, { names, ...(unshared === undefined ? {} : { unshared }) });
  });
}
