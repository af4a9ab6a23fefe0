import type { JudgedPrefix } from '../../../domain/validation/preflight.ts';
import { tellingSentences } from '../../../domain/validation/telling-reasons.ts';
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
  return lines(verdictLine(judged), whole(tellingSentences(judged)), todoLine(judged));
}

export function todoLine({ todo }: Pick<JudgedPrefix, 'todo'>): Mrkdwn {
  const sentence = whole(todoSentence(todo));
  return todo.kind === 'nothing' ? sentence : md`*You*: ${sentence}`;
}
