import type { Network } from '../../domain/peering/addresses.ts';
import { SourceFault } from '../source-fault.ts';
import { createByteQueue } from './byte-queue.ts';
import { createRipeReader } from './ripe-reader.ts';
import { outcomeOf, type Settle, type Talk } from './talk.ts';

export type Question = { readonly index: number; readonly network: Network };

export interface RipeTalk extends Talk {
  /** How many answers have been heard. */
  answered(): number;
  /** The question that waits for its answer. */
  inHand(): Question;
}

/**
 * One question after the other over a connection that is asked to stay (`-k`): RIPE's answers do not say what they
 * answer. `-r`: no contacts; RIPE counts those and shuts out who reads many. The prefix stands right behind `-L`, as
 * IRRd wants it.
 */
export function createRipeTalk(first: Question, next: () => Question | undefined, settle: Settle): RipeTalk {
  const queue = createByteQueue();
  const read = createRipeReader();
  let question = first;
  let answered = 0;

  return {
    opening: `-k ${textOf(first)}`,
    answered: () => answered,
    inHand: () => question,
    hear(bytes) {
      queue.push(bytes);
      const answer = read(queue);
      if (!answer) return '';
      answered += 1;
      settle(question.index, outcomeOf(question.network, [answer]));
      // Its terms it says again, unasked, behind each answer of a connection that stays. More would be taken for the
      // answer to the next question: above all a second "nothing found".
      if (queue.holdsObjects() || read(queue)) {
        throw new SourceFault('unreadable', 'It answered more than it was asked.');
      }
      const following = next();
      if (!following) return undefined;
      question = following;
      return textOf(question);
    },
  };
}

function textOf({ network }: Question): string {
  return `-r -T route,route6 -L ${network.text}\n`;
}
