import type { KnownBlock } from '@slack/types';
import type { Incident } from '../../domain/alert/incident.ts';
import type { Change } from '../../domain/circuit/changes.ts';
import { type RoutingOwner, routingOwnerOf } from '../../domain/circuit/routing-owner.ts';
import type { StepMark, WorkflowStep } from '../../domain/circuit/workflow.ts';
import type { Instant } from '../../domain/instant.ts';
import { nameOf } from '../../domain/open-enum.ts';
import type { CircuitCard, Links } from '../../usecases/show-circuit.ts';
import { placeOf, providerOf } from './circuit-line.ts';
import { circuitMenu } from './circuit-menu.ts';
import { freshnessLine } from './freshness.ts';
import { incidentRow } from './incident/row.ts';
import { context, divider, fields, header, section } from './kit.ts';
import { joinMd, lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { orderBlocks } from './order-section.ts';
import { peeringBlocks } from './peering-section.ts';
import { type Reply, reply } from './reply.ts';
import { moment } from './time.ts';
import { changeWords } from './words/change.ts';
import { nextStepLine } from './words/next-step.ts';
import { severitySigns } from './words/severity.ts';
import { signOf, standing } from './words/situation.ts';
import { bandwidth, counted, skuName } from './words/units.ts';

/** One circuit whole: where it stands, what comes next and who must act, then the details. No secrets are known here. */
export function circuitCardReply(card: CircuitCard, now: Instant): Reply {
  const { known, next } = card;
  const { circuit } = known;
  const linkCount = card.links.kind === 'read' ? card.links.links.length : undefined;
  const [worst] = card.incidents;
  const sign = worst ? severitySigns[worst.severity] : signOf(known);
  const title = md`${trusted(sign)} *${circuit.name}* · ${standing(known)}`;
  return reply(md`${circuit.name}: ${standing(known)}`, [
    header(circuit.name),
    // What is wrong says itself what to do: "nothing" above it would be false.
    section(lines(title, worst && next.who === 'nobody' ? nothing : nextStepLine(next, providerOf(circuit)))),
    ...incidentBlocks(card.incidents),
    ...circuitMenu(known, linkCount),
    section(workflowLine(card)),
    fields(...factFields(card)),
    ...orderBlocks(known.order),
    divider,
    ...peeringBlocks(circuit, card.connectivity, card.openCase),
    section(linkLines(card.links)),
    ...historyBlocks(card.recent),
    context(
      md`${circuit.resourceGroup} · subscription ${circuit.subscriptionId} · known since ${moment(known.firstSeenAt)}`,
      freshnessLine([card.freshness], now),
    ),
  ]);
}

const incidentsShown = 3;

function incidentBlocks(incidents: readonly Incident[]): readonly KnownBlock[] {
  const more = incidents.length - incidentsShown;
  return [
    ...incidents.slice(0, incidentsShown).flatMap(incidentRow),
    ...(more > 0 ? [context(md`and ${counted(more, 'more incident')}: /circuit incidents`)] : []),
  ];
}

const stepNames: Readonly<Record<WorkflowStep, string>> = {
  create: 'Create',
  order: 'Order from the provider',
  provision: 'Provisioned',
  routing: 'Routing domains',
  link: 'Link VNets',
};

const marks: Readonly<Record<StepMark, string>> = {
  done: ':white_check_mark:',
  current: ':arrow_forward:',
  ahead: ':white_small_square:',
  skipped: ':heavy_minus_sign:',
  unknown: ':grey_question:',
};

function workflowLine({ workflow }: CircuitCard): Mrkdwn {
  const steps = workflow.map(({ step, mark }, index) => {
    const name = md`${index + 1} ${stepNames[step]}`;
    return md`${trusted(marks[mark])} ${mark === 'current' ? md`*${name}*` : name}${mark === 'skipped' ? md` (not on ExpressRoute Direct)` : nothing}`;
  });
  return joinMd(steps, '\n');
}

/** Azure does not tell the provider's service layer; the order or a tag may (docs/commands.md). */
const routingOwners: Readonly<Record<RoutingOwner, string>> = {
  you: 'yours to configure',
  provider: 'the provider’s (layer 3)',
  unknown: 'layer 2 or 3, Azure does not tell',
};

function factFields({ known: { circuit, order } }: CircuitCard): readonly Mrkdwn[] {
  const { service, sku } = circuit;
  const tags = Object.entries(circuit.tags).map(([key, value]) => `${key}=${value}`);
  return [
    md`*Provider state*\n${service.kind === 'provider' ? nameOf(service.providerState) || 'not told' : 'none (ExpressRoute Direct)'}`,
    md`*Status*\n${nameOf(circuit.status) || 'not told'}`,
    md`*Provider and location*\n${placeOf(service)}`,
    md`*Bandwidth*\n${bandwidth(service.bandwidthMbps)}`,
    md`*SKU*\n${skuName(sku)}`,
    md`*Provisioning state*\n${nameOf(circuit.provisioningState) || 'not told'}`,
    md`*Azure region*\n${circuit.region || 'unknown'}`,
    md`*Routing*\n${routingOwners[routingOwnerOf(circuit, order)]}`,
    ...(circuit.authorizations.length > 0
      ? [
          md`*Authorizations*\n${circuit.authorizations.length}, ${circuit.authorizations.filter(({ inUse }) => inUse).length} in use`,
        ]
      : []),
    ...(tags.length > 0 ? [md`*Tags*\n${tags.join(', ')}`] : []),
  ];
}

const linkLimit = 20;

function linkLines(links: Links): Mrkdwn {
  if (links.kind === 'unreadable') {
    return md`*Linked virtual networks*\n:grey_question: could not be read: ${links.reason}`;
  }
  if (links.links.length === 0) return md`*Linked virtual networks*\nnone`;
  const shown = links.links
    .slice(0, linkLimit)
    .map(({ name, gateway, status }) => md`• ${gateway || 'gateway'} over connection ${name}: ${status}`);
  const more = links.links.length - linkLimit;
  return lines(
    md`*Linked virtual networks* (${links.links.length})`,
    ...shown,
    more > 0 ? md`• and ${more} more` : nothing,
  );
}

function historyBlocks(recent: readonly Change[]): readonly KnownBlock[] {
  if (recent.length === 0) return [];
  const told = recent.map((change) => {
    const { sign, what } = changeWords(change);
    return md`${moment(change.at)} ${trusted(sign)} ${what}`;
  });
  return [section(lines(md`*Lately*`, ...told))];
}
