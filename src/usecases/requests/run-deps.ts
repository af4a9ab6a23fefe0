import type { StepCommand } from '../../domain/approval/command.ts';
import { decideStep } from '../../domain/approval/decide-step.ts';
import { isOver, type Request } from '../../domain/approval/request.ts';
import type { ExecutingRequest } from '../../domain/approval/step-phase.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlanRefusal, planIntent } from '../../domain/operation/plan-intent.ts';
import { isWrite, type WriteStep } from '../../domain/operation/step.ts';
import type { Gatekeeper, Log, Now, Rules } from '../ports.ts';
import { type MoveDeps, moveRequest } from './move-request.ts';
import type { InputDeps } from './read-plan-inputs.ts';
import type { RunMemory } from './run-memory.ts';

/** What carrying requests out works with. */
export type RunDeps = InputDeps &
  MoveDeps & {
    readonly gatekeeper: Gatekeeper;
    readonly rules: Pick<Rules, 'policy'>;
    /** The rules: planIntent. */
    readonly plan: typeof planIntent;
    /** A refusal in words, for the request's message. */
    readonly sentenceOf: (refusal: PlanRefusal) => string;
    readonly memory: RunMemory;
    /** How often Azure is polled: a provider is not asked after more often. */
    readonly pollIntervalMs: number;
    /** Something was written: what became of the circuit is worth a look soon. */
    readonly pollSoon?: () => void;
    readonly now: Now;
    readonly log: Log;
  };

/** When to look at a request again; undefined: at once. */
export type Again = Instant | undefined;

/** Takes a request one step further. A command that does not fit the state is a bug. */
export async function take(deps: RunDeps, request: Request, command: StepCommand): Promise<Request> {
  const at = deps.now();
  const decided = decideStep(command, request, at);
  if (!decided.ok)
    throw new Error(`${request.id} is ${decided.refusal.state}: "${command.kind}" does not fit.`);
  const after = await moveRequest(deps, request, decided.value, at);
  if (isOver(after)) deps.memory.forget(request.id);
  return after;
}

export function writeOf({ plan, step, id }: ExecutingRequest): WriteStep {
  const current = plan.steps[step];
  if (!current || !isWrite(current)) throw new Error(`Step ${step} of ${id} writes nothing.`);
  return current;
}

/** The step under way is done. What was written will show in the next poll. */
export async function finishStep(deps: RunDeps, request: ExecutingRequest): Promise<Again> {
  const step = request.plan.steps[request.step];
  await take(deps, request, { kind: 'finish-step' });
  deps.memory.forget(request.id);
  if (step && isWrite(step)) deps.pollSoon?.();
  return undefined;
}
