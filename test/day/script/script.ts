import type { Cast, DayEvent } from './event.ts';
import { providerWork, smallChanges, validationCases } from './life-of-circuits.ts';
import { flappingLinks, metricHoles, singleDrops, siteOutage } from './link-trouble.ts';
import { azureThrottles, slackIsAway } from './outages.ts';
import { microsoftWork, ownWork } from './planned-work.ts';

const parts = [
  singleDrops,
  flappingLinks,
  siteOutage,
  metricHoles,
  microsoftWork,
  ownWork,
  providerWork,
  validationCases,
  smallChanges,
  azureThrottles,
  slackIsAway,
];

/** A day in the life of many circuits, in the order in which it happens. */
export function writeScript(cast: Cast): readonly DayEvent[] {
  return parts.flatMap((part) => part(cast)).toSorted((a, b) => a.minute - b.minute);
}
