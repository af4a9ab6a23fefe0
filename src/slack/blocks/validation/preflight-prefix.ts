import type { JudgedPrefix } from '../../../domain/validation/preflight.ts';
import type { Reason } from '../../../domain/validation/preflight-reason.ts';
import { reasonSentence } from '../../../domain/validation/reason-words.ts';
import { todoSentence } from '../../../domain/validation/todo-words.ts';
import { verdictOf } from '../../../domain/validation/verdict-words.ts';
import { lines, type Mrkdwn, md, trusted, whole } from '../mrkdwn.ts';
import { verdictSign } from '../words/verdict.ts';

/** `:red_circle: *203.0.113.0/24* · will fail`. */
export function verdictLine(judged: JudgedPrefix): Mrkdwn {
  return md`${trusted(verdictSign(judged))} *${judged.asked.prefix}* · ${verdictOf(judged)}`;
}

/** One prefix in a list: what comes of it, why, and what to do. */
export function prefixLines(judged: JudgedPrefix): Mrkdwn {
  const why = [...new Set(tellingReasons(judged))].map(reasonSentence).join(' ');
  return lines(verdictLine(judged), whole(why), todoLine(judged));
}

export function todoLine({ todo }: Pick<JudgedPrefix, 'todo'>): Mrkdwn {
  const sentence = whole(todoSentence(todo));
  return todo.kind === 'nothing' ? sentence : md`*You*: ${sentence}`;
}

const ofHolder: readonly Reason['kind'][] = [
  'holder-ours',
  'holder-other',
  'holder-uncompared',
  'holder-unknown',
  'holder-silent',
];

/** What decided; and whose it is where that decided too. The rest is evidence. */
function tellingReasons({ verdict, reasons }: JudgedPrefix): readonly Reason[] {
  const [first] = reasons;
  const isByHolder = verdict === 'sign' || verdict === 'manual' || verdict === 'unclear';
  const more = reasons.filter(
    ({ kind }) =>
      kind === 'rpki-invalid' || kind === 'route-elsewhere' ||
      kind === 'route-covering' || (isByHolder && ofHolder.includes(kind)),
  );
  return [first, ...more];
}
