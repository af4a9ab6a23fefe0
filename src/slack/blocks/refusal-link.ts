import type { LinkRefusal } from '../../domain/operation/plans/link.ts';
import type { UnlinkRefusal } from '../../domain/operation/plans/unlink.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

export const linkWords: WordsOf<LinkRefusal | UnlinkRefusal> = {
  'link-not-built': () => ({ what: md`${'link'} is not there yet.`, next: md`Use the portal.` }),
  'unlink-not-built': () => ({ what: md`${'unlink'} is not there yet.`, next: md`Use the portal.` }),
};
