import { linkCountOf } from '../../circuit/links.ts';
import { nameOf } from '../../open-enum.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { Caution } from '../caution.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { ResizeIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { bandwidthPart, familyPart, type ResizePart, tierPart } from './resize-parts.ts';
import type { ResizeRefusal } from './resize-refusal.ts';
import { restingTarget, stateFacts } from './target.ts';

/** Bandwidth up, Metered to Unlimited, Standard to Premium and back: all that Azure changes in place. */
export function planResize(intent: ResizeIntent, inputs: PlanInputs): Result<Plan, ResizeRefusal> {
  const resting = restingTarget(intent, inputs);
  if (!resting.ok) return resting;
  const { name, provisioningState } = resting.value.circuit;
  if (nameOf(provisioningState) !== 'Succeeded') {
    return refuse({ code: 'target-unsettled', name, provisioningState: nameOf(provisioningState) });
  }
  const parts: ResizePart[] = [];
  for (const read of [bandwidthPart, tierPart, familyPart]) {
    const part = read(intent, resting.value, inputs);
    if (!part.ok) return part;
    if (part.value) parts.push(part.value);
  }
  return parts.length === 0
    ? refuse({ code: 'nothing-to-change', name })
    : answer(toPlan(parts, resting.value, inputs));
}

function toPlan(parts: readonly ResizePart[], sight: CircuitSight, { connections }: PlanInputs): Plan {
  const step = Object.assign({}, ...parts.map(({ fields }) => fields));
  const cautions = new Set<Caution>(parts.flatMap((part) => part.cautions));
  const countsLinks = cautions.has('standard-limits-apply');
  return {
    changes: parts.map(({ change }) => change),
    seen: [
      ...stateFacts(sight.circuit),
      ...(countsLinks ? [{ name: 'Links', value: String(linkCountOf(sight, connections)) }] : []),
    ],
    cautions: [...cautions],
    policy: 'resize',
    steps: [{ kind: 'change-circuit', ...step }],
  };
}
