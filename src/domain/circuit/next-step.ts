import type { Instant } from '../instant.ts';
import { nameOf } from '../open-enum.ts';
import { isRetired, prefixListsOf } from '../peering/reading.ts';
import type { Circuit } from './circuit.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { isLate, promiseOf } from './provider-wait.ts';
import { type RoutingOwner, routingOwnerOf } from './routing-owner.ts';
import { situationOf } from './situation.ts';
import { isBusy } from './states.ts';

/** Everybody waits for somebody. */
export type Actor = 'you' | 'provider' | 'microsoft' | 'nobody';

export type NextStep = {
  readonly who: Actor;
  readonly action: NextAction;
  /** Where it is about a provider who has the order or is late. */
  readonly wait?: ProviderWait;
};

/** What is known of the wait for a provider. */
export type ProviderWait = {
  readonly since?: Instant;
  readonly orderNumber?: string;
  readonly promisedOn?: string;
};

export type NextAction =
  | 'wait-for-azure'
  | 'mend-failed-write'
  | 'mend-disabled-circuit'
  | 'give-service-key'
  | 'wait-for-order'
  | 'wait-for-provisioning'
  | 'chase-provider'
  | 'configure-routing'
  | 'wait-for-provider-routing'
  | 'enable-peering'
  | 'prove-prefix-ownership'
  | 'wait-for-prefix-validation'
  | 'reenable-or-delete'
  | 'wait-for-deprovisioning'
  | 'ask-about-unknown-state'
  | 'nothing';

/** What comes next for a circuit and who must do it. The first thing that is in the way wins. */
export function nextStepOf(known: KnownCircuit): NextStep {
  const { circuit } = known;
  if (nameOf(circuit.provisioningState) === 'Failed') return { who: 'you', action: 'mend-failed-write' };
  if (isBusy(circuit.provisioningState)) return { who: 'microsoft', action: 'wait-for-azure' };
  if (nameOf(circuit.status) === 'Disabled') return { who: 'you', action: 'mend-disabled-circuit' };
  switch (situationOf(known)) {
    case 'created':
      return known.order ? awaited(known, 'wait-for-order') : { who: 'you', action: 'give-service-key' };
    case 'provider-working':
      return awaited(known, 'wait-for-provisioning');
    case 'deprovisioning':
      return { who: 'provider', action: 'wait-for-deprovisioning' };
    case 'deprovisioned':
      return { who: 'you', action: 'reenable-or-delete' };
    case 'unrecognised':
      return { who: 'you', action: 'ask-about-unknown-state' };
    case 'ready':
    case 'direct':
      return nextForRouting(circuit, routingOwnerOf(circuit, known.order));
  }
}

function awaited(known: KnownCircuit, action: 'wait-for-order' | 'wait-for-provisioning'): NextStep {
  const { order, waitingSince } = known;
  const late = isLate(known);
  if (!order && !late) return { who: 'provider', action };
  const promisedOn = promiseOf(known);
  const since = waitingSince ?? order?.recordedAt;
  const wait = {
    ...(since === undefined ? {} : { since }),
    ...(order?.orderNumber ? { orderNumber: order.orderNumber } : {}),
    ...(promisedOn ? { promisedOn } : {}),
  };
  return late ? { who: 'you', action: 'chase-provider', wait } : { who: 'provider', action, wait };
}

function nextForRouting(circuit: Circuit, owner: RoutingOwner): NextStep {
  const peerings = circuit.peerings.filter((peering) => !isRetired(peering));
  if (peerings.length === 0) {
    return owner === 'provider'
      ? { who: 'provider', action: 'wait-for-provider-routing' }
      : { who: 'you', action: 'configure-routing' };
  }
  const prefixStates = peerings.flatMap(prefixListsOf).map(({ list }) => nameOf(list.state));
  if (prefixStates.includes('ValidationNeeded')) return { who: 'you', action: 'prove-prefix-ownership' };
  if (peerings.some((peering) => nameOf(peering.state) === 'Disabled')) {
    return owner === 'provider'
      ? { who: 'provider', action: 'wait-for-provider-routing' }
      : { who: 'you', action: 'enable-peering' };
  }
  if (prefixStates.includes('Configuring')) return { who: 'microsoft', action: 'wait-for-prefix-validation' };
  return { who: 'nobody', action: 'nothing' };
}

/** True where a person of the company has something to do: `needs:attention`. */
export function needsAttention(known: KnownCircuit): boolean {
  return nextStepOf(known).who === 'you';
}

/** True while something is moving by itself, so that looking more often is worth a read. */
export function isInTransition({ circuit }: KnownCircuit): boolean {
  if (isBusy(circuit.provisioningState)) return true;
  const moving = ['Provisioning', 'Deprovisioning', 'DeProvisioned'];
  if (circuit.service.kind === 'provider' && moving.includes(nameOf(circuit.service.providerState)))
    return true;
  return circuit.peerings.flatMap(prefixListsOf).some(({ list }) => nameOf(list.state) === 'Configuring');
}
