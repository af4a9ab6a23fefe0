import type { PlanRefusal } from '../../domain/operation/plan-intent.ts';
import type { OrderRefusal } from '../../usecases/record-order.ts';
import type { RequestRefusal } from '../../usecases/requests/request-desk.ts';
import type { SigningRefusal } from '../../usecases/validation/signing-refusal.ts';
import type { KeyRefusal } from '../../usecases/view-service-key.ts';
import { commonWords } from './refusal-common.ts';
import { type CreateFormRefusal, createWords } from './refusal-create.ts';
import { failoverWords } from './refusal-failover.ts';
import { lifeEndWords } from './refusal-life-end.ts';
import { linkWords } from './refusal-link.ts';
import { type NewCircuitRefusal, type OrderFormRefusal, orderWords } from './refusal-order.ts';
import { peeringWords } from './refusal-peering.ts';
import { requestWords } from './refusal-request.ts';
import { type ResizeFormRefusal, resizeWords } from './refusal-resize.ts';
import { signWords } from './refusal-sign.ts';
import type { WordsOf } from './refusal-words.ts';

/** Refusals about changes to circuits. */
export type WriteRefusal =
  | PlanRefusal
  | RequestRefusal
  | KeyRefusal
  | SigningRefusal
  | OrderRefusal
  | CreateFormRefusal
  | ResizeFormRefusal
  | OrderFormRefusal
  | NewCircuitRefusal;

export const writeWords: WordsOf<WriteRefusal> = {
  ...commonWords,
  ...createWords,
  ...resizeWords,
  ...orderWords,
  ...peeringWords,
  ...signWords,
  ...linkWords,
  ...lifeEndWords,
  ...failoverWords,
  ...requestWords,
};
