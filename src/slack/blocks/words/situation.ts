import type { KnownCircuit } from '../../../domain/circuit/known-circuit.ts';
import { type NextStep, nextStepOf } from '../../../domain/circuit/next-step.ts';
import { type Situation, situationOf } from '../../../domain/circuit/situation.ts';
import { isBusy } from '../../../domain/circuit/states.ts';
import { nameOf } from '../../../domain/open-enum.ts';

/** What each situation is called, everywhere. */
const names: Readonly<Record<Situation, string>> = {
  created: 'created, not ordered yet',
  'provider-working': 'provider is provisioning it',
  ready: 'provisioned',
  deprovisioning: 'being deprovisioned',
  deprovisioned: 'deprovisioned, still billed',
  direct: 'on ExpressRoute Direct',
  unrecognised: 'in a state that Trunkline does not know',
};

/** After a number: `3 not ordered yet`. */
const countNames: Readonly<Record<Situation, string>> = {
  ...names,
  created: 'not ordered yet',
  'provider-working': 'being provisioned',
  deprovisioned: 'deprovisioned and still billed',
};

export function countedSituation(situation: Situation, count: number): string {
  return `${count} ${countNames[situation]}`;
}

/** The situation of a circuit in a few words, trouble first. */
export function standing(known: KnownCircuit): string {
  const { circuit } = known;
  if (nameOf(circuit.provisioningState) === 'Failed') return "Azure's last write failed";
  if (isBusy(circuit.provisioningState))
    return `Azure is ${nameOf(circuit.provisioningState).toLowerCase()} it`;
  if (nameOf(circuit.status) === 'Disabled') return 'disabled on Microsoft’s side';
  const { action } = nextStepOf(known);
  if (action === 'wait-for-order') return 'created and ordered';
  if (action === 'chase-provider') return 'the provider is late';
  if (action === 'prove-prefix-ownership') return 'provisioned, prefixes need validation';
  if (action === 'configure-routing') return 'ready, no routing yet';
  if (action === 'enable-peering') return 'a routing domain is disabled';
  return names[situationOf(known)];
}

/** A sign beside the words, never instead of them. */
export function signOf(known: KnownCircuit): string {
  const trouble =
    nameOf(known.circuit.provisioningState) === 'Failed' || nameOf(known.circuit.status) === 'Disabled';
  return trouble ? ':red_circle:' : signOfStep(nextStepOf(known));
}

function signOfStep({ who }: NextStep): string {
  switch (who) {
    case 'you':
      return ':large_yellow_circle:';
    case 'provider':
    case 'microsoft':
      return ':hourglass_flowing_sand:';
    case 'nobody':
      return ':large_green_circle:';
  }
}
