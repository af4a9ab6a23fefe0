import type { Instant } from '../../instant.ts';
import type { Incident, StepWhat } from '../incident.ts';
import { revised } from './revision.ts';
import { withStep } from './steps.ts';

/**
 * Somebody has it. That stays through everything that it turns into, worse too: who has it wants to know, and those
 * who must be woken are, by a fresh message. It ends when the incident is over and comes back.
 */
export function acknowledge(
  incident: Incident,
  { by, note, at }: { readonly by: string; readonly note?: string; readonly at: Instant },
): Incident {
  const said = { by, ...(note ? { note } : {}) };
  return tell(incident, { acknowledged: { ...said, at } }, { kind: 'acknowledged', ...said }, at);
}

export function assign(
  incident: Incident,
  { to, by, at }: { readonly to: string; readonly by: string; readonly at: Instant },
): Incident {
  return tell(incident, { assigned: { to, by, at } }, { kind: 'assigned', to, by }, at);
}

/** Its story tells who wanted to hear no more of it, and until when; the mute itself is the channel's. */
export function noteMute(
  incident: Incident,
  { at, ...mute }: Omit<Extract<StepWhat, { kind: 'muted' }>, 'kind'> & { readonly at: Instant },
): Incident {
  return tell(incident, {}, { kind: 'muted', ...mute }, at);
}

function tell(incident: Incident, change: Partial<Incident>, what: StepWhat, at: Instant): Incident {
  return revised(incident, withStep({ ...incident, ...change }, at, what), at);
}
