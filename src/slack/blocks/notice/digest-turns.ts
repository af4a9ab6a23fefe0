import {
  type DigestTurn,
  type DigestTurnsNotice,
  type TurnKind,
  turnKinds,
} from '../../../domain/alert/notice.ts';
import { section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { moment } from '../time.ts';
import { stepWords } from '../words/incident-step.ts';
import { ownerName } from '../words/trouble.ts';
import { listed } from '../words/units.ts';

const turnNames: Readonly<Record<TurnKind, string>> = {
  worse: 'worse',
  again: 'bad again',
  back: 'well for now',
  over: 'over',
  other: 'with news',
};

/** In the thread of a digest: what became of its incidents in one look, the most important first. */
export function digestTurnsReply({ counts, top, at }: DigestTurnsNotice): Reply {
  const told = turnKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${turnNames[kind]}`);
  const total = turnKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const more = total - top.length;
  const title = md`${told.length > 0 ? listed(told) : 'nothing new'}`;
  return reply(title, [
    section(
      lines(
        md`${moment(at)}: *${title}*`,
        ...top.map(turnLine),
        more > 0 && top.length > 0 ? md`and ${more} more` : nothing,
      ),
    ),
  ]);
}

function turnLine(turn: DigestTurn): Mrkdwn {
  const { sign, words } = stepWords(turn.step.what, turn, turn.step.at);
  return md`${trusted(sign)} *${ownerName(turn)}* · ${words}`;
}
