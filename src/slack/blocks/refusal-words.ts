import { actionIds } from '../action-ids.ts';
import { button } from './kit.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { encode } from './payload.ts';

/** What is wrong and why; what to do next; and the next step as a button, where there is one to press. */
export type Words = {
  readonly what: Mrkdwn;
  readonly next: Mrkdwn;
  readonly buttons?: readonly ReturnType<typeof button>[];
};

/** A method's type, and not a function's: only that may be called with whatever refusal its code was looked up by. */
export type Say<R> = { say(refusal: R): Words }['say'];

/** A sentence for each code; one that is forgotten does not compile. */
export type WordsOf<R extends { readonly code: string }> = {
  readonly [C in R['code']]: Say<Extract<R, { readonly code: C }>>;
};

export const listButton = button('List circuits', actionIds.listPage, encode({ filter: '', page: 0 }));

/** Some text is not shown: what Slack would take for formatting. */
export function isShown(text: string): boolean {
  return md`${text}`.mrkdwn !== '';
}
