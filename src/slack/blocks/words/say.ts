import { nameOf, type Open } from '../../../domain/open-enum.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';

/** How a change is told: its sign, what happened, what it means. */
export type ChangeWords = { readonly sign: string; readonly what: Mrkdwn; readonly meaning: Mrkdwn };

export const unknownState = md`Trunkline does not know this state and shows it as Azure says it.`;

/** `BGP provisioning Enabled → *Disabled*`. */
export function arrow(
  what: string,
  { before, after }: { readonly before: Open<string>; readonly after: Open<string> },
): Mrkdwn {
  return md`${what} ${nameOf(before) || 'none'} → *${nameOf(after) || 'none'}*`;
}

export function say(sign: string, what: Mrkdwn, meaning: Mrkdwn): ChangeWords {
  return { sign, what, meaning };
}
