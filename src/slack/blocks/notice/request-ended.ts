import type { RequestView } from '../../../domain/approval/view.ts';
import { actions, section } from '../kit.ts';
import { lines, md, trusted } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { requestButtons } from '../request/buttons.ts';
import { stateLines, stateTitle } from '../request/state-line.ts';
import { requestTitle } from '../words/operation.ts';

/** To the requester: how it ended, or that it goes on, and what can be done next. */
export function requestEndedReply(view: RequestView): Reply {
  const { sign, words } = stateTitle(view);
  const buttons = requestButtons(view);
  return reply(md`Your request: ${requestTitle(view)}: ${words}`, [
    section(
      lines(
        md`${trusted(sign)} Your request ${view.id}, *${requestTitle(view)}*: ${words}.`,
        stateLines(view),
      ),
    ),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}
