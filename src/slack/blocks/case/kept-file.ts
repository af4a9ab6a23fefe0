import type { CaseFile } from '../../../domain/validation/case/case.ts';
import { fileLimit } from '../../../domain/validation/case/command.ts';
import { section } from '../kit.ts';
import { lines, type Mrkdwn, md, whole } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { counted } from '../words/units.ts';
import { evidenceNames } from './evidence-names.ts';

export type KeptFile = {
  readonly caseId: string;
  readonly file: CaseFile;
  /** Files of the case with it. */
  readonly count: number;
  /** Why it is not in the thread; undefined: it is. */
  readonly unshared?: string;
};

/** The file that was just added, and what comes next. */
export function keptFileReply({ caseId, file, count, unshared }: KeptFile): Reply {
  const what = md`:paperclip: *${file.name}* is in case ${caseId} now (${evidenceNames[file.kind]}).`;
  const next = md`The case has ${count} of ${fileLimit} files. Add more, or press *Evidence is complete* in the case’s message.`;
  return reply(what, [section(lines(what, unshared === undefined ? inThread : notInThread(unshared), next))]);
}

const inThread = md`It stands in the case’s thread, for those who approve it.`;

function notInThread(why: string): Mrkdwn {
  return md`:warning: I could not put it into the thread: ${whole(why)}. *Files…* in the case’s menu tries again.`;
}

/** Files that were put into the thread, to whoever asked for it. */
export function sharedFilesReply(names: readonly string[], lost: number): Reply {
  const what =
    names.length === 0
      ? md`None of the case’s files is there any more.`
      : md`${counted(names.length, 'file')} put into the case’s thread: ${names.join(', ')}.`;
  const gone = lost > 0 && names.length > 0 ? md` ${counted(lost, 'file')} is not there any more.` : md``;
  return reply(what, [section(md`${what}${gone}`)]);
}

export function unsharedFilesReply(why: string): Reply {
  const what = md`I could not put the files into the thread.`;
  return reply(what, [section(lines(what, md`${whole(why)}. Try again in a minute.`))]);
}
