import { at, type DayEvent } from './event.ts';

const hour = 60;

/** Azure throttles everything from 14:00 to 14:10. */
export function azureThrottles(): readonly DayEvent[] {
  const fault = (kind: string) => ({ path: 'faults', body: { target: 'azure', kind, retryAfter: 30 } });
  return [at(14 * hour, fault('throttle')), at(14 * hour + 10, fault('clear'))];
}

/** Slack is away from 16:00 to 16:20. */
export function slackIsAway(): readonly DayEvent[] {
  const fault = (kind: string) => ({ path: 'faults', body: { target: 'slack', kind } });
  return [at(16 * hour, fault('error')), at(16 * hour + 20, fault('clear'))];
}
