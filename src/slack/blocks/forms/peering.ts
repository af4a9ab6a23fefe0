import type { InputBlock, ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { nameOf } from '../../../domain/open-enum.ts';
import type { SettablePeering } from '../../../domain/operation/intent.ts';
import { peeringOf } from '../../../domain/peering/ground.ts';
import type { PeeringInput } from '../../../domain/peering/input.ts';
import type { Peering } from '../../../domain/peering/peering.ts';
import { sharedKeyLimit } from '../../../domain/peering/shared-key.ts';
import { vlanRange } from '../../../domain/peering/vlan.ts';
import { viewIds } from '../../action-ids.ts';
import { plainText, section } from '../kit.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { peeringName } from '../words/peering.ts';
import { peeringInputExamples, peeringInputNames } from '../words/peering-input.ts';
import { textInput } from './inputs.ts';
import { peeringInputs } from './peering-inputs.ts';
import { overrideBlocks } from './peering-override.ts';
import { publicBlocks } from './peering-public.ts';

export type PeeringForm = {
  /** As Azure tells it now. */
  readonly circuit: Circuit;
  readonly peering: SettablePeering;
  /** The provider manages layer 3: only with an override. */
  readonly byProvider: boolean;
  readonly metadata: string;
};

/** Everything that a peering is; what is set now stands in it. */
export function peeringModal({ circuit, peering, byProvider, metadata }: PeeringForm): ModalView {
  const present = peeringOf(circuit, peering);
  return {
    type: 'modal',
    callback_id: viewIds.peering,
    private_metadata: metadata,
    title: plainText(peeringName(peering), 24),
    submit: plainText('Review', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(lines(md`*${circuit.name}* · ${peeringName(peering)}`, standing(present))),
      ...(byProvider ? overrideBlocks(circuit) : []),
      ...sessionInputs(present, peering),
      ...subnetInputs(present),
      ...(peering === 'MicrosoftPeering' ? publicBlocks(present) : []),
    ],
  };
}

function standing(present: Peering | undefined): Mrkdwn {
  return present
    ? md`BGP provisioning is ${nameOf(present.state) || 'not told'}. What is set now stands below: change what is to be different.`
    : md`There is none yet. The first usable address of each subnet is your router’s, the second Microsoft’s.`;
}

function sessionInputs(present: Peering | undefined, peering: SettablePeering): readonly InputBlock[] {
  const privateAsn =
    peering === 'MicrosoftPeering'
      ? 'A private one forces manual validation by Microsoft.'
      : 'A private one is fine, except 65515 to 65520.';
  const key = `At most ${sharedKeyLimit} letters and digits. It is shown to nobody afterwards.`;
  return [
    text('vlan', {
      initial: present?.vlanId,
      hint: `One for both links, unique on the circuit: ${vlanRange.min} to ${vlanRange.max}.`,
    }),
    text('peer-asn', { initial: present?.peerAsn, hint: `Of your edge router. ${privateAsn}` }),
    text('shared-key', {
      optional: true,
      hint: present ? `Empty: if one is set, it stays. ${key}` : `Empty: none. ${key}`,
    }),
  ];
}

function subnetInputs(present: Peering | undefined): readonly InputBlock[] {
  const primary = (one: string, both: string) => `A ${one}, or a ${both} alone for both links.`;
  return [
    text('ipv4-primary', {
      initial: present?.ipv4?.primarySubnet,
      hint: primary('/30', '/29'),
      optional: true,
    }),
    text('ipv4-secondary', {
      initial: present?.ipv4?.secondarySubnet,
      hint: 'Another /30. Empty when the primary is a /29, or when there is no IPv4.',
      optional: true,
    }),
    text('ipv6-primary', {
      initial: present?.ipv6?.primarySubnet,
      hint: `${primary('/126', '/125')} Empty: no IPv6.`,
      optional: true,
    }),
    text('ipv6-secondary', {
      initial: present?.ipv6?.secondarySubnet,
      hint: 'Another /126. Empty when the primary is a /125.',
      optional: true,
    }),
  ];
}

type Asked = {
  readonly initial?: string | number | undefined;
  readonly hint: string;
  readonly optional?: boolean;
};

/** Longer than any address with its length, and than what Slack would cut a typed mistake at. */
const shortLimit = 100;

function text(name: PeeringInput, { initial = '', hint, optional = false }: Asked): InputBlock {
  return textInput({
    input: peeringInputs[name],
    label: peeringInputNames[name],
    maxLength: shortLimit,
    initial: String(initial),
    placeholder: peeringInputExamples[name] ?? '',
    hint,
    optional,
  });
}
