import type { Circuit } from '../../circuit/circuit.ts';
import { isSame, nameOf } from '../../open-enum.ts';
import { addressFamilies, type Peering, type PublicPrefixes } from '../../peering/peering.ts';
import type { PrefixState } from '../../peering/prefix-states.ts';
import type { Case, CaseFacts, CasePrefix, OpenReason } from './case.ts';

const accepted: readonly PrefixState[] = ['Configured', 'ManuallyVerified'];

/** What a case would be about; undefined: the circuit advertises no public prefixes. */
export function factsOf(circuit: Circuit): CaseFacts | undefined {
  const peering = microsoftPeering(circuit);
  const prefixes = addressFamilies.flatMap((family): readonly CasePrefix[] => {
    const list = peering?.[family]?.publicPrefixes;
    return list ? prefixesOf(list).map((entry) => ({ ...entry, family })) : [];
  });
  if (!peering || prefixes.length === 0) return undefined;
  const lists = listsOf(peering);
  const customerAsn = lists.find((list) => list.customerAsn)?.customerAsn;
  const routingRegistry = lists.find((list) => list.routingRegistry)?.routingRegistry;
  return {
    ...(peering.peerAsn === undefined ? {} : { peerAsn: peering.peerAsn }),
    ...(customerAsn === undefined ? {} : { customerAsn }),
    ...(routingRegistry === undefined ? {} : { routingRegistry }),
    prefixes,
  };
}

function microsoftPeering(circuit: Circuit): Peering | undefined {
  return circuit.peerings.find(({ type }) => isSame(type, 'MicrosoftPeering'));
}

function listsOf(peering: Peering): readonly PublicPrefixes[] {
  return addressFamilies.flatMap((family) => peering[family]?.publicPrefixes ?? []);
}

/** A prefix of its own state goes by that; one without by the state of the whole list. */
function prefixesOf(list: PublicPrefixes): readonly Omit<CasePrefix, 'family'>[] {
  const each = new Map(list.each.map(({ prefix, state }) => [prefix, state]));
  const names = [...new Set([...list.advertised, ...each.keys()])];
  return names.map((prefix) => {
    const state = each.get(prefix);
    const isSettled = state === undefined ? nameOf(list.state) === 'Configured' : isAccepted(state);
    return {
      prefix,
      ...(state === undefined ? {} : { state }),
      ...(isSettled ? { isSettled } : {}),
    };
  });
}

function isAccepted(state: PrefixState): boolean {
  return accepted.some((one) => isSame(one, state));
}

const manual: readonly PrefixState[] = ['ManualValidationNeeded'];
const needed: readonly PrefixState[] = ['ValidationNeeded', 'ValidationFailed', ...manual];

/** Why a case should be there; undefined: nothing waits for a manual validation. */
export function reasonToOpen(circuit: Circuit): OpenReason | undefined {
  const peering = microsoftPeering(circuit);
  if (!peering) return undefined;
  const lists = listsOf(peering).filter(({ advertised, each }) => advertised.length + each.length > 0);
  const states = lists.flatMap(({ each }) => each.flatMap(({ state }) => state ?? []));
  const reaches = (wanted: readonly PrefixState[]) =>
    states.some((state) => wanted.some((one) => isSame(one, state)));
  if (reaches(manual)) return 'manual-validation';
  const isNeeded = reaches(needed) || lists.some(({ state }) => nameOf(state) === 'ValidationNeeded');
  return isNeeded ? 'validation-needed' : undefined;
}

/** What people agreed on and is different now: the list of prefixes, AS numbers, the registry. States may change. */
export function changesOf(before: CaseFacts, after: CaseFacts): readonly string[] {
  const old = before.prefixes.map(({ prefix }) => prefix);
  const now = after.prefixes.map(({ prefix }) => prefix);
  const added = now.filter((prefix) => !old.includes(prefix));
  const gone = old.filter((prefix) => !now.includes(prefix));
  return [
    ...added.map((prefix) => `${prefix} is advertised now`),
    ...gone.map((prefix) => `${prefix} is not advertised any more`),
    ...field('peer ASN', before.peerAsn, after.peerAsn),
    ...field('customer ASN', before.customerAsn, after.customerAsn),
    ...field('routing registry', before.routingRegistry, after.routingRegistry),
  ];
}

function field(name: string, before: string | number | undefined, after: string | number | undefined) {
  return before === after ? [] : [`${name} ${before ?? 'none'} → ${after ?? 'none'}`];
}

/** The prefixes that Microsoft has accepted since. */
export function newlySettled(it: Pick<Case, 'facts'>, after: CaseFacts): readonly string[] {
  const open = it.facts.prefixes.filter(({ isSettled }) => !isSettled).map(({ prefix }) => prefix);
  return after.prefixes
    .filter(({ prefix, isSettled }) => isSettled && open.includes(prefix))
    .map(({ prefix }) => prefix);
}
