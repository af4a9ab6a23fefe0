import type { Case } from '../../../domain/validation/case/case.ts';
import { section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { evidenceNames } from './evidence-names.ts';

/** The file that was just added, and what comes next. */
export function keptFileReply({ files, id }: Case): Reply {
  const kept = files.filter(({ isRemoved }) => !isRemoved);
  const last = kept.at(-1);
  const what = last
    ? md`:paperclip: *${last.name}* is in case ${id} now (${evidenceNames[last.kind]}).`
    : md`Kept.`;
  return reply(what, [
    section(
      lines(
        what,
        md`The case has ${kept.length} of ten files. Add more, or press *Evidence is complete* in the case’s message.`,
      ),
    ),
  ]);
}
