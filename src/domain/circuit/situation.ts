import { nameOf } from '../open-enum.ts';
import type { Circuit } from './circuit.ts';
import type { KnownCircuit } from './known-circuit.ts';

/**
 * Where a circuit stands in its life. Source: expressroute-workflows.md (2023-06-30).
 * `created` and `deprovisioned` are both NotProvisioned on the wire: the history tells them apart.
 */
export const situations = [
  'created',
  'provider-working',
  'ready',
  'deprovisioning',
  'deprovisioned',
  'direct',
  'unrecognised',
] as const;
export type Situation = (typeof situations)[number];

export function situationOf({ circuit, wasProvisioned }: KnownCircuit): Situation {
  const { service } = circuit;
  if (service.kind === 'direct') return 'direct';
  switch (service.providerState) {
    case 'NotProvisioned':
      return wasProvisioned ? 'deprovisioned' : 'created';
    case 'Provisioning':
      return 'provider-working';
    case 'Provisioned':
      return 'ready';
    case 'Deprovisioning':
    case 'DeProvisioned':
      return 'deprovisioning';
    default:
      return 'unrecognised';
  }
}

/**
 * Whether what is seen now proves that the provider has worked on the circuit at some time. Peerings count: routing
 * can be configured only on a Provisioned circuit, so a NotProvisioned one that has some was deprovisioned. They count
 * at first sight only, because Azure's test providers let peerings be created on new circuits (recorded 2020).
 */
export function showsProvisioning(circuit: Circuit, firstSight: boolean): boolean {
  if (circuit.service.kind === 'direct') return false;
  const state = nameOf(circuit.service.providerState);
  if (state === 'Provisioned' || state === 'Deprovisioning' || state === 'DeProvisioned') return true;
  return firstSight && state === 'NotProvisioned' && circuit.peerings.length > 0;
}
