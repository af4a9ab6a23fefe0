import { isAccepted } from '../../../domain/peering/prefix-states.ts';
import type { JudgedPrefix, PreflightVerdict } from '../../../domain/validation/preflight.ts';

/** Signs of verdicts; a word always stands beside them. */
export const verdictSigns: Readonly<Record<PreflightVerdict, string>> = {
  fails: ':red_circle:',
  manual: ':large_yellow_circle:',
  unclear: ':grey_question:',
  sign: ':large_blue_circle:',
  automatic: ':large_green_circle:',
};

/** What Microsoft has accepted is well, unless the registries speak against it now. */
export function verdictSign({ verdict, asked }: Pick<JudgedPrefix, 'verdict' | 'asked'>): string {
  return isAccepted(asked.state) && verdict !== 'fails' ? ':white_check_mark:' : verdictSigns[verdict];
}
