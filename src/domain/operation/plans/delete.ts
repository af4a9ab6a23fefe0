import type { FieldChange } from '../../circuit/changes.ts';
import type { Circuit } from '../../circuit/circuit.ts';
import { type Blocker, blockersOf } from '../../circuit/deletion.ts';
import { peeringName } from '../../peering/peering-name.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { DeleteIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { type BlockedRefusal, blockedRefusal, blockerFacts } from './blockers.ts';
import type { CommonRefusal } from './common-refusal.ts';
import { type ProviderStanding, standingOf } from './provider-standing.ts';
import { restingTarget, stateFacts } from './target.ts';

export type DeleteRefusal =
  | CommonRefusal
  | BlockedRefusal
  /** `blockers`: what has to go as well, told with it. */
  | ({ readonly code: 'deprovision-first'; readonly blockers: readonly Blocker[] } & ProviderStanding)
  | ({ readonly code: 'still-deprovisioning' } & ProviderStanding)
  | ({ readonly code: 'provider-state-unknown'; readonly operation: 'delete' } & ProviderStanding);

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
  const domains = peerings.map(({ type }) => peeringName(type)).join(', ');
  return [
    { field: 'Circuit', before: name, after: '' },
    ...(domains === '' ? [] : [{ field: 'Routing domains', before: domains, after: '' }]),
  ];
}

function providerRefusal(sight: CircuitSight, { connections }: PlanInputs): DeleteRefusal | undefined {
  const { circuit } = sight;
  if (circuit.service.kind === 'direct') return undefined;
  const told = standingOf(circuit, circuit.service);
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
