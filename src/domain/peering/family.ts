import type { FamilySettings, SetPeeringIntent } from '../operation/intent.ts';
import { answer, type Result, refuse } from '../result.ts';
import type { Network } from './addresses.ts';
import { asnRefusals } from './asn.ts';
import { type Ground, othersThan, peeringOf } from './ground.ts';
import { canonicalText } from './network.ts';
import type { AddressFamily, PeeringFamily } from './peering.ts';
import { readPrefixes } from './prefixes.ts';
import type { SettingRefusal } from './refusal.ts';
import { noRegistry, registryRefusals } from './registry.ts';
import { pairRefusals, readPair } from './subnets.ts';

type Checked<T> = Result<T, readonly SettingRefusal[]>;

/** The settings of one address family in canonical form, or all that is wrong with them; undefined: none are wanted. */
export function checkFamily(
  family: AddressFamily,
  { peering, settings }: SetPeeringIntent,
  ground: Ground,
): Checked<FamilySettings | undefined> {
  const wanted = settings[family];
  if (!wanted) return answer(undefined);
  const isMicrosoft = peering === 'MicrosoftPeering';
  const subnets = checkSubnets(family, wanted, {
    publicOnly: isMicrosoft,
    others: othersThan(ground.circuit, peering),
    networks: ground.networks,
  });
  const present = peeringOf(ground.circuit, peering)?.[family];
  const advertising = isMicrosoft ? checkAdvertising(family, wanted, present) : answer({});
  if (subnets.ok && advertising.ok) return answer({ ...subnets.value, ...advertising.value });
  return refuse([subnets, advertising].flatMap((checked) => (checked.ok ? [] : checked.refusal)));
}

function checkSubnets(
  family: AddressFamily,
  wanted: FamilySettings,
  ground: Parameters<typeof pairRefusals>[1],
): Checked<FamilySettings> {
  const pair = readPair(family, wanted);
  if (!pair.ok) return pair;
  const refusals = pairRefusals(pair.value, ground);
  const { primary, secondary } = pair.value;
  return refusals.length === 0
    ? answer({ primarySubnet: primary.text, secondarySubnet: secondary.text })
    : refuse(refusals);
}

/** What Microsoft peering says besides: which prefixes come from here, whose they are, and where that is registered. */
function checkAdvertising(
  family: AddressFamily,
  { advertisedPrefixes = [], customerAsn, routingRegistry = noRegistry }: FamilySettings,
  present: PeeringFamily | undefined,
): Checked<Omit<FamilySettings, 'primarySubnet' | 'secondarySubnet'>> {
  const prefixes = readPrefixes(family, advertisedPrefixes);
  const refusals = [
    ...(customerAsn === undefined ? [] : asnRefusals(customerAsn, 'customer-asn')),
    ...registryRefusals(routingRegistry, present?.publicPrefixes?.routingRegistry),
  ];
  if (!prefixes.ok) return refuse([prefixes.refusal, ...refusals]);
  if (refusals.length > 0) return refuse(refusals);
  return answer({
    advertisedPrefixes: asTheyStand(prefixes.value, present),
    ...(customerAsn === undefined ? {} : { customerAsn }),
    ...(hasNoRegistry(present) && routingRegistry === noRegistry ? {} : { routingRegistry }),
  });
}

/** Azure says NONE or nothing where there is no registry: what says nothing is left so. */
function hasNoRegistry(present: PeeringFamily | undefined): boolean {
  return present?.publicPrefixes !== undefined && present.publicPrefixes.routingRegistry === undefined;
}

/** A prefix that is there already is written as Azure has it: its verdict and signature hang on that text. */
function asTheyStand(prefixes: readonly Network[], present: PeeringFamily | undefined): readonly string[] {
  const standing = present?.publicPrefixes?.advertised ?? [];
  return prefixes.map(({ text }) => standing.find((prefix) => canonicalText(prefix) === text) ?? text);
}
