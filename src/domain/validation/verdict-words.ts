import { isAccepted } from '../peering/prefix-states.ts';
import type { JudgedPrefix, PreflightVerdict } from './preflight.ts';

/** What a verdict means, behind a prefix or a number of them. */
export const verdictNames: Readonly<Record<PreflightVerdict, string>> = {
  fails: 'will fail',
  manual: 'by support ticket',
  unclear: 'not clear yet',
  sign: 'to be signed',
  automatic: 'likely automatic',
};

/** The same for one prefix: what Microsoft has accepted is not looked at again until somebody writes. */
export function verdictOf({ verdict, asked }: Pick<JudgedPrefix, 'verdict' | 'asked'>): string {
  return isAccepted(asked.state)
    ? `validated; if looked at again: ${verdictNames[verdict]}`
    : verdictNames[verdict];
}
