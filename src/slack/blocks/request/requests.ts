import type { RequestView } from '../../../domain/approval/view.ts';
import { actionIds } from '../../action-ids.ts';
import { button, context, section } from '../kit.ts';
import { lines, md, trusted } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';
import { moment } from '../time.ts';
import { requestTitle } from '../words/operation.ts';
import { counted } from '../words/units.ts';
import { person } from './person.ts';
import { stateTitle } from './state-line.ts';

const shownLimit = 20;

/** The requests that are open, and those that ended lately; newest first. */
export function requestsReply(views: readonly RequestView[], isAll: boolean): Reply {
  const what = isAll ? 'request' : 'open request';
  if (views.length === 0) {
    return reply(md`No ${what}s`, [
      section(
        lines(
          md`There are no ${what}s.`,
          md`A request is made by \`/circuit create\`, \`peering\`, \`link\`, \`resize\`, \`deprovision\`, \`delete\` or \`failover\`.`,
        ),
      ),
    ]);
  }
  const more = views.length - shownLimit;
  return reply(md`${counted(views.length, what)}`, [
    section(md`*${counted(views.length, what)}*`),
    ...views.slice(0, shownLimit).map(requestSection),
    ...(more > 0 ? [context(md`and ${counted(more, 'older one')}`)] : []),
  ]);
}

/** One request in a list. */
export function requestSection(view: RequestView) {
  const { sign, words } = stateTitle(view);
  return section(
    lines(
      md`${trusted(sign)} *${requestTitle(view)}* · ${words}`,
      md`${view.id} · ${view.target.resourceGroup} · asked by ${person(view.requestedBy)} ${moment(view.requestedAt)}`,
    ),
    button('Show', actionIds.showRequest, encode({ request: view.id }), { label: `Show request ${view.id}` }),
  );
}
