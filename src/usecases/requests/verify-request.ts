import type { Rule } from '../../domain/approval/policy.ts';
import type { Request, StaleReason } from '../../domain/approval/request.ts';
import { hasWritten } from '../../domain/approval/step-phase.ts';
import { unmetPolicy } from '../../domain/approval/unmet-policy.ts';
import { whatChanged } from '../../domain/approval/what-changed.ts';
import { isBusy } from '../../domain/circuit/states.ts';
import type { Intent } from '../../domain/operation/intent.ts';
import type { PlanInputs } from '../../domain/operation/plan.ts';
import { AzureFault, type AzureFaultKind } from '../ports.ts';
import { mayApprove } from './may-approve.ts';
import { readPlanInputs } from './read-plan-inputs.ts';
import type { RunDeps } from './run-deps.ts';

/** `busy`: Azure is in the middle of some other write. `unknown`: who may cannot be told now. */
export type Verdict =
  | { readonly kind: 'holds' | 'busy' | 'unknown' }
  | { readonly kind: 'stale'; readonly why: StaleReason };

const holds: Verdict = { kind: 'holds' };
const busy: Verdict = { kind: 'busy' };
const unknown: Verdict = { kind: 'unknown' };

/**
 * Whether what was approved still holds, just before it is written: the people's roles, the policy, the rules, and what
 * they saw.
 * Between the writes of one request nothing is compared, since each changes what is seen. `mayHaveArrived`: all
 * that can be seen is as it was asked for already, so there is nothing to compare.
 */
export async function verifyRequest(
  deps: RunDeps,
  request: Request,
  mayHaveArrived = false,
): Promise<Verdict> {
  const afterWaiting = isAfterWaiting(request);
  if (request.state === 'executing' && hasWritten(request) && !afterWaiting) return holds;
  const allowed = await verifyPeople(deps, request);
  if (allowed.kind !== 'holds') return allowed;
  const unmet = unmetPolicy(request, policyNow(deps, request));
  if (unmet) return stale({ kind: 'changed', changes: [unmet] });
  try {
    return await (afterWaiting ? verifyDelete(deps, request) : verifyPlan(deps, request, mayHaveArrived));
  } catch (fault) {
    if (!(fault instanceof AzureFault) || !isLasting(fault.kind)) throw fault;
    return stale({ kind: 'refused', sentence: fault.message });
  }
}

/** Days may have passed since the plan was made, and the provider has changed what was seen: it may be deleted, or not. */
function isAfterWaiting(request: Request): boolean {
  return (
    request.state === 'executing' &&
    request.plan.steps[request.step - 1]?.kind === 'await-deprovisioned' &&
    request.plan.steps[request.step]?.kind === 'delete-circuit'
  );
}

/** Approvers need the role that was asked for when they agreed, and the one that is asked for now. */
async function verifyPeople(deps: RunDeps, request: Request): Promise<Verdict> {
  const { intent, requestedBy, approvals, rule } = request;
  const { gatekeeper } = deps;
  const rules = [rule, policyNow(deps, request)].filter((one) => one.approvals > 0);
  const checks = [
    { userId: requestedBy, ask: () => gatekeeper.check(requestedBy, intent.operation, intent.target) },
    ...rules.flatMap((asking) =>
      approvals.map(({ by }) => ({
        userId: by,
        ask: () => mayApprove(gatekeeper, by, { intent, rule: asking }),
      })),
    ),
  ];
  for (const { userId, ask } of checks) {
    const allowed = await ask();
    if (allowed.ok) continue;
    return allowed.refusal.code === 'groups-unreadable' ? unknown : stale({ kind: 'not-allowed', userId });
  }
  return holds;
}

function policyNow({ rules }: RunDeps, { plan }: Request): Rule {
  return rules.policy()[plan.policy];
}

async function verifyPlan(
  deps: RunDeps,
  { intent, plan }: Request,
  mayHaveArrived: boolean,
): Promise<Verdict> {
  const inputs = await readPlanInputs(deps, intent);
  const now = deps.plan(intent, inputs);
  if (!now.ok) return isMoving(inputs) ? busy : refused(deps.sentenceOf(now.refusal));
  if (mayHaveArrived) return holds;
  const changes = whatChanged(plan, now.value);
  if (changes.length === 0) return holds;
  const by = changerOf(intent, inputs);
  return stale({ kind: 'changed', changes, ...(by === undefined ? {} : { by }) });
}

async function verifyDelete(deps: RunDeps, { intent, plan }: Request): Promise<Verdict> {
  const deletion: Intent = { operation: 'delete', target: intent.target };
  const inputs = await readPlanInputs(deps, deletion);
  const planned = deps.plan(deletion, inputs);
  if (planned.ok) {
    const changes = whatChanged({ ...planned.value, resourceGuid: plan.resourceGuid }, planned.value);
    return changes.length === 0 ? holds : stale({ kind: 'changed', changes });
  }
  return isMoving(inputs) ? busy : refused(deps.sentenceOf(planned.refusal));
}

/** Azure carries out some other write: what is seen in the middle of it says nothing. */
function isMoving({ sight }: PlanInputs): boolean {
  return sight !== undefined && isBusy(sight.circuit.provisioningState);
}

function changerOf(intent: Intent, { sight }: PlanInputs): string | undefined {
  if (intent.operation !== 'peering') return undefined;
  return sight?.circuit.peerings.find(({ name }) => name === intent.peering)?.lastModifiedBy;
}

/** Asking again would be of no use. */
function isLasting(kind: AzureFaultKind): boolean {
  return kind === 'refused' || kind === 'forbidden' || kind === 'not-found';
}

function refused(sentence: string): Verdict {
  return stale({ kind: 'refused', sentence });
}

function stale(why: StaleReason): Verdict {
  return { kind: 'stale', why };
}
