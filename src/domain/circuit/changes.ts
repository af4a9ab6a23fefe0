import type { Instant } from '../instant.ts';
import type { Link } from '../peering/link.ts';
import type { AddressFamily, PeeringState, PeeringType } from '../peering/peering.ts';
import type { PrefixesState, PrefixState } from '../peering/prefix-states.ts';
import type { SessionPlace, SessionState } from '../peering/session.ts';
import type { Sku } from './circuit.ts';
import type { CircuitId } from './circuit-id.ts';
import type { NextStep } from './next-step.ts';
import type { Situation } from './situation.ts';
import type { CircuitStatus, ProviderState } from './states.ts';

/** The kinds of change that a subscription can ask for, in the words of `/circuit subscribe kind:…`. */
export const changeKinds = [
  'circuit-found',
  'circuit-gone',
  'provider-state',
  'status',
  'provisioning-failed',
  'provisioning-recovered',
  'peering-added',
  'peering-removed',
  'peering-state',
  'peering-changed',
  'prefixes-state',
  'prefix-state',
  'bandwidth',
  'sku',
  'order-overdue',
  'provider-stuck',
  'bgp-session',
  'arp',
  'prefix-count',
  'vnet-link',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

type PeeringPart = { readonly peering: PeeringType };
type PrefixPart = PeeringPart & { readonly family: AddressFamily };

/** What two polls saw differently, or that a time has passed. */
export type Difference =
  | { readonly kind: 'circuit-found' }
  | { readonly kind: 'circuit-gone' }
  | { readonly kind: 'provider-state'; readonly before: ProviderState; readonly after: ProviderState }
  | { readonly kind: 'status'; readonly before: CircuitStatus; readonly after: CircuitStatus }
  | { readonly kind: 'provisioning-failed' }
  | { readonly kind: 'provisioning-recovered' }
  | ({ readonly kind: 'peering-added'; readonly state: PeeringState } & PeeringPart)
  | ({ readonly kind: 'peering-removed' } & PeeringPart)
  | ({
      readonly kind: 'peering-state';
      readonly before: PeeringState;
      readonly after: PeeringState;
    } & PeeringPart)
  | ({
      readonly kind: 'peering-changed';
      /** lastModifiedBy as Azure tells it, when it does. */
      readonly by?: string;
      readonly fields: readonly FieldChange[];
    } & PeeringPart)
  | ({
      readonly kind: 'prefixes-state';
      readonly before: PrefixesState;
      readonly after: PrefixesState;
    } & PrefixPart)
  | ({
      readonly kind: 'prefix-state';
      readonly prefix: string;
      /** Absent: Azure had said nothing of this prefix. */
      readonly before?: PrefixState;
      readonly after: PrefixState;
    } & PrefixPart)
  | { readonly kind: 'bandwidth'; readonly beforeMbps: number; readonly afterMbps: number }
  | { readonly kind: 'sku'; readonly before: Sku; readonly after: Sku }
  /** The promised day, `2026-12-31`, is over and the provider is not done. */
  | { readonly kind: 'order-overdue'; readonly promisedOn: string }
  /** Nothing was promised, and the provider has been waited for so long. */
  | { readonly kind: 'provider-stuck'; readonly sinceDays: number }
  | (SessionPlace & {
      readonly kind: 'bgp-session';
      readonly before: SessionState;
      readonly after: 'up' | 'down';
      /** As the edge names it, of a session that is down. */
      readonly bgpState?: string;
    })
  | {
      readonly kind: 'arp';
      readonly peering: PeeringType;
      readonly link: Link;
      readonly before: SessionState;
      readonly after: 'up' | 'down';
    }
  /** `fell`: sharply, against what is usual; `near-limit`: the session is about to be dropped; `normal`: neither any more. */
  | (SessionPlace & {
      readonly kind: 'prefix-count';
      readonly before: number;
      readonly after: number;
      readonly turn: 'fell' | 'near-limit' | 'normal';
      readonly limit: number;
    })
  | {
      readonly kind: 'vnet-link';
      readonly connection: string;
      readonly resourceGroup: string;
      readonly gateway: string;
      readonly before: string;
      readonly after: string;
    };

/** One setting of a peering, named as the portal names it; values are text ready to show, '' when there was none. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** The circuit as a change must name it, also when the circuit itself is gone. */
export type CircuitRef = {
  readonly id: CircuitId;
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly provider: string;
  readonly peeringLocation: string;
  readonly tags: Readonly<Record<string, string>>;
};

/** A difference with everything that a message about it needs later, when the circuit may have moved on. */
export type Change = {
  /** Unique and stable: a message about it is owed under this id. */
  readonly id: string;
  readonly at: Instant;
  readonly circuit: CircuitRef;
  readonly difference: Difference;
  readonly situation: Situation;
  readonly next: NextStep;
};
