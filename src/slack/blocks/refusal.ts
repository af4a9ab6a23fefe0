import { actions, section } from './kit.ts';
import { lines } from './mrkdwn.ts';
import { type AccessChatRefusal, accessWords } from './refusal-access.ts';
import { type AlertChatRefusal, alertWords } from './refusal-alert.ts';
import { type AuditChatRefusal, auditWords } from './refusal-audit.ts';
import { type CaseChatRefusal, caseWords } from './refusal-case.ts';
import { type GeneralRefusal, generalWords } from './refusal-general.ts';
import { type ValidateRefusal, validateWords } from './refusal-validate.ts';
import type { Say, Words, WordsOf } from './refusal-words.ts';
import { type WriteRefusal, writeWords } from './refusal-write.ts';
import { type Reply, reply } from './reply.ts';

/** Everything that can be refused in chat. The wording is in the refusal-*.ts files beside this one, and nowhere else. */
export type ChatRefusal =
  | GeneralRefusal
  | AccessChatRefusal
  | AlertChatRefusal
  | AuditChatRefusal
  | ValidateRefusal
  | CaseChatRefusal
  | WriteRefusal;

const allWords: WordsOf<ChatRefusal> = {
  ...generalWords,
  ...accessWords,
  ...alertWords,
  ...auditWords,
  ...validateWords,
  ...caseWords,
  ...writeWords,
};

function wordsFor(refusal: ChatRefusal): Words {
  const say: Say<ChatRefusal> = allWords[refusal.code];
  return say(refusal);
}

/** A sentence that says what is wrong and why, and the next step; a button where there is one to press. */
export function refusalReply(refusal: ChatRefusal): Reply {
  const { what, next, buttons = [] } = wordsFor(refusal);
  return reply(what, [section(lines(what, next)), ...(buttons.length > 0 ? [actions(...buttons)] : [])]);
}

/** The same as one line of text, for the places that take no blocks: errors in a modal. */
export function refusalText(refusal: ChatRefusal): string {
  const { what, next } = wordsFor(refusal);
  return `${what.mrkdwn} ${next.mrkdwn}`
    .replace(/<!date\^[^|>]*\|([^>]*)>/gu, '$1')
    .replace(/[*`]/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
