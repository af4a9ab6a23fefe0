import { renderFilter } from '../../../domain/circuit/filter.ts';
import type { IncidentPage } from '../../../usecases/alerts/list-incidents.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, context, section } from '../kit.ts';
import { type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';
import { counted } from '../words/units.ts';
import { incidentRow } from './row.ts';

/** A page of what is wrong now, the worst first; with `all`, what is over after it. */
export function incidentsReply(page: IncidentPage): Reply {
  const title = titleOf(page);
  const buttons = pager(page);
  return reply(title, [
    section(title),
    ...page.incidents.flatMap(incidentRow),
    ...(page.total === 0
      ? [context(md`That is as far as I see. \`/circuit list\` says how old that is.`)]
      : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}

function titleOf({ filter, all, total, page, pageCount }: IncidentPage): Mrkdwn {
  const which = filter.length === 0 ? nothing : md` for ${renderFilter(filter)}`;
  const where = pageCount > 1 ? md`, page ${page + 1} of ${pageCount}` : nothing;
  const what = all ? 'incident' : 'open incident';
  return total === 0
    ? md`:large_green_circle: *No ${what}*${which}`
    : md`*${counted(total, what)}*${which}${where}`;
}

function pager({ filter, all, page, pageCount }: IncidentPage) {
  const to = (target: number, withAll = all) =>
    encode({ filter: renderFilter(filter), page: target, all: withAll });
  return [
    ...(page > 0
      ? [button('‹ Previous', actionIds.incidentsPrevious, to(page - 1), { label: 'Previous page' })]
      : []),
    ...(page < pageCount - 1
      ? [button('Next ›', actionIds.incidentsPage, to(page + 1), { label: 'Next page' })]
      : []),
    ...(all
      ? []
      : [
          button('Show ended, too', actionIds.incidentsAll, to(0, true), {
            label: 'Show those that are over, too',
          }),
        ]),
  ];
}
