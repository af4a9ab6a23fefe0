import type { KnownBlock } from '@slack/types';
import type { CaseEntriesNotice } from '../../../domain/alert/notice.ts';
import { actionIds } from '../../action-ids.ts';
import { entryWords } from '../case/entry-words.ts';
import { actions, button, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';

/** In the thread of a case: what happened at once. Long texts, which somebody wrote, stand by themselves. */
export function caseEntriesReply(notice: CaseEntriesNotice): Reply {
  const { entries, circuit, caseId } = notice;
  const words = entries.map((entry) => entryWords(entry, notice));
  const short = words.map(({ line }) => line).filter(({ mrkdwn }) => mrkdwn !== '');
  const texts = words.flatMap(({ texts = [] }) => texts);
  const first = short[0] ?? md`Case ${caseId}`;
  const isAnswer = entries.some((entry) => entry.kind === 'answered' && entry.from === 'microsoft');
  return reply(md`${circuit.name}: ${first}`, [
    ...(short.length > 0 ? [section(lines(...short))] : []),
    ...texts.map((text): KnownBlock => section(text)),
    ...(isAnswer ? [actions(replyButton(caseId))] : []),
  ]);
}

function replyButton(caseId: string) {
  return button('Reply to Microsoft…', actionIds.caseReply, encode({ case: caseId }), {
    label: `Reply to Microsoft: ${caseId}`,
  });
}
