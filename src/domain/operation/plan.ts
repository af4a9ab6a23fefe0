import type { FieldChange } from '../circuit/changes.ts';
import type { Circuit } from '../circuit/circuit.ts';
import type { Connectivity } from '../circuit/connectivity.ts';
import type { Order } from '../circuit/order.ts';
import type { Caution } from './caution.ts';
import type {
  CircuitSight,
  Connection,
  FailoverTest,
  Gateway,
  ProviderOffer,
  ResourceGroup,
} from './circuit-sight.ts';
import type { Step } from './step.ts';

/**
 * What would be done, as people see it before they confirm or approve it. Made anew just before it is carried out:
 * when `changes` or `seen` are different then, what was approved is stale.
 */
export type Plan = {
  /** What will be different; fields named as the portal names them, values ready to show, no secrets. */
  readonly changes: readonly FieldChange[];
  /** The facts that the decision rests on: states, links, blockers. */
  readonly seen: readonly Fact[];
  readonly cautions: readonly Caution[];
  /** The very circuit that was looked at (see CircuitSight); absent when there is none, or Azure does not tell. */
  readonly resourceGuid?: string;
  /** Which line of the policy says who must approve. */
  readonly policy: PolicyKey;
  readonly steps: readonly Step[];
};

export type Fact = { readonly name: string; readonly value: string };

/** The policy tells a peering that overrides a layer 3 provider apart from one's own. */
export const policyKeys = [
  'create',
  'peering',
  'peering-layer-3',
  'sign',
  'link',
  'unlink',
  'resize',
  'deprovision',
  'delete',
  'failover',
] as const;
export type PolicyKey = (typeof policyKeys)[number];

/** Everything that was read for a plan. Undefined: it was not asked for, or could not be read. */
export type PlanInputs = {
  /** Undefined: there is no such circuit. */
  readonly sight: CircuitSight | undefined;
  /** What people recorded about the order. */
  readonly order: Order | undefined;
  /** Connections to this circuit. */
  readonly connections: readonly Connection[];
  /** Gateways of the subscriptions that Trunkline watches. */
  readonly gateways: readonly Gateway[];
  /** The live catalogue of the subscription; only for create and resize. */
  readonly offers: readonly ProviderOffer[];
  readonly resourceGroups: readonly ResourceGroup[];
  /** Circuits of the same subscription, this one included; from memory. */
  readonly neighbours: readonly Circuit[];
  /** Only for failover; undefined: Azure offers no such tests there. */
  readonly failoverTests: readonly FailoverTest[] | undefined;
  /** What looks at the circuit's sessions told; only for failover, from memory. */
  readonly connectivity?: Connectivity;
};
