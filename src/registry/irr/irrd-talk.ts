import type { Network } from '../../domain/peering/addresses.ts';
import { createByteQueue } from './byte-queue.ts';
import type { IrrAnswer } from './irr-answer.ts';
import { createIrrdReader } from './irrd-reader.ts';
import { outcomeOf, type Settle, type Talk } from './talk.ts';

/** So many questions are ahead of their answers: enough to hide the distance, little enough to be held anywhere. */
const ahead = 64;

/**
 * All networks over one connection, pipelined; answers come in the order of the questions. Each is asked for twice,
 * exactly and with all that covers it: not every server's `,L` counts the prefix itself.
 */
export function createIrrdTalk(networks: readonly Network[], settle: Settle): Talk {
  const queue = createByteQueue();
  const read = createIrrdReader();
  const questions = ['!ntrunkline', ...networks.flatMap(({ text }) => [`!r${text}`, `!r${text},L`])];
  let asked = 0;
  let answered = 0;
  let last: IrrAnswer | undefined;

  function ask(): string {
    const next = questions.slice(asked, answered + ahead);
    asked += next.length;
    return next.map((question) => `${question}\n`).join('');
  }

  /** Answer 0 is to the client's name and does not matter; 1 and 2 are about the first network, and so on. */
  function take(answer: IrrAnswer): void {
    const index = answered / 2 - 1;
    const network = networks[index];
    if (network && last) settle(index, outcomeOf(network, [last, answer]));
    last = answer;
    answered += 1;
  }

  return {
    opening: `!!\n${ask()}`,
    hear(bytes) {
      queue.push(bytes);
      while (answered < questions.length) {
        const answer = read(queue);
        if (!answer) return ask();
        take(answer);
      }
      return undefined;
    },
  };
}
