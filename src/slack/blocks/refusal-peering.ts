import type { PeeringRuleRefusal } from '../../domain/operation/plans/peering-refusal.ts';
import { reservationClauses } from '../../domain/peering/special-names.ts';
import { type Mrkdwn, md, nothing } from './mrkdwn.ts';
import { networkWords } from './refusal-peering-network.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { peeringName } from './words/peering.ts';
import { peeringInputNames } from './words/peering-input.ts';
import { counted, listed } from './words/units.ts';

const kinds = md`\`private\`, \`microsoft\` and \`public\``;
const connectionLimit = 5;

/** Refusals about routing domains: what was asked, the rule with its numbers, the way out. */
export const peeringWords: WordsOf<PeeringRuleRefusal> = {
  ...networkWords,
  'vlan-malformed': ({ value, min, max }) => ({
    what: md`${numeral(value)} is no VLAN ID: those are whole numbers from ${min} to ${max}.`,
    next: md`Enter the one agreed on with the provider; it serves both links.`,
  }),
  'vlan-taken': ({ vlanId, peering }) => ({
    what: md`VLAN ${vlanId} is used by ${peeringName(peering)} of this circuit, and each peering has its own.`,
    next: md`Enter another, agreed on with the provider.`,
  }),
  'asn-malformed': ({ at, value, min, max }) => ({
    what: md`${peeringInputNames[at]}: ${numeral(value)} is no AS number: those are whole numbers from ${min} to ${max}.`,
    next: md`Enter it in plain decimal: 65010, and 65536 for what some write as 1.0.`,
  }),
  'asn-reserved': ({ at, asn, from, to, by }) => ({
    what: md`${peeringInputNames[at]}: ${asn}${from === to ? nothing : md`, one of ${from} to ${to},`} ${reservationClauses[by]}. No router of yours can have it.`,
    next: md`Enter the AS number of your edge router.`,
  }),
  'shared-key-long': ({ length, limit }) => ({
    what: md`The MD5 key is ${counted(length, 'character')} long; Azure takes ${limit} at most.`,
    next: md`Agree on a shorter one of letters and digits with whoever runs the router.`,
  }),
  'shared-key-characters': () => ({
    what: md`The MD5 key has other characters than letters A–Z, a–z and digits; Azure takes no others.`,
    next: md`Agree on another, of 25 characters at most, with whoever runs the router.`,
  }),
  'registry-unknown': ({ value, allowed }) => ({
    what: md`${isShown(value) ? value : 'That'} is no routing registry in which Azure looks prefixes up.`,
    next: md`Choose ${listed(allowed, 'or')}.`,
  }),
  'edge-unconfirmed': () => ({
    what: md`Nobody confirmed that the edge for Microsoft peering is not your internet edge. With one edge for both, traffic comes back another way than it went (asymmetric routing): firewalls drop it, and services go down.`,
    next: md`Use an edge of its own for Microsoft peering, then confirm it.`,
  }),
  'routing-by-provider': ({ on, provider }) => ({
    what: md`${provider || 'The provider'} manages the routing of ${on.name} (layer 3): a change from here breaks it until the provider restores it.`,
    next: md`Ask the provider to change it. To do it all the same, confirm the override in the form of \`/circuit peering ${on.name}\`.`,
    buttons: [showButton(on)],
  }),
  'peering-retired': ({ on }) => ({
    what: md`Azure public peering was retired on 2024-03-31: it cannot be created or changed on ${on.name}.`,
    next: md`Use Microsoft peering: \`/circuit peering ${on.name} microsoft\`. What is left of it goes with \`/circuit peering ${on.name} public remove\`.`,
    buttons: [showButton(on)],
  }),
  'peering-absent': ({ on, peering }) => ({
    what: md`${on.name} has no ${peeringName(peering)} that could be removed.`,
    next: md`Its card shows what it has.`,
    buttons: [showButton(on)],
  }),
  'peering-in-global-reach': ({ on, peering, connections }) => ({
    what: md`${peeringName(peering)} of ${on.name} carries Global Reach: ${listed(shortened(connections))}.`,
    next: md`Remove ${connections.length === 1 ? 'that connection' : 'those connections'} in the Azure portal first; traffic between the sites stops with it.`,
    buttons: [showButton(on)],
  }),
  'peering-word-unknown': ({ word, didYouMean }) => ({
    what: md`${isShown(word) ? word : 'That'} is no peering; there are ${kinds}, and \`remove\` to take one away.`,
    next: didYouMean
      ? md`Did you mean \`${didYouMean}\`?`
      : md`Leave it out to choose: \`/circuit peering lon-01\`.`,
  }),
};

/** Computed from what was typed, which may have been nothing. */
function numeral(value: string): Mrkdwn {
  return isShown(value) && value !== 'NaN' ? md`${value}` : md`That`;
}

function shortened(names: readonly string[]): readonly string[] {
  const more = names.length - connectionLimit;
  return more > 0 ? [...names.slice(0, connectionLimit), `${more} more`] : names;
}
