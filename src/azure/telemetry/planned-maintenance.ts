import { z } from 'zod';
import type { Instant } from '../../domain/instant.ts';
import type { PlannedMaintenance } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import { readValues } from '../read/read-values.ts';
import { resourceUrl } from '../resource-url.ts';
import { isSameText } from '../same-text.ts';

const moment = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((at) => !Number.isNaN(at));
const text = z.string().catch('');

/**
 * An event of Azure Service Health, as far as it concerns us; without a beginning and an end it is no window. Source:
 * Azure/azure-rest-api-specs, Microsoft.ResourceHealth 2022-10-01, Events_ListBySubscriptionId.
 */
const EventWire = z.object({
  name: z.string().min(1),
  properties: z.object({
    eventType: text,
    status: text,
    title: text,
    impactStartTime: moment,
    impactMitigationTime: moment,
    impact: z.array(
      z.object({
        impactedService: text,
        impactedRegions: z.array(z.object({ impactedRegion: text, status: text })).catch([]),
      }),
    ),
  }),
});
type EventWire = z.infer<typeof EventWire>;

const eventType = 'PlannedMaintenance';

/** Announced two weeks ahead as a rule, and kept by Azure for 90 days; an event that nothing was said of for so long is over. */
const lookBackMs = 60 * 86_400_000;

export async function listPlannedMaintenance(
  arm: ArmClient,
  subscriptionId: string,
  now: Instant,
): Promise<readonly PlannedMaintenance[]> {
  const events = await readValues(arm, urlFor(subscriptionId, now), 'planned maintenance');
  return events.flatMap((event) => {
    const { data } = EventWire.safeParse(event);
    return data ? toMaintenance(subscriptionId, data) : [];
  });
}

/** Filter: as documented for Az.ResourceHealth's Get-AzResourceHealthEvent. The day is written as in the specification. */
function urlFor(subscriptionId: string, now: Instant): string {
  const day = new Date(now - lookBackMs);
  return resourceUrl(`/subscriptions/${subscriptionId}/providers/Microsoft.ResourceHealth/events`, {
    'api-version': '2022-10-01',
    $filter: `Properties/EventType eq '${eventType}'`,
    queryStartTime: `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`,
  });
}

function toMaintenance(subscriptionId: string, event: EventWire): readonly PlannedMaintenance[] {
  const { name, properties } = event;
  const { impact, status, title, impactStartTime: from, impactMitigationTime: until } = properties;
  const ours = impact.filter(({ impactedService }) => /express\s*route/iu.test(impactedService));
  if (!isSameText(properties.eventType, eventType) || ours.length === 0) return [];
  const regions = ours.flatMap(({ impactedRegions }) => impactedRegions);
  const open = regions.filter((region) => !isResolved(region.status));
  return [
    {
      trackingId: name,
      subscriptionId,
      title,
      from,
      until,
      regions: namesOf(open),
      isOver: isResolved(status) || (regions.length > 0 && open.length === 0),
    },
  ];
}

function isResolved(status: string): boolean {
  return isSameText(status, 'Resolved');
}

/** `UK South` as circuits have it: `uksouth`. What is everywhere is in no region in particular. */
function namesOf(regions: readonly { readonly impactedRegion: string }[]): readonly string[] {
  const names = regions.map(({ impactedRegion }) => impactedRegion.toLowerCase().replaceAll(' ', ''));
  return names.includes('global') ? [] : [...new Set(names.filter(Boolean))].sort();
}
