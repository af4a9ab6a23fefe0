import type { FieldChange } from '../../circuit/changes.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { Caution } from '../caution.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { DeprovisionIntent } from '../intent.ts';
import type { Fact, Plan, PlanInputs } from '../plan.ts';
import type { Step } from '../step.ts';
import { type BlockedRefusal, blockedRefusal, blockerFacts } from './blockers.ts';
import type { CommonRefusal } from './common-refusal.ts';
import { type ProviderStanding, standingOf } from './provider-standing.ts';
import { providerStateOf, refOf, restingTarget, stateFacts } from './target.ts';
import type { TargetRef } from './target-ref.ts';

export type DeprovisionRefusal =
  | CommonRefusal
  | BlockedRefusal
  /** On ExpressRoute Direct nobody provisions, so nobody deprovisions. */
  | { readonly code: 'nothing-to-deprovision'; readonly on: TargetRef }
  | { readonly code: 'already-deprovisioned'; readonly on: TargetRef }
  | ({ readonly code: 'already-deprovisioning' } & ProviderStanding)
  | ({ readonly code: 'deprovision-state-unknown' } & ProviderStanding);

/**
 * The provider does it, days later and outside of Azure: Trunkline waits, reports and, when asked to, deletes. What
 * hangs on the circuit does not forbid deprovisioning, only the deletion.
 */
export function planDeprovision(
  intent: DeprovisionIntent,
  inputs: PlanInputs,
): Result<Plan, DeprovisionRefusal> {
  const resting = restingTarget(intent, inputs);
  if (!resting.ok) return resting;
  const sight = resting.value;
  const refusal =
    stateRefusal(sight) ?? (intent.thenDelete ? blockedRefusal(sight, inputs, 'deprovision') : undefined);
  if (refusal) return refuse(refusal);
  return answer({
    changes: changesOf(intent, sight),
    seen: [...stateFacts(sight.circuit), ...blockerFacts(sight, inputs), ...orderFacts(inputs)],
    cautions: cautionsOf(intent),
    // Whoever agrees to this agrees to the deletion: it is not asked for again.
    policy: intent.thenDelete ? 'delete' : 'deprovision',
    steps: stepsOf(intent),
  });
}

function stateRefusal({ circuit }: CircuitSight): DeprovisionRefusal | undefined {
  const on = refOf(circuit);
  if (circuit.service.kind === 'direct') return { code: 'nothing-to-deprovision', on };
  const told = standingOf(circuit, circuit.service);
  switch (told.providerState) {
    case 'Provisioned':
    case 'Provisioning':
      return undefined;
    case 'NotProvisioned':
      return { code: 'already-deprovisioned', on };
    case 'Deprovisioning':
    case 'DeProvisioned':
      return { code: 'already-deprovisioning', ...told };
    default:
      return { code: 'deprovision-state-unknown', ...told };
  }
}

function changesOf({ thenDelete }: DeprovisionIntent, { circuit }: CircuitSight): readonly FieldChange[] {
  return [
    { field: 'Provider state', before: providerStateOf(circuit), after: 'NotProvisioned' },
    ...(thenDelete ? [{ field: 'Circuit', before: circuit.name, after: '' }] : []),
  ];
}

function orderFacts({ order }: PlanInputs): readonly Fact[] {
  return order?.orderNumber ? [{ name: 'Order', value: order.orderNumber }] : [];
}

function cautionsOf({ thenDelete }: DeprovisionIntent): readonly Caution[] {
  const always = ['deprovisioning-ends-service', 'billing-until-deleted'] as const;
  return thenDelete ? [...always, 'deleted-when-deprovisioned', 'delete-is-final'] : always;
}

function stepsOf({ thenDelete }: DeprovisionIntent): readonly Step[] {
  return thenDelete
    ? [{ kind: 'await-deprovisioned' }, { kind: 'delete-circuit' }]
    : [{ kind: 'await-deprovisioned' }];
}
