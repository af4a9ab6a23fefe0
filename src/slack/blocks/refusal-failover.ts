import type { FailoverRefusal } from '../../domain/operation/plans/failover.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

export const failoverWords: WordsOf<FailoverRefusal> = {
  'failover-not-built': () => ({ what: md`${'failover'} is not there yet.`, next: md`Use the portal.` }),
};
