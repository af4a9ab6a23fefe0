import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import { isBusy } from '../../domain/circuit/states.ts';
import type { WriteStep } from '../../domain/operation/step.ts';
import { AzureFault, type StepStand } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import type { Raw } from '../raw.ts';
import { readRaw, stateOf } from '../read-raw.ts';
import { type Act, actOf, type Put } from './act.ts';
import { standOfFailoverTest } from './failover-test.ts';

/** Whether a step has been done, from the resource itself, as far as that can be seen there. */
export async function stand(
  arm: ArmClient,
  target: CircuitAddress,
  step: WriteStep,
  wait: Wait,
): Promise<StepStand> {
  const act = actOf(target, step);
  if (act.kind !== 'put' && act.kind !== 'delete') return standOfFailoverTest(arm, target, act, wait);
  const now = await readRaw(arm, act.url);
  if (act.kind === 'put') return now ? standOfPut(now, act, seenPart(target, step)) : { kind: 'undone' };
  if (!now) return { kind: 'done' };
  return { kind: stateOf(now) === 'Deleting' ? 'under-way' : 'undone' };
}

/** The step without what Azure does not tell: a shared key, and that it looked once more. */
function seenPart(target: CircuitAddress, step: WriteStep): Act {
  if (step.kind === 'put-signature') {
    const { again: _, ...seen } = step;
    return actOf(target, seen);
  }
  if (step.kind !== 'put-peering') return actOf(target, step);
  const { sharedKey: _, ...settings } = step.settings;
  return actOf(target, { ...step, settings });
}

function standOfPut(now: Raw, { change }: Put, seen: Act): StepStand {
  const state = stateOf(now);
  if (isBusy(state)) return { kind: 'under-way' };
  if (seen.kind !== 'put' || changes(now, seen.change)) return { kind: 'undone' };
  if (state === 'Failed' || state === 'Canceled') return { kind: 'failed', failure: unexplained(state) };
  return { kind: changes(now, change) ? 'unseen' : 'done' };
}

/** What the step must not touch, it has not made. */
function changes(now: Raw, change: Put['change']): boolean {
  try {
    return change(now) !== now;
  } catch (fault) {
    if (fault instanceof AzureFault && fault.kind === 'refused') return true;
    throw fault;
  }
}

function unexplained(state: string) {
  const message = `Azure says that the change ended as ${state}, and does not say why`;
  return { code: state, message, details: [] };
}
