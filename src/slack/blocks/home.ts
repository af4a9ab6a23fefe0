import type { HomeView, KnownBlock } from '@slack/types';
import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { RequestView } from '../../domain/approval/view.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Overview } from '../../usecases/overview.ts';
import { actionIds, viewIds } from '../action-ids.ts';
import { circuitLines } from './circuit-line.ts';
import { freshnessLine } from './freshness.ts';
import { incidentRow } from './incident/row.ts';
import { actions, button, context, divider, header, section } from './kit.ts';
import { lines, md } from './mrkdwn.ts';
import { encode } from './payload.ts';
import { refusalReply } from './refusal.ts';
import { requestSection } from './request/requests.ts';
import { showButton } from './show-button.ts';
import { channel, wishText } from './subscriptions.ts';
import { counted } from './words/units.ts';

const subscriptionLimit = 20;

/** App Home: what waits for the reader, `requests` to be approved first; then who is told what. */
export function homeView(overview: Overview, requests: readonly RequestView[], now: Instant): HomeView {
  const { total, attention, attentionCount, subscriptions, freshness } = overview;
  const more = attentionCount - attention.length;
  return {
    type: 'home',
    callback_id: viewIds.home,
    blocks: [
      header('Your ExpressRoute circuits'),
      section(
        lines(
          md`*${counted(total, 'circuit')}* watched, ${counted(attentionCount, 'waits', 'wait')} for you.`,
          freshnessLine(freshness, now),
        ),
      ),
      actions(
        button('List circuits', actionIds.listPage, encode({ filter: '', page: 0 }), { style: 'primary' }),
        button('Filter…', actionIds.filterList, encode({ filter: '', page: 0 }), {
          label: 'Filter the list of circuits',
        }),
      ),
      divider,
      ...incidentBlocks(overview),
      ...approvalBlocks(requests),
      section(
        attentionCount === 0
          ? md`:large_green_circle: *No circuit waits for you.*`
          : md`*Circuits that wait for you*`,
      ),
      ...attention.map((known) => section(circuitLines(known), showButton(known.circuit, 'Show'))),
      ...(more > 0 ? [context(md`and ${more} more: /circuit list needs:attention`)] : []),
      divider,
      section(
        subscriptions.length === 0
          ? md`*No channel is subscribed.* Type \`/circuit subscribe\` in a channel that I am in.`
          : md`*Who is told*`,
      ),
      ...subscriptions
        .slice(0, subscriptionLimit)
        .map((subscription) => section(md`• ${channel(subscription.channelId)}: ${wishText(subscription)}`)),
    ] satisfies KnownBlock[],
  };
}

function incidentBlocks({ incidents, incidentCount }: Overview): readonly KnownBlock[] {
  const more = incidentCount - incidents.length;
  return [
    section(
      incidentCount === 0
        ? md`:large_green_circle: *No incident is open.*`
        : md`*${counted(incidentCount, 'open incident')}*`,
    ),
    ...incidents.flatMap(incidentRow),
    ...(more > 0 ? [context(md`and ${more} more: /circuit incidents`)] : []),
    divider,
  ];
}

const requestLimit = 10;

function approvalBlocks(requests: readonly RequestView[]): readonly KnownBlock[] {
  if (requests.length === 0) return [];
  const more = requests.length - requestLimit;
  return [
    section(md`*Waiting for your approval*`),
    ...requests.slice(0, requestLimit).map(requestSection),
    ...(more > 0 ? [context(md`and ${more} more: /circuit requests`)] : []),
    divider,
  ];
}

/** App Home of somebody who may look at nothing. */
export function closedHomeView(refusal: AccessRefusal): HomeView {
  return { type: 'home', callback_id: viewIds.home, blocks: refusalReply(refusal).blocks };
}
