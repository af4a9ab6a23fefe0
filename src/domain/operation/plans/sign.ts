import type { FieldChange } from '../../circuit/changes.ts';
import type { Circuit } from '../../circuit/circuit.ts';
import { isBusy } from '../../circuit/states.ts';
import { utc } from '../../instant.ts';
import { nameOf } from '../../open-enum.ts';
import { peeringOf } from '../../peering/ground.ts';
import { addressFamilies, type Peering } from '../../peering/peering.ts';
import { isAccepted, type PrefixState } from '../../peering/prefix-states.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { Caution } from '../caution.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { RecordStanding, SignIntent } from '../intent.ts';
import type { Fact, Plan, PlanInputs } from '../plan.ts';
import type { CommonRefusal } from './common-refusal.ts';
import { refOf, restingTarget, stateFacts } from './target.ts';
import type { TargetRef } from './target-ref.ts';

export type SignPlanRefusal =
  | CommonRefusal
  | { readonly code: 'no-microsoft-peering'; readonly on: TargetRef }
  | {
      readonly code: 'prefix-not-advertised';
      readonly on: TargetRef;
      readonly prefix: string;
      readonly advertised: readonly string[];
    };

/**
 * Changes one field of one prefix. That the signature fits was seen when it was checked; what it signs, the prefix, the
 * AS numbers and the circuit itself, is among the facts, so that a change of them makes a request stale.
 */
export function planSign(intent: SignIntent, inputs: PlanInputs): Result<Plan, SignPlanRefusal> {
  const target = restingTarget(intent, inputs);
  if (!target.ok) return target;
  const { circuit } = target.value;
  const peering = peeringOf(circuit, 'MicrosoftPeering');
  if (!peering) return refuse({ code: 'no-microsoft-peering', on: refOf(circuit) });
  const { name } = circuit;
  const { provisioningState } = peering;
  if (isBusy(provisioningState))
    return refuse({ code: 'target-unsettled', name, provisioningState: nameOf(provisioningState) });
  const entry = entryOf(peering, intent);
  if (!entry) return refuse(notAdvertised(circuit, peering, intent.prefix));
  const before = signatureOf(target.value, intent);
  const again = before === intent.signature;
  if (again && entry.state === 'Configured') return refuse({ code: 'nothing-to-change', name });
  const { family, prefix, signature } = intent;
  return answer({
    changes: [again ? askedAgain(prefix, entry.state) : signed(intent, before)],
    seen: [...stateFacts(circuit), ...peeringFacts(peering, entry.state), ...checkedFacts(intent)],
    cautions: [...intent.cautions, ...updateCaution(peering)],
    policy: 'sign',
    steps: [{ kind: 'put-signature', family, prefix, signature, ...(again ? { again } : {}) }],
  });
}

type Entry = { readonly prefix: string; readonly state?: PrefixState };

function entryOf(peering: Peering, { family, prefix }: SignIntent): Entry | undefined {
  return peering[family]?.publicPrefixes?.each.find((entry) => isSamePrefix(entry.prefix, prefix));
}

function signatureOf({ signatures = {} }: CircuitSight, { prefix }: SignIntent): string {
  return Object.entries(signatures).find(([other]) => isSamePrefix(other, prefix))?.[1] ?? '';
}

/** IPv6 is written in either case. */
function isSamePrefix(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function notAdvertised(circuit: Circuit, peering: Peering, prefix: string): SignPlanRefusal {
  const all = addressFamilies.flatMap((family) => peering[family]?.publicPrefixes?.each ?? []);
  const advertised = all.map((entry) => entry.prefix);
  return { code: 'prefix-not-advertised', on: refOf(circuit), prefix, advertised };
}

function signed({ prefix, signature }: SignIntent, before: string): FieldChange {
  return { field: `Signature of ${prefix}`, before: shortened(before), after: shortened(signature) };
}

function askedAgain(prefix: string, state: PrefixState | undefined): FieldChange {
  return { field: `Validation of ${prefix}`, before: stateName(state), after: 'checked again' };
}

/** 684 characters say no more than their ends do. */
function shortened(signature: string): string {
  return signature.length <= 24 ? signature : `${signature.slice(0, 10)}…${signature.slice(-10)}`;
}

function stateName(state: PrefixState | undefined): string {
  return state === undefined ? 'none yet' : nameOf(state);
}

function peeringFacts({ peerAsn, ipv4, ipv6 }: Peering, state: PrefixState | undefined): readonly Fact[] {
  const customer = [ipv4, ipv6].flatMap((family) => family?.publicPrefixes?.customerAsn ?? []);
  return [
    { name: 'Prefix state', value: stateName(state) },
    { name: 'Peer ASN', value: String(peerAsn ?? 'not told') },
    { name: 'Customer ASN', value: customer.join(', ') || 'none' },
  ];
}

const standings: Readonly<Record<RecordStanding, string>> = {
  'holds-it': 'holds the certificate',
  'holds-another': 'holds another certificate',
  'holds-none': 'holds no certificate',
  'no-record': 'not found',
  unread: 'could not be read',
};

function checkedFacts({ certificate, record }: SignIntent): readonly Fact[] {
  return [
    { name: 'Certificate', value: `RSA ${certificate.keyBits}, until ${utc(certificate.validTo)}` },
    { name: 'SHA-256', value: certificate.fingerprint },
    { name: 'Registry record', value: standings[record] },
  ];
}

/** What is not validated carries nothing that could be disturbed. */
function updateCaution(peering: Peering): readonly Caution[] {
  const each = addressFamilies.flatMap((family) => peering[family]?.publicPrefixes?.each ?? []);
  const carries = each.some(({ state }) => isAccepted(state));
  return carries ? ['signature-updates-peering'] : [];
}
