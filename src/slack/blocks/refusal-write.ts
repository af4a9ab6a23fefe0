import type { PlanRefusal } from '../../domain/operation/plan-intent.ts';
import { createWords } from './refusal-create.ts';
import { failoverWords } from './refusal-failover.ts';
import { lifeEndWords } from './refusal-life-end.ts';
import { linkWords } from './refusal-link.ts';
import { peeringWords } from './refusal-peering.ts';
import { resizeWords } from './refusal-resize.ts';
import type { WordsOf } from './refusal-words.ts';

/** Refusals about changes to circuits. */
export type WriteRefusal = PlanRefusal;

export const writeWords: WordsOf<WriteRefusal> = {
  ...createWords,
  ...resizeWords,
  ...peeringWords,
  ...linkWords,
  ...lifeEndWords,
  ...failoverWords,
};
