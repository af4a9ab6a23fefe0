import type { Circuit } from '../circuit/circuit.ts';
import type { PeeringSettings } from '../operation/intent.ts';
import { peeringOf } from '../peering/ground.ts';
import { canonicalText } from '../peering/network.ts';
import {
  type AddressFamily,
  addressFamilies,
  type Peering,
  type PublicPrefixes,
} from '../peering/peering.ts';
import type { PrefixState } from '../peering/prefix-states.ts';
import { prefixListsOf } from '../peering/reading.ts';
import type { AskedPrefix, PreflightQuestion } from './preflight.ts';

/** What a circuit advertises over Microsoft peering, as Azure told it last. Undefined: it has no such peering. */
export function circuitQuestion(
  circuit: Circuit,
  organizationNames: readonly string[],
): PreflightQuestion | undefined {
  const peering = peeringOf(circuit, 'MicrosoftPeering');
  if (!peering) return undefined;
  const prefixes = prefixListsOf(peering).flatMap(({ family, list }) => askedOf(family, list));
  return { peerAsn: peering.peerAsn, organizationNames, prefixes };
}

function askedOf(family: AddressFamily, list: PublicPrefixes): readonly AskedPrefix[] {
  const { advertised, customerAsn, routingRegistry } = list;
  return advertised.map((prefix) => ({
    prefix,
    family,
    customerAsn,
    routingRegistry,
    state: stateOf(list, prefix),
  }));
}

/**
 * A peering that was validated as a whole, long before single prefixes had states: each of its prefixes was. Azure may
 * write a prefix in one list not as in the other.
 */
function stateOf({ each, state }: PublicPrefixes, prefix: string): PrefixState | undefined {
  const own = each.find((entry) => canonicalText(entry.prefix) === canonicalText(prefix))?.state;
  return own ?? (state === 'Configured' ? state : undefined);
}

/** What settings would have it advertise. Of a prefix that is there already, with the same AS number and registry, the state stays. */
export function settingsQuestion(
  settings: PeeringSettings,
  circuit: Circuit,
  organizationNames: readonly string[],
): PreflightQuestion {
  const present = peeringOf(circuit, 'MicrosoftPeering');
  const prefixes = addressFamilies.flatMap((family) => {
    const { advertisedPrefixes = [], customerAsn, routingRegistry } = settings[family] ?? {};
    return advertisedPrefixes.map((prefix) => ({ prefix, family, customerAsn, routingRegistry }));
  });
  const { peerAsn } = settings;
  return { peerAsn, organizationNames, prefixes: prefixes.map((one) => standing(one, peerAsn, present)) };
}

function standing(asked: AskedPrefix, peerAsn: number, present: Peering | undefined): AskedPrefix {
  const list = present?.[asked.family]?.publicPrefixes;
  const isSame =
    list !== undefined &&
    present?.peerAsn === peerAsn &&
    (list.customerAsn || 0) === (asked.customerAsn || 0) &&
    list.advertised.some((prefix) => canonicalText(prefix) === canonicalText(asked.prefix));
  return isSame ? { ...asked, state: stateOf(list, asked.prefix) } : asked;
}
