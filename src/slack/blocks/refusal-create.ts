import type { CreateRefusal } from '../../domain/operation/plans/create.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

export const createWords: WordsOf<CreateRefusal> = {
  'create-not-built': () => ({ what: md`${'create'} is not there yet.`, next: md`Use the portal.` }),
};
