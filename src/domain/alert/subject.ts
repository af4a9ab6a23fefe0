import type { ChangeKind } from '../circuit/changes.ts';
import type { CircuitId } from '../circuit/circuit-id.ts';
import { nameOf } from '../open-enum.ts';
import type { AddressFamily, PeeringType } from '../peering/peering.ts';

/** Where Trunkline can be blind. */
export const blindSpots = [
  /** A subscription's circuits cannot be read: Azure away, credentials refused or expired, forbidden, throttled. */
  'subscription',
  /** The metrics of a subscription's region cannot be read: sessions are seen later, by route tables alone. */
  'metrics',
  /** Polls do not happen when they are due. */
  'polls',
  /** This machine's clock and Azure's or Slack's differ. */
  'clock',
  /** The store or the audit trail cannot be written: disk full, read-only. */
  'disk',
  /** Slack does not take messages. */
  'slack',
  /** Slack refused a message for good and it was put aside. */
  'parked',
] as const;
export type BlindSpot = (typeof blindSpots)[number];

/** What an incident is about. There is one incident at most for a subject at a time. */
export type Subject =
  /** The BGP sessions of one peering, both links and both families together. */
  | { readonly kind: 'connectivity'; readonly circuitId: CircuitId; readonly peering: PeeringType }
  /** So many prefixes that Microsoft is about to drop the session. */
  | {
      readonly kind: 'prefix-limit' | 'prefix-drop';
      readonly circuitId: CircuitId;
      readonly peering: PeeringType;
      readonly family: AddressFamily;
    }
  /** The last write to the circuit, or to one of its peerings, ended Failed. */
  | { readonly kind: 'provisioning'; readonly circuitId: CircuitId }
  /** circuitProvisioningState is Disabled. */
  | { readonly kind: 'status'; readonly circuitId: CircuitId }
  /** Advertised public prefixes that Microsoft does not validate. */
  | {
      readonly kind: 'validation';
      readonly circuitId: CircuitId;
      readonly peering: PeeringType;
      readonly family: AddressFamily;
    }
  /** What the public registries have of the prefixes that Microsoft accepted on the Microsoft peering. */
  | { readonly kind: 'registry'; readonly circuitId: CircuitId; readonly family: AddressFamily }
  /** The certificates whose keys signed for these prefixes. */
  | { readonly kind: 'certificate'; readonly circuitId: CircuitId }
  | {
      readonly kind: 'vnet-link';
      readonly circuitId: CircuitId;
      readonly resourceGroup: string;
      readonly connection: string;
    }
  /** `scope`: a subscription, or `subscription/region`; '' where there is only one. */
  | { readonly kind: 'blind'; readonly spot: BlindSpot; readonly scope: string };
export type SubjectKind = Subject['kind'];

/** The same for the same subject, and for no other. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'connectivity':
      return `connectivity ${subject.circuitId} ${nameOf(subject.peering)}`;
    case 'prefix-limit':
    case 'prefix-drop':
    case 'validation':
      return `${subject.kind} ${subject.circuitId} ${nameOf(subject.peering)} ${subject.family}`;
    case 'provisioning':
    case 'status':
    case 'certificate':
      return `${subject.kind} ${subject.circuitId}`;
    case 'registry':
      return `registry ${subject.circuitId} ${subject.family}`;
    case 'vnet-link':
      return `vnet-link ${subject.circuitId} ${subject.resourceGroup}/${subject.connection}`.toLowerCase();
    case 'blind':
      return `blind ${subject.spot} ${subject.scope}`;
  }
}

/** Undefined: it is about Trunkline itself. */
export function circuitOf(subject: Subject): CircuitId | undefined {
  return subject.kind === 'blind' ? undefined : subject.circuitId;
}

/** The kinds of change under which a subscription or a mute means this subject. Blindness is everybody's: none. */
export function kindsOf(subject: Subject): readonly ChangeKind[] {
  switch (subject.kind) {
    case 'connectivity':
      return ['bgp-session', 'arp'];
    case 'prefix-limit':
    case 'prefix-drop':
      return ['prefix-count'];
    case 'provisioning':
      return ['provisioning-failed', 'provisioning-recovered'];
    case 'status':
      return ['status'];
    case 'validation':
    case 'registry':
    case 'certificate':
      return ['prefixes-state', 'prefix-state'];
    case 'vnet-link':
      return ['vnet-link'];
    case 'blind':
      return [];
  }
}
