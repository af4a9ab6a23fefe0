import type { ModalView } from '@slack/types';
import { redeemerOf } from '../../../domain/circuit/links.ts';
import { lastPartOf } from '../../../domain/operation/arm-id.ts';
import type { Connection } from '../../../domain/operation/circuit-sight.ts';
import type { LinkBoard } from '../../../usecases/read-links.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { type Choice, context, plainText, section } from '../kit.ts';
import { linkBlocks } from '../links.ts';
import { md } from '../mrkdwn.ts';
import { armMenu } from './arm-menu.ts';
import { selectInput } from './inputs.ts';

export const unlinkInputs = {
  what: { block: 'unlink.what', action: 'unlink.what' },
} as const satisfies Record<string, Input>;

/** What may be taken away: a connection, or an authorization. */
export function unlinkModal(board: LinkBoard, metadataFor: (groups: string) => string): ModalView {
  const { circuit } = board.sight;
  const menu = armMenu(board.connections, connectionChoice);
  const choices = [...menu.choices.map(asConnection), ...authorizationChoices(board)];
  const more = board.connections.length - menu.choices.length;
  return {
    type: 'modal',
    callback_id: viewIds.unlink,
    private_metadata: metadataFor(menu.groups),
    title: plainText('Unlink', 24),
    ...(choices.length > 0 ? { submit: plainText('Review', 24) } : {}),
    close: plainText('Close', 24),
    blocks: [
      section(md`*${circuit.name}*`),
      ...linkBlocks(board),
      ...(choices.length > 0
        ? [selectInput({ input: unlinkInputs.what, label: 'What is to go', choices })]
        : [section(md`There is nothing that I could unlink.`)]),
      ...(more > 0
        ? [
            context(
              md`${more} more did not fit: name one, as in \`/circuit unlink ${circuit.name} conn-hub\`.`,
            ),
          ]
        : []),
    ],
  };
}

function connectionChoice({ name, gatewayId, status, subscriptionId }: Connection) {
  return {
    text: `Connection ${name}`,
    description: `${lastPartOf(gatewayId)}, ${status}, subscription ${subscriptionId.slice(0, 8)}`,
  };
}

function asConnection(choice: Choice): Choice {
  return { ...choice, value: `c${choice.value}` };
}

function authorizationChoices({ sight }: LinkBoard): readonly Choice[] {
  return sight.circuit.authorizations.map(({ name, inUse }) => {
    const redeemer = redeemerOf(sight, name);
    const used = redeemer ? `in use by ${redeemer.name}` : 'in use';
    return {
      text: `Authorization ${name}`,
      value: `a/${name}`,
      description: inUse || redeemer ? used : 'available',
    };
  });
}
