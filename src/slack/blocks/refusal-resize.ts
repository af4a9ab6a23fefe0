import type { ResizeRefusal } from '../../domain/operation/plans/resize.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

export const resizeWords: WordsOf<ResizeRefusal> = {
  'resize-not-built': () => ({ what: md`${'resize'} is not there yet.`, next: md`Use the portal.` }),
};
