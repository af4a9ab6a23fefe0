import type { CaseView } from '../../../domain/validation/case/view.ts';
import { caseButtons } from '../case/buttons.ts';
import { meaning, prefixLines, smallPrint } from '../case/facts.ts';
import { stepLines } from '../case/step-lines.ts';
import { caseNotification, caseTitle } from '../case/title.ts';
import { whatNow } from '../case/what-now.ts';
import { actions, context, section } from '../kit.ts';
import { lines, type Mrkdwn } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';

/**
 * A case's one message, as it stands now: what, what it means, who must do what, how far it is. `lead`: what somebody who
 * asked for it is told first.
 */
export function caseReply(view: CaseView, lead?: Mrkdwn): Reply {
  const title = caseTitle(view);
  const buttons = caseButtons(view);
  return reply(caseNotification(view), [
    ...(lead ? [section(lead)] : []),
    section(lines(title, meaning(view), whatNow(view))),
    section(prefixLines(view)),
    section(stepLines(view)),
    context(smallPrint(view)),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}
