import { caseCard } from '../domain/validation/case/messages.ts';
import type { CasePackage } from '../usecases/cases/case-desk.ts';
import { SlackFault } from '../usecases/ports.ts';
import type { SharedDeps } from './chat-deps.ts';

/**
 * Puts files into a case's thread, where everybody who works on it sees them. Why it could not; undefined: they are
 * there. Whatever else is done with them goes on all the same.
 */
export async function shareCaseFiles(
  { whole, files: slackFiles, log }: Pick<SharedDeps, 'whole' | 'files' | 'log'>,
  { it, files }: CasePackage,
): Promise<string | undefined> {
  const card = await whole.posted(caseCard(it.id));
  if (!card) return 'the case’s message is not posted yet';
  const { channelId, id } = it;
  try {
    for (const { name, content } of files) {
      await slackFiles.share({ channelId, threadTs: card.ts, name, title: `${id}: ${name}`, content });
    }
    return undefined;
  } catch (fault) {
    if (!(fault instanceof SlackFault)) throw fault;
    log.warn({ err: fault }, 'files were not put into the thread of a case');
    return fault.message;
  }
}
