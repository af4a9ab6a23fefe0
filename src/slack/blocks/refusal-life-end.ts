import type { DeleteRefusal } from '../../domain/operation/plans/delete.ts';
import type { DeprovisionRefusal } from '../../domain/operation/plans/deprovision.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

export const lifeEndWords: WordsOf<DeprovisionRefusal | DeleteRefusal> = {
  'deprovision-not-built': () => ({
    what: md`${'deprovision'} is not there yet.`,
    next: md`Use the portal.`,
  }),
  'delete-not-built': () => ({ what: md`${'delete'} is not there yet.`, next: md`Use the portal.` }),
};
