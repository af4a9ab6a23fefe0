import type { PlannedWork } from '../planned-works.ts';

/** Service Health writes regions as people do. */
const regionNames: Readonly<Record<string, string>> = {
  uksouth: 'UK South',
  westeurope: 'West Europe',
  eastus: 'East US',
};

/**
 * An event of Microsoft.ResourceHealth. Form: azure-rest-api-specs, resourcehealth 2024-02-01, example
 * Events_ListBySubscriptionId; that planned maintenance fills it so, and the service's name, are as documented.
 */
export function toWireEvent(work: PlannedWork, subscriptionId: string, now: number) {
  const { trackingId, title, from, until, regions, announcedAt } = work;
  const status = now < until ? 'Active' : 'Resolved';
  const lastUpdateTime = isoTime(announcedAt);
  return {
    ...named(trackingId),
    properties: {
      eventType: 'PlannedMaintenance',
      eventSource: 'ServiceHealth',
      status,
      title,
      summary: `<p>${escaped(title)}. Each link is worked on by itself; both BGP sessions of a circuit keep it connected.</p>`,
      header: 'Planned maintenance may affect your services',
      level: 'Warning',
      eventLevel: 'Informational',
      impactStartTime: isoTime(from),
      impactMitigationTime: isoTime(until),
      impact: [
        {
          impactedService: 'ExpressRoute \\ ExpressRoute Circuits',
          impactedRegions: regions.map((region) => ({
            impactedRegion: regionNames[region] ?? region,
            status,
            impactedSubscriptions: [subscriptionId],
            impactedTenants: [],
            lastUpdateTime,
          })),
        },
      ],
      isHIR: false,
      enableMicrosoftSupport: true,
      enableChatWithUs: false,
      priority: 12,
      lastUpdateTime,
      hirStage: status === 'Active' ? 'active' : 'resolved',
    },
  };
}

/** Something else that is always in the list: not maintenance, and about what is long over. */
export const oldAdvisory = {
  ...named('0T2J-9X0'),
  properties: {
    eventType: 'HealthAdvisory',
    eventSource: 'ServiceHealth',
    eventSubType: 'Retirement',
    status: 'Active',
    title: 'Retirement notice: Azure public peering of ExpressRoute was retired on 31 March 2024',
    summary: '<p>Use Microsoft peering instead.</p>',
    level: 'Informational',
    eventLevel: 'Informational',
    impactStartTime: '2021-03-31T00:00:00Z',
    impactMitigationTime: '2024-03-31T00:00:00Z',
    impact: [{ impactedService: 'ExpressRoute', impactedRegions: [{ impactedRegion: 'Global' }] }],
    priority: 20,
    lastUpdateTime: '2024-03-31T00:00:00Z',
  },
};

function named(trackingId: string) {
  const type = '/providers/Microsoft.ResourceHealth/events';
  return { id: `${type}/${trackingId}`, name: trackingId, type };
}

function isoTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
