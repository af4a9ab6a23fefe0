import type { PlanRefusal } from '../../domain/operation/plan-intent.ts';
import type { RequestRefusal } from '../../usecases/request-desk.ts';
import { createWords } from './refusal-create.ts';
import { failoverWords } from './refusal-failover.ts';
import { lifeEndWords } from './refusal-life-end.ts';
import { linkWords } from './refusal-link.ts';
import { peeringWords } from './refusal-peering.ts';
import { requestWords } from './refusal-request.ts';
import { resizeWords } from './refusal-resize.ts';
import type { WordsOf } from './refusal-words.ts';

/** Refusals about changes to circuits. */
export type WriteRefusal = PlanRefusal | RequestRefusal;

export const writeWords: WordsOf<WriteRefusal> = {
  ...createWords,
  ...resizeWords,
  ...peeringWords,
  ...linkWords,
  ...lifeEndWords,
  ...failoverWords,
  ...requestWords,
};
