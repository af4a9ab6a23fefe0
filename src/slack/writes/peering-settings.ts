import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { FamilySettings, PeeringSettings, SettablePeering } from '../../domain/operation/intent.ts';
import { asnRange } from '../../domain/peering/asn.ts';
import { peeringOf } from '../../domain/peering/ground.ts';
import type { AsnInput } from '../../domain/peering/input.ts';
import { type AddressFamily, addressFamilies, type Peering } from '../../domain/peering/peering.ts';
import { vlanRange } from '../../domain/peering/vlan.ts';
import { peeringInputs, prefixesInput, sharedBetweenFamilies } from '../blocks/forms/peering-inputs.ts';
import type { Reading } from './reading.ts';
import { chosenOf, type FormValues } from './values.ts';

/** The settings as they were typed. What is no number is noted as a problem here; all other rules are the domain's. */
export function readPeeringSettings(
  reading: Reading,
  values: FormValues,
  circuit: Circuit,
  peering: SettablePeering,
): PeeringSettings {
  const present = peeringOf(circuit, peering);
  const isMicrosoft = peering === 'MicrosoftPeering';
  const sharedKey = reading.text(peeringInputs['shared-key']);
  const shared = isMicrosoft ? readShared(reading, values) : {};
  const families = addressFamilies.flatMap((family) => {
    const subnets = readFamily(reading, values, family, isMicrosoft);
    return subnets ? [[family, { ...subnets, ...ownOf(family, shared, present) }] as const] : [];
  });
  return {
    vlanId: readVlan(reading),
    peerAsn: readAsn(reading, 'peer-asn'),
    ...(sharedKey === '' ? {} : { sharedKey }),
    ...Object.fromEntries(families),
  };
}

function readVlan(reading: Reading): number {
  const value = reading.text(peeringInputs.vlan);
  if (isWhole(value)) return Number(value);
  reading.check(peeringInputs.vlan, { code: 'vlan-malformed', at: 'vlan', value, ...vlanRange });
  return Number.NaN;
}

/** `AS64510` is what some write. */
function readAsn(reading: Reading, at: AsnInput): number {
  const value = reading.text(peeringInputs[at]);
  const digits = value.replace(/^AS\s?/iu, '');
  if (isWhole(digits)) return Number(digits);
  reading.check(peeringInputs[at], { code: 'asn-malformed', at, value, ...asnRange });
  return Number.NaN;
}

/** At most as many digits as a number of 32 bits has. */
function isWhole(text: string): boolean {
  return /^\d{1,10}$/u.test(text);
}

/** Undefined: nothing of this family was typed. */
function readFamily(
  reading: Reading,
  values: FormValues,
  family: AddressFamily,
  isMicrosoft: boolean,
): FamilySettings | undefined {
  const primarySubnet = reading.text(peeringInputs[`${family}-primary`]);
  const secondarySubnet = reading.text(peeringInputs[`${family}-secondary`]);
  const advertisedPrefixes = isMicrosoft ? readPrefixes(values, family) : [];
  if (primarySubnet === '' && secondarySubnet === '' && advertisedPrefixes.length === 0) return undefined;
  return { primarySubnet, secondarySubnet, ...(isMicrosoft ? { advertisedPrefixes } : {}) };
}

/** One a line, from all the inputs that the list stands in; commas and blanks do too. */
function readPrefixes(values: FormValues, family: AddressFamily): readonly string[] {
  const { block } = prefixesInput(family, 0);
  const parts = Object.keys(values).filter((key) => key === block || key.startsWith(`${block}.`));
  const typed = parts.flatMap((part) => Object.values(values[part] ?? {}).map(({ value }) => value ?? ''));
  return typed.flatMap((text) => text.split(/[\s,;]+/u)).filter((prefix) => prefix !== '');
}

type Shared = Pick<FamilySettings, 'customerAsn' | 'routingRegistry'>;

function readShared(reading: Reading, values: FormValues): Shared {
  const typed = reading.text(peeringInputs['customer-asn']);
  const registry = chosenOf(values, peeringInputs.registry);
  return {
    ...(typed === '' ? {} : { customerAsn: readAsn(reading, 'customer-asn') }),
    ...(registry === '' ? {} : { routingRegistry: registry }),
  };
}

/** Azure keeps these of each family. One that was left as the form showed it stays as it is in each. */
function ownOf(family: AddressFamily, typed: Shared, present: Peering | undefined): Shared {
  const list = present?.[family]?.publicPrefixes;
  if (!list) return typed;
  const shown = sharedBetweenFamilies(present);
  const customerAsn = typed.customerAsn === shown.customerAsn ? list.customerAsn : typed.customerAsn;
  const isRegistryKept = typed.routingRegistry === shown.routingRegistry;
  const routingRegistry = isRegistryKept ? list.routingRegistry : typed.routingRegistry;
  return {
    ...(customerAsn === undefined ? {} : { customerAsn }),
    ...(routingRegistry === undefined ? {} : { routingRegistry }),
  };
}
