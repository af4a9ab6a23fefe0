import type { FieldChange } from '../../circuit/changes.ts';
import type { Circuit } from '../../circuit/circuit.ts';
import { type Blocker, blockersOf } from '../../circuit/deletion.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { DeleteIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { type BlockedRefusal, blockedRefusal, blockerFacts } from './blockers.ts';
import type { CommonRefusal } from './common-refusal.ts';
import { peeringTitle } from './peering-title.ts';
import { providerStateOf, refOf, restingTarget, stateFacts } from './target.ts';
import type { TargetRef } from './target-ref.ts';

type ProviderRefusal = {
  readonly on: TargetRef;
  readonly provider: string;
  /** As Azure names it. */
  readonly providerState: string;
};

export type DeleteRefusal =
  | CommonRefusal
  | BlockedRefusal
  /** `blockers`: what has to go as well, told with it. */
  | ({ readonly code: 'deprovision-first'; readonly blockers: readonly Blocker[] } & ProviderRefusal)
  | ({ readonly code: 'still-deprovisioning' } & ProviderRefusal)
  | ({ readonly code: 'provider-state-unknown'; readonly operation: 'delete' } & ProviderRefusal);

/** Only what the provider has let go of can be deleted (facts/azure.md 4.1 and 6); Azure would find out minutes later. */
export function planDelete(intent: DeleteIntent, inputs: PlanInputs): Result<Plan, DeleteRefusal> {
  const resting = restingTarget(intent, inputs);
  if (!resting.ok) return resting;
  const sight = resting.value;
  const refusal = providerRefusal(sight, inputs) ?? blockedRefusal(sight, inputs, 'delete');
  if (refusal) return refuse(refusal);
  return answer({
    changes: changesOf(sight.circuit),
    seen: [...stateFacts(sight.circuit), ...blockerFacts(sight, inputs)],
    cautions: ['delete-is-final'],
    policy: 'delete',
    steps: [{ kind: 'delete-circuit' }],
  });
}

function changesOf({ name, peerings }: Circuit): readonly FieldChange[] {
  const domains = peerings.map(({ type }) => peeringTitle(type)).join(', ');
  return [
    { field: 'Circuit', before: name, after: '' },
    ...(domains === '' ? [] : [{ field: 'Routing domains', before: domains, after: '' }]),
  ];
}

function providerRefusal(sight: CircuitSight, { connections }: PlanInputs): DeleteRefusal | undefined {
  const { circuit } = sight;
  if (circuit.service.kind === 'direct') return undefined;
  const { provider } = circuit.service;
  const told = { on: refOf(circuit), provider, providerState: providerStateOf(circuit) };
  switch (told.providerState) {
    case 'NotProvisioned':
      return undefined;
    case 'Provisioning':
    case 'Provisioned':
      return { code: 'deprovision-first', ...told, blockers: blockersOf(sight, connections) };
    case 'Deprovisioning':
    case 'DeProvisioned':
      return { code: 'still-deprovisioning', ...told };
    default:
      return { code: 'provider-state-unknown', ...told, operation: 'delete' };
  }
}
