import type { ModalView } from '@slack/types';
import type { Circuit } from '../../../domain/circuit/circuit.ts';
import { peeringOf } from '../../../domain/peering/ground.ts';
import { addressFamilies, type Peering, peeringTypes } from '../../../domain/peering/peering.ts';
import { viewIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';
import { type Choice, plainText, section } from '../kit.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { familyName, peeringName } from '../words/peering.ts';
import { radioInput } from './inputs.ts';

export const peeringChoiceInput: Input = { block: 'peering.choice', action: 'peering.choice' };

export const peeringDeeds = ['set', 'remove'] as const;
export type PeeringDeed = (typeof peeringDeeds)[number];

/** Which peering, and what to do with it; what there is now stands above. `only`: nothing else is wanted. */
export function peeringChoiceModal(circuit: Circuit, metadata: string, only?: PeeringDeed): ModalView {
  const choices = peeringTypes.flatMap((type) => choicesOf(circuit, type));
  const fitting = choices.filter(({ value }) => only === undefined || value.startsWith(`${only}:`));
  return {
    type: 'modal',
    callback_id: viewIds.peeringChoice,
    private_metadata: metadata,
    title: plainText('Routing domains', 24),
    submit: plainText('Next', 24),
    close: plainText('Cancel', 24),
    blocks: [
      section(lines(md`*${circuit.name}*`, ...standing(circuit))),
      radioInput({
        input: peeringChoiceInput,
        label: 'What is to be done',
        choices: fitting.length > 0 ? fitting : choices,
      }),
    ],
  };
}

function standing({ peerings }: Circuit): readonly Mrkdwn[] {
  if (peerings.length === 0) return [md`It has no routing domain yet.`];
  return peerings.slice(0, peeringTypes.length).map((peering) => md`• ${summary(peering)}`);
}

/** `Microsoft peering: VLAN 102, ASN 64496, IPv4 203.0.113.0/30 and 203.0.113.4/30`. */
function summary(peering: Peering): string {
  const subnets = addressFamilies.flatMap((family) => {
    const { primarySubnet = 'none', secondarySubnet = 'none' } = peering[family] ?? {};
    return peering[family] ? [`${familyName(family)} ${primarySubnet} and ${secondarySubnet}`] : [];
  });
  const numbers = [`VLAN ${peering.vlanId ?? 'not told'}`, `ASN ${peering.peerAsn ?? 'not told'}`];
  return `${peeringName(peering.type)}: ${[...numbers, ...subnets].join(', ')}`;
}

/** Azure public peering was retired: what is left of it can be removed. */
function choicesOf(circuit: Circuit, type: (typeof peeringTypes)[number]): readonly Choice[] {
  const present = peeringOf(circuit, type);
  const name = peeringName(type);
  const isSettable = type !== 'AzurePublicPeering';
  const set: Choice = { text: `${present ? 'Change' : 'Create'} ${name}`, value: `set:${type}` };
  const remove: Choice = { text: `Remove ${name}`, value: `remove:${type}` };
  return [...(isSettable ? [set] : []), ...(present ? [remove] : [])];
}
