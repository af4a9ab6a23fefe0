import type { Incident } from '../incident.ts';
import { type IncidentView, viewStepLimit } from '../notice.ts';

/** What a channel is shown of an incident. */
export function incidentView(
  incident: Incident,
  { during, isMoved }: Pick<IncidentView, 'during' | 'isMoved'> = {},
): IncidentView {
  const { tellings, revision, bads, steps, omittedSteps, ...shown } = incident;
  return {
    ...shown,
    steps: steps.slice(-viewStepLimit),
    ...(during ? { during } : {}),
    ...(isMoved ? { isMoved } : {}),
  };
}
