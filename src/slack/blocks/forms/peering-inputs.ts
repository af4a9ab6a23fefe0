import type { PeeringInput } from '../../../domain/peering/input.ts';
import type { AddressFamily, Peering } from '../../../domain/peering/peering.ts';
import type { Input } from '../../writes/values.ts';

const input = (name: PeeringInput): Input => ({ block: `peering.${name}`, action: `peering.${name}` });

/** Names of the inputs, by what is typed in them. */
export const peeringInputs: Readonly<Record<PeeringInput, Input>> = {
  vlan: input('vlan'),
  'peer-asn': input('peer-asn'),
  'shared-key': input('shared-key'),
  'ipv4-primary': input('ipv4-primary'),
  'ipv4-secondary': input('ipv4-secondary'),
  'ipv6-primary': input('ipv6-primary'),
  'ipv6-secondary': input('ipv6-secondary'),
  'ipv4-prefixes': input('ipv4-prefixes'),
  'ipv6-prefixes': input('ipv6-prefixes'),
  'customer-asn': input('customer-asn'),
  registry: input('registry'),
  edge: input('edge'),
  override: input('override'),
};

/** What an input of Slack's takes, and how much of it is filled at first, so that there is room for more. */
export const prefixesLimit = 3_000;
const filledLimit = 2_400;

/**
 * Two hundred prefixes are more than one input takes: the list stands in as many as it needs, the first under the
 * input's own name.
 */
export function prefixesInput(family: AddressFamily, part: number): Input {
  const { block, action } = peeringInputs[`${family}-prefixes`];
  return part === 0 ? { block, action } : { block: `${block}.${part + 1}`, action: `${action}.${part + 1}` };
}

/** The list in parts, one prefix a line; at least one part. */
export function prefixParts(prefixes: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const prefix of prefixes) {
    const longer = [parts.at(-1) ?? '', prefix].filter(Boolean).join('\n');
    if (parts.length > 0 && longer.length <= filledLimit) parts[parts.length - 1] = longer;
    else parts.push(prefix);
  }
  return parts.length > 0 ? parts : [''];
}

/** What the form asks for once and Azure keeps of each address family: as it stands in the form at first. */
export function sharedBetweenFamilies(present: Peering | undefined): {
  readonly customerAsn: number | undefined;
  readonly routingRegistry: string | undefined;
} {
  const lists = [present?.ipv4?.publicPrefixes, present?.ipv6?.publicPrefixes];
  return {
    customerAsn: lists.find((list) => list?.customerAsn !== undefined)?.customerAsn,
    routingRegistry: lists.find((list) => list?.routingRegistry !== undefined)?.routingRegistry,
  };
}
