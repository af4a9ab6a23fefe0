import type { PeeringRefusal } from '../../domain/operation/plans/peering.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

export const peeringWords: WordsOf<PeeringRefusal> = {
  'peering-not-built': () => ({ what: md`${'peering'} is not there yet.`, next: md`Use the portal.` }),
};
