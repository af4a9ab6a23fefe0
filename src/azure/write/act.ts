import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { WriteStep } from '../../domain/operation/step.ts';
import type { Raw } from '../raw.ts';
import { refusal } from '../refusal.ts';
import { circuitUrl, resourceUrl } from '../resource-url.ts';
import { changedCircuit } from './changed-circuit.ts';
import { changedConnection, joins } from './changed-connection.ts';
import { changedPeering } from './changed-peering.ts';
import { changedSignature } from './changed-signature.ts';
import { madeCircuit } from './made-circuit.ts';
import type { StepOf } from './step-of.ts';

/** What a step does to which resource. */
export type Act = Put | Delete | FailoverTestAct;

/**
 * `change`: what the resource becomes; undefined: there is none. Gives back the very same object when nothing is to be
 * changed, and throws AzureFault when the step must not touch it.
 */
export type Put = {
  readonly kind: 'put';
  readonly url: string;
  change(before: Raw | undefined): Raw;
};

/** `check` throws AzureFault when what is there now is not what was meant. */
export type Delete = { readonly kind: 'delete'; readonly url: string; check?(before: Raw): void };

export type FailoverTestAct = StepOf<'start-failover-test' | 'stop-failover-test'>;

/** `authorizationKey`: of the authorization that a connection redeems. */
export function actOf(target: CircuitAddress, step: WriteStep, authorizationKey?: string): Act {
  switch (step.kind) {
    case 'create-circuit':
      return put(circuitUrl(target), (before) => madeCircuit(before, step));
    case 'change-circuit':
      return put(circuitUrl(target), (before) => changedCircuit(before, step));
    case 'put-peering':
      return put(circuitUrl(target, ['peerings', step.peering]), (before) => changedPeering(before, step));
    case 'put-signature':
      return put(circuitUrl(target, ['peerings', 'MicrosoftPeering']), (before) =>
        changedSignature(before, step),
      );
    case 'put-authorization':
      // A PUT on one that exists fails or makes a new key (azure-cli #1194): one that is there is left alone.
      return put(circuitUrl(target, ['authorizations', step.name]), (before) => before ?? { properties: {} });
    case 'put-connection':
      return put(resourceUrl(step.connectionId), (before) =>
        changedConnection(before, target, step, authorizationKey),
      );
    case 'delete-circuit':
      return { kind: 'delete', url: circuitUrl(target) };
    case 'delete-peering':
      return { kind: 'delete', url: circuitUrl(target, ['peerings', step.peering]) };
    case 'delete-authorization':
      return { kind: 'delete', url: circuitUrl(target, ['authorizations', step.name]) };
    case 'delete-connection':
      return {
        kind: 'delete',
        url: resourceUrl(step.connectionId),
        check: (before) => checkJoins(before, target, step),
      };
    case 'start-failover-test':
    case 'stop-failover-test':
      return step;
  }
}

function put(url: string, change: Put['change']): Put {
  return { kind: 'put', url, change };
}

function checkJoins(
  before: Raw,
  target: CircuitAddress,
  { connectionId }: StepOf<'delete-connection'>,
): void {
  if (joins(before, target)) return;
  throw refusal('OtherConnection', `This connection belongs to another circuit now (${connectionId})`);
}
