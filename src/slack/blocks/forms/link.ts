import type { KnownBlock, ModalView } from '@slack/types';
import { isSameName } from '../../../domain/circuit/settle.ts';
import type { Connection, Gateway } from '../../../domain/operation/circuit-sight.ts';
import type { Gateways, LinkBoard } from '../../../usecases/read-links.ts';
import { actionIds, viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { actions, button, context, divider, plainText, section } from '../kit.ts';
import { linkBlocks } from '../links.ts';
import { md } from '../mrkdwn.ts';
import { counted } from '../words/units.ts';
import { type ArmMenu, armMenu } from './arm-menu.ts';
import { checkInput } from './check-input.ts';
import { selectInput, textInput } from './inputs.ts';

export const linkInputs = {
  gateway: { block: 'link.gateway', action: 'link.gateway' },
  name: { block: 'link.name', action: 'link.name' },
  weight: { block: 'link.weight', action: 'link.weight' },
  fastPath: { block: 'link.fast-path', action: 'link.fast-path' },
} as const satisfies Record<string, Input>;

export type LinkForm = {
  readonly board: LinkBoard;
  readonly gateways: Gateways;
  /** A part of a gateway's name: only those that have it are offered. */
  readonly wanted: string;
  /** What the form carries, with the groups of its menu. */
  readonly metadataFor: (groups: string) => string;
};

/** What is linked, and one more link: a gateway of any watched subscription, or an authorization for somebody else. */
export function linkModal(form: LinkForm): ModalView {
  const { board, metadataFor } = form;
  const { circuit } = board.sight;
  const offered = offeredGateways(form);
  const menu = armMenu(offered, gatewayChoice);
  return {
    type: 'modal',
    callback_id: viewIds.link,
    private_metadata: metadataFor(menu.groups),
    title: plainText('Link', 24),
    ...(menu.choices.length > 0 ? { submit: plainText('Review', 24) } : {}),
    close: plainText('Close', 24),
    blocks: [
      section(md`*${circuit.name}*`),
      ...linkBlocks(board),
      actions(
        button('Create an authorization…', actionIds.authorize, metadataFor(''), {
          label: `Create an authorization for somebody else on ${circuit.name}`,
        }),
      ),
      divider,
      ...connectBlocks(form, menu, offered.length),
    ],
  };
}

function offeredGateways({ gateways, board: { connections }, wanted }: LinkForm): readonly Gateway[] {
  if (gateways.kind === 'unreadable') return [];
  return gateways.gateways.filter(
    (gateway) =>
      !isLinked(gateway, connections) &&
      `${gateway.resourceGroup}/${gateway.name}`.toLowerCase().includes(wanted.toLowerCase()),
  );
}

function isLinked({ id }: Gateway, connections: readonly Connection[]): boolean {
  return connections.some(({ gatewayId }) => isSameName(gatewayId, id));
}

function gatewayChoice({ name, resourceGroup, sku, region, subscriptionId }: Gateway) {
  return {
    text: `${name} (${resourceGroup})`,
    description: [sku, region, `subscription ${subscriptionId.slice(0, 8)}`].filter(Boolean).join(' · '),
  };
}

function connectBlocks(form: LinkForm, { choices }: ArmMenu, count: number): readonly KnownBlock[] {
  const { gateways, wanted, board } = form;
  if (gateways.kind === 'unreadable')
    return [section(md`*Connect a gateway*\n:grey_question: gateways could not be read: ${gateways.reason}`)];
  if (choices.length === 0) {
    return [
      section(
        md`*Connect a gateway*\nThe subscriptions that I watch have no ExpressRoute gateway${wanted ? md` with ${wanted} in its name` : ''} that is not linked to this circuit already.`,
      ),
    ];
  }
  const more = count - choices.length;
  return [
    section(md`*Connect a gateway*`),
    selectInput({ input: linkInputs.gateway, label: 'Gateway', choices }),
    ...(more > 0
      ? [
          context(
            md`${counted(more, 'gateway')} more did not fit: name one, as in \`/circuit link ${board.sight.circuit.name} gw-hub\`.`,
          ),
        ]
      : []),
    ...settingInputs(board.sight.circuit.name),
  ];
}

function settingInputs(circuit: string): readonly KnownBlock[] {
  return [
    textInput({
      input: linkInputs.name,
      label: 'Name of the connection',
      hint: 'It is kept beside the gateway, in its resource group.',
      maxLength: 80,
      placeholder: `${circuit}-to-hub`,
    }),
    textInput({
      input: linkInputs.weight,
      label: 'Routing weight',
      hint: '0 to 32000. With several circuits, traffic takes the connection with the highest.',
      maxLength: 5,
      initial: '0',
    }),
    checkInput({
      input: linkInputs.fastPath,
      label: 'FastPath',
      text: 'Send traffic past the gateway',
      description: 'Needs UltraPerformance, ErGw3AZ or ErGwScale (10 scale units)',
    }),
  ];
}
