import type { KnownBlock } from '@slack/types';
import type { CaseEntriesNotice } from '../../../domain/alert/notice.ts';
import { actionIds } from '../../action-ids.ts';
import { type EntryWords, entryWords } from '../case/entry-words.ts';
import { quoted } from '../case/quoted.ts';
import { actions, button, section } from '../kit.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';

/** Characters of all that is quoted in one message: more of them would be cut short everywhere. */
const quoteRoom = 9_000;

/** In the thread of a case: what happened at once. Long texts, which somebody wrote, stand below what they belong to. */
export function caseEntriesReply(notice: CaseEntriesNotice): Reply {
  const { entries, circuit, caseId } = notice;
  const words = entries.map((entry) => entryWords(entry, notice));
  const room = quoteRoom / Math.max(1, words.filter(({ quote }) => quote !== undefined).length);
  const first = words[0]?.line ?? md`Case ${caseId}`;
  const isAnswer = entries.some((entry) => entry.kind === 'answered' && entry.from === 'microsoft');
  return reply(md`${circuit.name}: ${first}`, [
    ...sections(words, room),
    ...(isAnswer ? [actions(replyButton(caseId))] : []),
  ]);
}

/** Lines with nothing below them stand together. */
function sections(words: readonly EntryWords[], room: number): readonly KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let short: Mrkdwn[] = [];
  for (const { line, texts = [], quote } of words) {
    short.push(line);
    if (texts.length === 0 && quote === undefined) continue;
    const below = [...texts, ...(quote === undefined ? [] : quoted(quote, room))];
    blocks.push(section(lines(...short)), ...below.map((text) => section(text)));
    short = [];
  }
  return short.length > 0 ? [...blocks, section(lines(...short))] : blocks;
}

function replyButton(caseId: string) {
  return button('Reply to Microsoft…', actionIds.caseReply, encode({ case: caseId }), {
    label: `Reply to Microsoft: ${caseId}`,
  });
}
