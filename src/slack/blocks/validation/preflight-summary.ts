import type { KnownBlock } from '@slack/types';
import { isAccepted } from '../../../domain/peering/prefix-states.ts';
import { type Judged, preflightVerdicts } from '../../../domain/validation/preflight.ts';
import { type SourceStanding, sourcesOf } from '../../../domain/validation/preflight-sources.ts';
import { listFindingSentence } from '../../../domain/validation/reason-words.ts';
import { silenceClause } from '../../../domain/validation/silence-words.ts';
import { verdictNames } from '../../../domain/validation/verdict-words.ts';
import { context, section } from '../kit.ts';
import { joinMd, lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import { counted } from '../words/units.ts';
import { verdictSigns } from '../words/verdict.ts';

/** `2 will fail, 5 likely automatic`: for a notification, which shows no signs. */
export function countsText(judged: Judged): Mrkdwn {
  return joinMd(
    countsOf(judged).map(({ verdict, count }) => md`${count} ${verdictNames[verdict]}`),
    ', ',
  );
}

function countsOf({ prefixes }: Judged) {
  return preflightVerdicts
    .map((verdict) => ({ verdict, count: prefixes.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}

/** `:red_circle: 2 will fail · :large_green_circle: 5 likely automatic`. */
export function countsLine(judged: Judged): Mrkdwn {
  const { prefixes } = judged;
  const done = prefixes.filter(({ asked }) => isAccepted(asked.state)).length;
  return lines(
    joinMd(
      countsOf(judged).map(
        ({ verdict, count }) => md`${trusted(verdictSigns[verdict])} ${count} ${verdictNames[verdict]}`,
      ),
      ' · ',
    ),
    done > 0
      ? md`Microsoft has validated ${done} of ${counted(prefixes.length, 'prefix', 'prefixes')} already.`
      : nothing,
  );
}

/** What is wrong with the list as such: nothing of that is a single prefix's. */
export function findingBlocks({ findings }: Judged): readonly KnownBlock[] {
  return findings.map((finding) => section(md`:red_circle: ${listFindingSentence(finding)}`));
}

/** A source a line: how old its answer is, and what it did not tell. */
export function sourceBlocks({ prefixes }: Judged): readonly KnownBlock[] {
  const sources = sourcesOf(prefixes.map(({ evidence }) => evidence));
  return [context(lines(...sources.slice(0, sourceLimit).map(sourceLine)))];
}

const sourceLimit = 12;

function sourceLine({ name, told, silent, at }: SourceStanding): Mrkdwn {
  const answered = at === undefined ? [] : [md`as of ${moment(at)}`];
  const missing = silent.map(({ why, count }) =>
    told === 0 && silent.length === 1
      ? md`${silenceClause(why)}`
      : md`${silenceClause(why)} (${counted(count, 'prefix', 'prefixes')})`,
  );
  const sign = silent.length > 0 ? md`:grey_question: ` : nothing;
  return md`${sign}${name}: ${joinMd([...answered, ...missing], '; ')}`;
}
