import { planRefusal } from './answers.ts';
import type { Support } from './support.ts';

export type WorldTerms = {
  readonly plan: string;
  /** The plan has an API. */
  readonly api: boolean;
  readonly allowed: boolean;
};

export function toWorldTerms(support: Support): WorldTerms {
  const { plan, allowed } = support.terms;
  return { plan, api: planRefusal(support) === undefined, allowed };
}
