import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import type { LinkRefusal } from '../../domain/operation/plans/link.ts';
import type { UnlinkRefusal } from '../../domain/operation/plans/unlink.ts';
import { md } from './mrkdwn.ts';
import { unlinkWords } from './refusal-unlink.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { peeringName } from './words/peering.ts';
import { bandwidth, counted, listed } from './words/units.ts';

const nameRule = md`1 to 80 letters, digits, underscores, periods and hyphens, beginning with a letter or digit and ending with one or an underscore`;

/** Why a network cannot be linked, or nobody authorized to link one. Sources: facts/azure.md 1.2, 4.2, 4.4. */
export const linkWords: WordsOf<Exclude<LinkRefusal | UnlinkRefusal, CommonRefusal>> = {
  ...unlinkWords,
  'private-peering-missing': ({ on }) => ({
    what: md`*${on.name}* has no Azure private peering, and a linked network is reached over nothing else.`,
    next: md`Configure it: \`/circuit peering ${on.name} private\`. Where the provider manages layer 3, record that: \`/circuit order ${on.name}\`.`,
    buttons: [showButton(on)],
  }),
  'link-limit-reached': ({ on, limit, used, globalReach, tier, bandwidthMbps }) => ({
    what: md`*${on.name}* has ${counted(used, 'link')}${globalReach > 0 ? `, ${globalReach} of them Global Reach` : ''}; a ${tier} circuit of ${bandwidth(bandwidthMbps)} takes ${limit}.`,
    next:
      tier.toLowerCase() === 'premium'
        ? md`Unlink what is not needed, or raise the bandwidth: \`/circuit resize ${on.name}\`.`
        : md`Unlink what is not needed: \`/circuit unlink ${on.name}\`. Premium takes more, by bandwidth: \`/circuit resize ${on.name} premium\`.`,
    buttons: [showButton(on)],
  }),
  'gateway-gone': ({ gateway }) => ({
    what: md`There is no ExpressRoute gateway ${isShown(gateway) ? gateway : 'of that name'} in the subscriptions that I watch.`,
    next: md`Look at the menu of \`/circuit link\` again. For a gateway elsewhere, create an authorization there: its owner redeems it.`,
  }),
  'gateway-linked': ({ on, gateway, connection }) => ({
    what: md`Gateway ${gateway} is linked to *${on.name}* already, over connection ${connection}.`,
    next: md`To change that link, unlink it first: \`/circuit unlink ${on.name}\`. The network is cut off meanwhile.`,
  }),
  'gateway-full': ({ gateway, sku, circuits, limit }) => ({
    what: md`Gateway ${gateway} is connected to ${counted(circuits, 'circuit')}; its SKU ${sku} takes ${limit}.`,
    next: md`Unlink one of them, or have the gateway upgraded.`,
  }),
  'gateway-location-full': ({ gateway, location, circuits, limit }) => ({
    what: md`Gateway ${gateway} is connected to ${listed(circuits)}, all in ${location}; a network takes ${limit} circuits of one location.`,
    next: md`Unlink one of them, or link a circuit of another location, which is safer too.`,
  }),
  'address-spaces-too-many': ({ gateway, count, limit }) => ({
    what: md`The network of gateway ${gateway} has ${count} address spaces; at most ${limit} are taken when it is linked.`,
    next: md`Merge some of them into larger ones; they can be split again once it is linked.`,
  }),
  'address-space-overlaps': ({ on, gateway, addressSpace, subnet, peering }) => ({
    what: md`Address space ${addressSpace} behind gateway ${gateway} overlaps ${subnet}, a subnet of ${peeringName(peering)} of *${on.name}*.`,
    next: md`One of them has to change: peering subnets must not lie within a linked network.`,
    buttons: [showButton(on)],
  }),
  'fast-path-unsupported': ({ gateway, sku }) => ({
    what: md`FastPath needs a gateway of SKU UltraPerformance, ErGw3AZ or ErGwScale; ${gateway} is ${sku || 'of no known SKU'}.`,
    next: md`Link it without FastPath, or have the gateway upgraded first.`,
  }),
  'connection-name-malformed': ({ connection }) => ({
    what: md`${isShown(connection) ? connection : 'That'} is no name for a connection.`,
    next: md`Azure takes ${nameRule}.`,
  }),
  'connection-name-taken': ({ connection, resourceGroup }) => ({
    what: md`There is a connection ${connection} in ${resourceGroup} already.`,
    next: md`Choose another name.`,
  }),
  'routing-weight-out-of-range': ({ weight, limit }) => ({
    what: md`${Number.isFinite(weight) ? weight : 'That'} is no routing weight.`,
    next: md`It is a whole number from 0 to ${limit}; traffic takes the connection with the highest.`,
  }),
  'authorization-name-malformed': ({ authorization }) => ({
    what: md`${isShown(authorization) ? authorization : 'That'} is no name for an authorization.`,
    next: md`Azure takes ${nameRule}.`,
  }),
  'authorization-name-taken': ({ on, authorization, inUse }) => ({
    what: md`*${on.name}* has an authorization ${authorization} already, and it is ${inUse ? 'in use' : 'not redeemed yet'}.`,
    next: inUse
      ? md`Each connection needs one of its own: choose another name.`
      : md`Give its key to whoever is to redeem it, from \`/circuit link ${on.name}\`, or choose another name.`,
  }),
};
