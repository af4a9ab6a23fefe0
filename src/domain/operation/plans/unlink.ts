import type { Result } from '../../result.ts';
import type { UnlinkIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { planDisconnect } from './disconnect.ts';
import { planRevoke } from './revoke.ts';
import { restingTarget } from './target.ts';
import type { UnlinkRefusal } from './unlink-refusal.ts';

export type { UnlinkRefusal } from './unlink-refusal.ts';

/** A link may be taken away whatever the provider does: it has to be, before a circuit can be deleted. */
export function planUnlink(intent: UnlinkIntent, inputs: PlanInputs): Result<Plan, UnlinkRefusal> {
  const resting = restingTarget(intent, inputs);
  if (!resting.ok) return resting;
  const { what } = intent;
  return what.kind === 'connection'
    ? planDisconnect(what, resting.value, inputs)
    : planRevoke(what.name, resting.value, inputs);
}
