import type { KnownCircuit } from '../circuit/known-circuit.ts';
import { situationOf } from '../circuit/situation.ts';
import { isBusy } from '../circuit/states.ts';
import { peeringOf } from '../peering/ground.ts';
import type { Operation } from './operation.ts';

/**
 * What makes sense to offer for a circuit as it is known, the likely next first. Whether it may be done is decided when
 * it is asked for. `linkCount` undefined: the links could not be read.
 */
export function possibleOperations(
  known: KnownCircuit,
  linkCount: number | undefined,
): readonly Exclude<Operation, 'create'>[] {
  const { provisioningState, authorizations } = known.circuit;
  const sign = peeringOf(known.circuit, 'MicrosoftPeering') ? (['sign'] as const) : [];
  const situation = situationOf(known);
  if (isBusy(provisioningState)) return situation === 'direct' ? [] : ['order'];
  const unlink = linkCount === 0 && authorizations.length === 0 ? [] : (['unlink'] as const);
  const inUse = ['peering', ...sign, 'link', ...unlink, 'resize', 'failover'] as const;
  switch (situation) {
    case 'created':
      return ['key', 'order', 'resize', 'delete'];
    case 'provider-working':
      return ['order', 'key', 'resize', 'deprovision'];
    case 'ready':
      return [...inUse, 'order', 'key', 'deprovision'];
    case 'direct':
      return [...inUse, 'delete'];
    case 'deprovisioning':
      return [...unlink, 'order'];
    case 'deprovisioned':
      return ['delete', 'order', 'key', ...unlink];
    case 'unrecognised':
      return ['order', 'key'];
  }
}
