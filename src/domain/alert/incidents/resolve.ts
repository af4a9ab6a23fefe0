import type { Instant } from '../../instant.ts';
import type { Incident } from '../incident.ts';
import { withStep } from './steps.ts';

/** It lasted until it got well, not until that was believed. */
export function resolve(
  { flapping, ...incident }: Incident,
  ending: NonNullable<Incident['ending']>,
  now: Instant,
): Incident {
  const lastedMs = Math.max(0, (incident.goodSince ?? now) - incident.firstBadAt);
  return withStep({ ...incident, state: 'resolved', resolvedAt: now, ending }, now, {
    kind: 'resolved',
    lastedMs,
    ending,
  });
}
