import type { PrefixesRefusal, SubnetRefusal } from '../../domain/peering/refusal.ts';
import { specialKindNames } from '../../domain/peering/special-names.ts';
import { md } from './mrkdwn.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { familyName, peeringName } from './words/peering.ts';
import { peeringInputExamples, peeringInputNames } from './words/peering-input.ts';
import { counted } from './words/units.ts';

/** `203.0.113.0/24`; what would not be shown is called so. */
const typed = (value: string) => (isShown(value) ? value : 'what was typed');
const familyOf = (at: string) => (at.startsWith('ipv4') ? 'ipv4' : 'ipv6');
/** Refusals about subnets and advertised prefixes: what was typed, the rule with its numbers, the way out. */
export const networkWords: WordsOf<SubnetRefusal | PrefixesRefusal> = {
  'network-malformed': ({ at, value, family }) => ({
    what: md`${peeringInputNames[at]}: ${typed(value)} is not an ${familyName(family)} network.`,
    next: md`Write its first address and its length: \`${peeringInputExamples[at] ?? ''}\`.`,
  }),
  'network-other-family': ({ at, value, family }) => ({
    what: md`${peeringInputNames[at]}: ${typed(value)} is not ${familyName(family)}.`,
    next: md`Move it to the inputs of ${family === 'ipv4' ? 'IPv6' : 'IPv4'}.`,
  }),
  'network-host-bits': ({ at, value, suggestion }) => ({
    what: md`${peeringInputNames[at]}: ${typed(value)} lies within a network and does not begin it.`,
    next: md`Did you mean \`${suggestion}\`? Azure would take the other and keep it so.`,
  }),
  'network-unusable': ({ at, value, kind, range }) => ({
    what: md`${peeringInputNames[at]}: ${value} has addresses of ${range}, which are ${specialKindNames[kind]}: no peering can use them.`,
    next: md`Enter a network of your own unicast addresses.`,
  }),
  'network-not-public': ({ at, value, kind, range }) => ({
    what: md`${peeringInputNames[at]}: ${value} has addresses of ${range}, which are ${specialKindNames[kind]}. Microsoft peering takes public addresses only.`,
    next: md`Enter a public network that is registered to you or your provider.`,
  }),
  'subnets-missing': () => ({
    what: md`A peering needs the subnets of both links, in IPv4, IPv6 or both.`,
    next: md`Enter two /30 (IPv4) or two /126 (IPv6).`,
  }),
  'subnet-missing': ({ at }) => {
    const isV4 = familyOf(at) === 'ipv4';
    return {
      what: md`${peeringInputNames[at]} is missing: a peering has two links, and each has a subnet of its own.`,
      next: md`Enter one more ${isV4 ? '/30' : '/126'}, or as the primary alone one ${isV4 ? '/29' : '/125'} that is split between both.`,
    };
  },
  'subnet-size': ({ at, value, length, wanted, whole }) => ({
    what: md`${peeringInputNames[at]}: ${value} is of length /${length}; a link's subnet is a /${wanted}.`,
    next: md`Enter two /${wanted}, or as the primary alone one /${whole}: its first half is then the primary's.`,
  }),
  'subnets-overlap': ({ at, value, other }) => ({
    what: md`${peeringInputNames[at]}: ${value} overlaps ${other}, the subnet of the primary link.`,
    next: md`Enter another: each link has a subnet of its own.`,
  }),
  'subnet-in-peering': ({ at, value, peering, other }) => ({
    what: md`${peeringInputNames[at]}: ${value} overlaps ${other}, which ${peeringName(peering)} of this circuit uses.`,
    next: md`Enter one that no other peering of the circuit uses.`,
  }),
  'subnet-in-network': ({ at, value, gateway, other }) => ({
    what: md`${peeringInputNames[at]}: ${value} overlaps ${other}, an address space of the virtual network behind gateway ${gateway}, which is linked to this circuit.`,
    next: md`Enter one outside of the linked networks: otherwise those addresses cannot be reached.`,
  }),
  'prefixes-missing': ({ at }) => ({
    what: md`${peeringInputNames[at]}: Microsoft peering needs at least one, and accepts routes to none that is not named.`,
    next: md`Enter the ${familyName(familyOf(at))} prefixes that your router will advertise, one a line: \`${peeringInputExamples[at] ?? ''}\`.`,
  }),
  'prefixes-too-many': ({ at, count, limit }) => ({
    what: md`${peeringInputNames[at]}: that is ${counted(count, 'prefix', 'prefixes')}; above ${limit} Microsoft ends the BGP session.`,
    next: md`Summarise them into ${limit} or fewer.`,
  }),
  'prefix-twice': ({ at, value }) => ({
    what: md`${peeringInputNames[at]}: ${typed(value)} is there twice.`,
    next: md`Take one of them out.`,
  }),
  'prefix-default-route': ({ at, value }) => ({
    what: md`${peeringInputNames[at]}: ${value} is the default route, which Microsoft peering refuses.`,
    next: md`Enter the public prefixes that are yours.`,
  }),
};
