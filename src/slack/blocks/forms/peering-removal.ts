import type { ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import type { PeeringType } from '../../../domain/peering/peering.ts';
import { viewIds } from '../../action-ids.ts';
import { plainText, section } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { peeringName } from '../words/peering.ts';
import { overrideBlocks } from './peering-override.ts';

/** Only where the provider manages layer 3; otherwise a removal is reviewed at once. */
export function peeringRemovalModal(circuit: Circuit, peering: PeeringType, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.peeringRemoval,
    private_metadata: metadata,
    title: plainText('Remove a peering', 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [section(md`Remove ${peeringName(peering)} of *${circuit.name}*.`), ...overrideBlocks(circuit)],
  };
}
