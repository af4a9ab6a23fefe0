import { renderFilter } from '../../domain/circuit/filter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { CircuitPage } from '../../usecases/list-circuits.ts';
import { actionIds } from '../action-ids.ts';
import { circuitLines } from './circuit-line.ts';
import { freshnessLine } from './freshness.ts';
import { actions, button, context, section } from './kit.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { encode } from './payload.ts';
import { type Reply, reply } from './reply.ts';
import { showButton } from './show-button.ts';
import { counted } from './words/units.ts';

/** A page of circuits, each with a button to its card. */
export function circuitListReply(page: CircuitPage, now: Instant): Reply {
  const title = titleOf(page);
  return reply(title, [
    section(title),
    ...page.circuits.map((known) =>
      section(circuitLines(known, page.troubled.get(known.circuit.id)), showButton(known.circuit, 'Show')),
    ),
    actions(...pager(page)),
    context(freshnessLine(page.freshness, now)),
  ]);
}

function titleOf({ filter, total, knownTotal, page, pageCount }: CircuitPage): Mrkdwn {
  const where = pageCount > 1 ? md`, page ${page + 1} of ${pageCount}` : md``;
  if (filter.length === 0 || knownTotal === 0) {
    return total === 0
      ? md`*No circuits known yet.* Trunkline lists what it may read in Azure; the line below says how that went.`
      : md`*${counted(total, 'circuit')}*${where}`;
  }
  const asked = renderFilter(filter);
  return total === 0
    ? md`*No circuit fits* ${asked}. ${counted(knownTotal, 'circuit is', 'circuits are')} known: widen the filter, or see all with /circuit list.`
    : md`*${total} of ${counted(knownTotal, 'circuit')}* ${total === 1 ? 'fits' : 'fit'} ${asked}${where}`;
}

function pager({ filter, page, pageCount }: CircuitPage) {
  const to = (target: number) => encode({ filter: renderFilter(filter), page: target });
  return [
    ...(page > 0
      ? [button('‹ Previous', actionIds.listPrevious, to(page - 1), { label: 'Previous page' })]
      : []),
    ...(page < pageCount - 1
      ? [button('Next ›', actionIds.listPage, to(page + 1), { label: 'Next page' })]
      : []),
    button('Filter…', actionIds.filterList, to(0), { label: 'Filter the list of circuits' }),
  ];
}
