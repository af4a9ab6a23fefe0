import type { AuditQuery, AuditQueryRefusal } from '../../domain/audit/query.ts';
import { md } from './mrkdwn.ts';
import { isShown, type WordsOf } from './refusal-words.ts';

/** Refusals about what is asked of the audit trail. */
export type AuditChatRefusal = AuditQueryRefusal;

const parts: Readonly<Record<keyof AuditQuery, string>> = {
  circuit: 'circuits',
  by: 'people',
  since: 'times',
};

const howToAsk = md`Name a circuit, mention a person, say since when, in any order: \`/circuit audit lon-01 7d\`.`;

export const auditWords: WordsOf<AuditChatRefusal> = {
  'audit-key-unknown': ({ key, didYouMean }) => ({
    what: md`The audit trail cannot be asked for ${key}:.`,
    next: didYouMean ? md`Did you mean \`${didYouMean}:\`? ${howToAsk}` : howToAsk,
  }),
  'audit-person-unreadable': ({ value }) => ({
    what: md`I cannot tell who ${isShown(value) ? value : 'that'} is: Slack gave me no mention.`,
    next: md`Type @ and choose the person from Slack's list, or give their id, as in by:U0123ABCD.`,
  }),
  'audit-said-twice': ({ what }) => ({
    what: md`Those are several ${parts[what]}, and one at a time can be asked for.`,
    next: howToAsk,
  }),
  'moment-unreadable': ({ value }) => ({
    what: md`${isShown(value) ? value : 'That'} is no time that I can read.`,
    next: md`Say how long ago (30min, 12h, 7d, 2w) or a day (2026-11-01, beginning at midnight UTC).`,
  }),
  'moment-ahead': ({ value }) => ({
    what: md`${value} is still to come, so nothing can have happened since.`,
    next: md`Say how long ago (30min, 12h, 7d, 2w) or a day that has begun, UTC.`,
  }),
};
