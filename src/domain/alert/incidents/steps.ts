import type { Instant } from '../../instant.ts';
import { type Incident, type StepWhat, stepLimit } from '../incident.ts';

/** The incident with this in its story. How it began is never left out. */
export function withStep(incident: Incident, at: Instant, what: StepWhat): Incident {
  const [first, ...rest] = incident.steps;
  const step = { n: (incident.steps.at(-1)?.n ?? 0) + 1, at, what };
  if (!first) return { ...incident, steps: [step] };
  const kept = [...rest, step].slice(-(stepLimit - 1));
  return {
    ...incident,
    steps: [first, ...kept],
    omittedSteps: incident.omittedSteps + rest.length + 1 - kept.length,
  };
}
