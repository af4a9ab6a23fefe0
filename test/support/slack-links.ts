import type { Gateway } from '../../src/domain/operation/circuit-sight.ts';
import type { CommonRefusal } from '../../src/domain/operation/plans/common-refusal.ts';
import type { LinkRefusal } from '../../src/domain/operation/plans/link.ts';
import type { UnlinkRefusal } from '../../src/domain/operation/plans/unlink.ts';
import { authorizationKeyReply } from '../../src/slack/blocks/authorization-key.ts';
import { authorizeModal } from '../../src/slack/blocks/forms/authorize.ts';
import { linkModal } from '../../src/slack/blocks/forms/link.ts';
import { unlinkModal } from '../../src/slack/blocks/forms/unlink.ts';
import { linksReply } from '../../src/slack/blocks/links.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import type { Gateways, LinkBoard } from '../../src/usecases/read-links.ts';
import { circuitIdOf, subscription2 } from './a-circuit.ts';
import { aConnection, aGateway } from './plan-inputs.ts';
import { type Cast, channelId } from './slack-cast.ts';
import { message, view } from './slack-shown.ts';

type LinkingRefusal = Exclude<LinkRefusal | UnlinkRefusal, CommonRefusal>;
type Code = LinkingRefusal['code'];
type Of<C extends Code> = Extract<LinkingRefusal, { readonly code: C }>;

/** Every refusal about links and authorizations, with the text in every place. */
export function linkRefusalsOf(text: string): { readonly [C in Code]: readonly Of<C>[] } {
  const on = { id: circuitIdOf('lon-01'), name: text };
  const full = { code: 'link-limit-reached', on, limit: 10, used: 10, bandwidthMbps: 1_000 } as const;
  const redeemer = { name: text, subscriptionId: subscription2 };
  const inUse = { code: 'authorization-in-use', on, authorization: text } as const;
  return {
    'private-peering-missing': [{ code: 'private-peering-missing', on }],
    'link-limit-reached': [
      { ...full, globalReach: 0, tier: 'Standard' },
      { ...full, globalReach: 1, tier: 'Premium' },
      { ...full, used: 1, globalReach: 1, tier: text },
    ],
    'gateway-gone': [{ code: 'gateway-gone', gateway: text }],
    'gateway-linked': [{ code: 'gateway-linked', on, gateway: text, connection: text }],
    'gateway-full': [
      { code: 'gateway-full', gateway: text, sku: text, circuits: 4, limit: 4 },
      { code: 'gateway-full', gateway: text, sku: 'ErGw1AZ', circuits: 1, limit: 1 },
    ],
    'gateway-location-full': [
      {
        code: 'gateway-location-full',
        gateway: text,
        location: text,
        circuits: [text, 'lon-02', 'lon-03', text],
        limit: 4,
      },
    ],
    'address-spaces-too-many': [{ code: 'address-spaces-too-many', gateway: text, count: 201, limit: 200 }],
    'address-space-overlaps': (['AzurePrivatePeering', { unrecognised: text }] as const).map((peering) => ({
      code: 'address-space-overlaps',
      on,
      gateway: text,
      addressSpace: text,
      subnet: '192.168.15.16/30',
      peering,
    })),
    'fast-path-unsupported': [
      { code: 'fast-path-unsupported', gateway: text, sku: 'ErGw1AZ' },
      { code: 'fast-path-unsupported', gateway: text, sku: '' },
    ],
    'connection-name-malformed': [{ code: 'connection-name-malformed', connection: text }],
    'connection-name-taken': [{ code: 'connection-name-taken', connection: text, resourceGroup: text }],
    'routing-weight-out-of-range': [-1, 32_001, Number.NaN].map((weight) => ({
      code: 'routing-weight-out-of-range',
      weight,
      limit: 32_000,
    })),
    'authorization-name-malformed': [{ code: 'authorization-name-malformed', authorization: text }],
    'authorization-name-taken': [true, false].map((used) => ({
      code: 'authorization-name-taken',
      on,
      authorization: text,
      inUse: used,
    })),
    'connection-gone': [{ code: 'connection-gone', on, connection: text }],
    'connection-unwatched': [subscription2, ''].map((subscriptionId) => ({
      code: 'connection-unwatched',
      on,
      connection: text,
      subscriptionId,
    })),
    'authorization-gone': [{ code: 'authorization-gone', on, authorization: text }],
    'authorization-in-use': [
      { ...inUse, connection: redeemer, isSeen: true },
      { ...inUse, connection: redeemer, isSeen: false },
      { ...inUse, connection: { name: text, subscriptionId: '' }, isSeen: false },
      { ...inUse, isSeen: false },
    ],
  };
}

/** Without links, with one, and with as many as a circuit can have and some that are not seen. */
function boardsOf({ known: { circuit }, text }: Cast): readonly LinkBoard[] {
  const sight = { circuit, etag: undefined, hasServiceKey: true, globalReach: [] };
  const authorizations = Array.from({ length: 60 }, (_, index) => ({
    name: `${text}-${index}`,
    inUse: index % 2 === 0,
  }));
  const hidden = `/subscriptions/${subscription2}/resourceGroups/rg/providers/x/connections/${text}`;
  const connections = Array.from({ length: 100 }, (_, index) =>
    aConnection({ name: `${index}-${text}`, status: text, resourceGroup: `rg-${index}`, fastPath: true }),
  );
  return [
    { sight, connections: [] },
    { sight, connections: [aConnection({ name: text, gatewayId: '', subscriptionId: subscription2 })] },
    {
      sight: {
        ...sight,
        circuit: { ...circuit, authorizations },
        globalReach: [{ name: text, peering: 'AzurePrivatePeering', status: text }],
        redeemedBy: { [`${text}-0`]: hidden, other: connections[0]?.id ?? '' },
      },
      connections,
    },
  ];
}

function gatewaysOf(text: string): readonly Gateways[] {
  const many: readonly Gateway[] = Array.from({ length: 400 }, (_, index) =>
    aGateway({ name: `gw-${index}`, resourceGroup: `rg-${index}`.padEnd(90, 'x'), sku: text, region: text }),
  );
  return [
    { kind: 'read', gateways: [] },
    { kind: 'read', gateways: [aGateway({ name: text, resourceGroup: text })] },
    { kind: 'read', gateways: many },
    { kind: 'read', gateways: many.map((gateway) => ({ ...gateway, resourceGroup: 'rg-hub' })) },
    { kind: 'unreadable', reason: text },
  ];
}

/** Every message and view about links and authorizations. */
export function linkFormsOf(cast: Cast) {
  const { circuit } = cast.known;
  const metadataFor = (groups: string) => formMetadata(channelId, `token\n${groups}`);
  const boards = boardsOf(cast);
  const refusal = { code: 'target-gone', name: cast.text } as const;
  return {
    linkModal: boards.flatMap((board) =>
      gatewaysOf(cast.text).flatMap((gateways) =>
        ['', cast.text].map((wanted) => view('link', linkModal({ board, gateways, wanted, metadataFor }))),
      ),
    ),
    unlinkModal: boards.map((board) => view('unlink', unlinkModal(board, metadataFor))),
    authorizeModal: [view('authorize', authorizeModal(circuit, metadataFor('')))],
    linksReply: boards.map((board) => message('links', linksReply(board, refusal))),
    authorizationKeyReply: [message('key', authorizationKeyReply(circuit, cast.text, '0000-key'))],
  };
}
