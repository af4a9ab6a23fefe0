import type { Closing } from '../../../domain/validation/case/case.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { person } from '../request/person.ts';

/** How it ended; how long each step took stands in the message above. */
export function closedWords({ why, by, reason }: Closing): { line: Mrkdwn; quote?: string } {
  switch (why) {
    case 'configured':
      return {
        line: md`:large_green_circle: Every prefix is Configured and the BGP session is up. The case is closed; how long each step took stands in the message above.`,
      };
    case 'withdrawn':
      return { line: md`:white_circle: The prefixes are not advertised any more. The case is closed.` };
    case 'by-hand':
      return {
        line: md`:white_circle: ${by ? person(by) : 'Somebody'} closed the case.`,
        ...(reason ? { quote: reason } : {}),
      };
  }
}
