import type { Network } from '../../domain/peering/addresses.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { RouteObject } from '../../domain/validation/evidence.ts';
import { SourceFault } from '../source-fault.ts';
import type { IrrAnswer } from './irr-answer.ts';
import { readRouteObjects } from './rpsl.ts';

/** One side of a conversation, without the wire: what is said, given what has been heard. */
export interface Talk {
  readonly opening: string;
  /** What to say now; undefined: all is said and answered. Throws SourceFault. */
  hear(bytes: Uint8Array): string | undefined;
}

/** What became of the question about the network at that place of a list. */
export type Settle = (index: number, outcome: Result<readonly RouteObject[], SourceFault>) => void;

/** The answers about one network, all of which must have been given. */
export function outcomeOf(
  network: Network,
  answers: readonly IrrAnswer[],
): Result<readonly RouteObject[], SourceFault> {
  const texts: string[] = [];
  for (const given of answers) {
    if (given.kind === 'data') texts.push(given.text);
    else if (given.kind === 'refused') return refuse(refusalOf(given.message));
  }
  try {
    return answer(readRouteObjects(texts.join('\n\n'), network));
  } catch (error) {
    if (error instanceof SourceFault) return refuse(error);
    throw error;
  }
}

function refusalOf(message: string): SourceFault {
  const words = message === '' ? 'It refused the question.' : `It refused the question: ${message}`;
  return new SourceFault('refused', words);
}
