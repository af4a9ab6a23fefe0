import type { KnownBlock } from '@slack/types';
import type { Circuit } from '../../domain/circuit/circuit.ts';
import { linkLimitOf } from '../../domain/circuit/link-limit.ts';
import { hiddenLinksOf, linkCountOf, redeemerOf } from '../../domain/circuit/links.ts';
import { lastPartOf } from '../../domain/operation/arm-id.ts';
import type { CircuitSight, Connection } from '../../domain/operation/circuit-sight.ts';
import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import type { LinkBoard } from '../../usecases/read-links.ts';
import { actionIds } from '../action-ids.ts';
import { circuitPayload } from './circuit-token.ts';
import { button, context, divider, section } from './kit.ts';
import { lines, type Mrkdwn, md, nothing } from './mrkdwn.ts';
import { refusalReply } from './refusal.ts';
import { type Reply, reply } from './reply.ts';

/** The same where no link can be made at the moment, with the reason first. */
export function linksReply(board: LinkBoard, refusal: CommonRefusal): Reply {
  const { text, blocks } = refusalReply(refusal);
  return { text, blocks: reply(nothing, [...blocks, divider, ...linkBlocks(board)]).blocks };
}

const linksShown = 20;
const authorizationsShown = 20;

/** What a circuit is joined to and who else may join it, with the key of each authorization that waits for its user. */
export function linkBlocks({ sight, connections }: LinkBoard): readonly KnownBlock[] {
  const { circuit } = sight;
  const more = circuit.authorizations.length - authorizationsShown;
  return [
    section(linkLines(sight, connections)),
    section(
      circuit.authorizations.length === 0
        ? md`*Authorizations*\nnone`
        : md`*Authorizations* (${circuit.authorizations.length})`,
    ),
    ...circuit.authorizations
      .slice(0, authorizationsShown)
      .map((authorization) => authorizationSection(sight, authorization)),
    ...(more > 0 ? [context(md`and ${more} more`)] : []),
  ];
}

function linkLines(sight: CircuitSight, connections: readonly Connection[]): Mrkdwn {
  const { circuit, globalReach } = sight;
  const count = linkCountOf(sight, connections);
  const limit = linkLimitOf(circuit);
  const told = [
    ...connections.map((connection) => connectionLine(circuit, connection)),
    ...hiddenLinksOf(sight, connections).map(
      ({ name, subscriptionId }) =>
        md`• ${name}, in subscription ${subscriptionId || 'unknown'}, which I do not watch`,
    ),
    ...globalReach.map(({ name, status }) => md`• ${name} (Global Reach): ${status}`),
  ];
  const more = told.length - linksShown;
  return lines(
    md`*Links* (${limit === undefined ? `${count}` : `${count} of ${limit}`})`,
    ...(told.length === 0 ? [md`none`] : told.slice(0, linksShown)),
    more > 0 ? md`• and ${more} more` : nothing,
  );
}

function connectionLine(circuit: Circuit, connection: Connection): Mrkdwn {
  const { name, gatewayId, status, routingWeight, fastPath, subscriptionId } = connection;
  const elsewhere = subscriptionId.toLowerCase() !== circuit.subscriptionId.toLowerCase();
  return md`• ${name}: gateway ${lastPartOf(gatewayId) || 'unknown'}, ${status}, weight ${routingWeight}${
    fastPath ? ', FastPath' : ''
  }${elsewhere ? md`, subscription ${subscriptionId}` : nothing}`;
}

function authorizationSection(sight: CircuitSight, { name, inUse }: Circuit['authorizations'][number]) {
  const redeemer = redeemerOf(sight, name);
  if (inUse || redeemer)
    return section(md`• ${name}: in use${redeemer ? md` by connection ${redeemer.name}` : ''}`);
  return section(
    md`• ${name}: available`,
    button('Show key', actionIds.authorizationKey, circuitPayload({ id: sight.circuit.id, name }), {
      label: `Show the key of authorization ${name}`,
    }),
  );
}
