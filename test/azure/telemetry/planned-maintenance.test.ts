import { describe, expect, test } from 'vitest';
import { startStandIn } from '../support/stand-in.ts';
import { type Json, subscriptionId } from '../support/wire.ts';

const path = `/subscriptions/${subscriptionId}/providers/microsoft.resourcehealth/events`;

function region(impactedRegion: string, status = 'Active'): Json {
  return { impactedRegion, status, impactedSubscriptions: [subscriptionId] };
}

/** In the form of the official example of 2022-10-01. */
function wireEvent(properties: Json = {}, impactedRegions: readonly Json[] = [region('UK South')]): Json {
  return {
    id: '/providers/Microsoft.ResourceHealth/events/XXXX-000',
    name: 'XXXX-000',
    type: '/providers/Microsoft.ResourceHealth/events',
    properties: {
      eventType: 'PlannedMaintenance',
      eventSource: 'ServiceHealth',
      status: 'Active',
      title: 'ExpressRoute maintenance in London',
      impactStartTime: '2026-03-10T22:00:00Z',
      impactMitigationTime: '2026-03-11T04:00:00Z',
      impact: [{ impactedService: 'ExpressRoute \\ ExpressRoute Circuits', impactedRegions }],
      ...properties,
    },
  };
}

const told = {
  trackingId: 'XXXX-000',
  subscriptionId,
  title: 'ExpressRoute maintenance in London',
  from: Date.UTC(2026, 2, 10, 22),
  until: Date.UTC(2026, 2, 11, 4),
  regions: ['uksouth'],
  isOver: false,
};

async function listOf(...value: readonly unknown[]) {
  return (await startStandIn(() => ({ body: { value } }))).telemetry.plannedMaintenance(subscriptionId);
}

describe('planned maintenance', () => {
  test('is asked of Service Health, of the last sixty days', async () => {
    const standIn = await startStandIn(() => ({ body: { value: [wireEvent()] } }));
    expect(await standIn.telemetry.plannedMaintenance(subscriptionId)).toEqual([told]);
    expect(standIn.asked()).toEqual([`GET ${path}`]);
    const { searchParams } = new URL(standIn.questions[0]?.url ?? '', standIn.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      'api-version': '2022-10-01',
      $filter: "Properties/EventType eq 'PlannedMaintenance'",
      queryStartTime: '1/1/2026',
    });
  });

  test('comes from all pages', async () => {
    const standIn = await startStandIn(({ headers }, count) => ({
      body: { value: [wireEvent()], ...(count === 0 && { nextLink: `http://${headers.host}/next` }) },
    }));
    expect(await standIn.telemetry.plannedMaintenance(subscriptionId)).toEqual([told, told]);
    expect(standIn.asked()).toEqual([`GET ${path}`, 'GET /next']);
  });

  test('on a page elsewhere is not followed', async () => {
    const standIn = await startStandIn(() => ({
      body: { value: [], nextLink: 'https://elsewhere.example/next' },
    }));
    await expect(standIn.telemetry.plannedMaintenance(subscriptionId)).rejects.toMatchObject({
      kind: 'unreadable',
    });
  });

  test.each<[string, Json]>([
    ['of another service', { impact: [{ impactedService: 'Virtual Machines', impactedRegions: [] }] }],
    ['of no service', { impact: [] }],
    ['of another type', { eventType: 'ServiceIssue' }],
    ['without a beginning', { impactStartTime: null }],
    ['without an end', { impactMitigationTime: 'soon' }],
  ])('an event %s is left out, and the rest is read', async (_, properties) => {
    expect(await listOf(wireEvent(properties), null, {}, wireEvent())).toEqual([told]);
  });

  test('is over when it is resolved, as a whole or in every region', async () => {
    const list = await listOf(
      wireEvent({ status: 'Resolved' }),
      wireEvent({}, [region('UK South', 'Resolved'), region('UK West', 'resolved')]),
      wireEvent({}, [region('UK South', 'Resolved'), region('UK West')]),
      wireEvent({}, []),
    );
    expect(list.map(({ isOver }) => isOver)).toEqual([true, true, false, false]);
    expect(list[2]?.regions).toEqual(['ukwest']);
  });

  test('everywhere is of no region in particular', async () => {
    expect(await listOf(wireEvent({}, [region('Global'), region('UK South')]))).toMatchObject([
      { regions: [] },
    ]);
  });

  test.each(['', 'null', '{}', '<html>'])('%j is unreadable', async (body) => {
    const standIn = await startStandIn(() => ({ body }));
    await expect(standIn.telemetry.plannedMaintenance(subscriptionId)).rejects.toMatchObject({
      kind: 'unreadable',
    });
  });

  test('that may not be read is forbidden', async () => {
    const standIn = await startStandIn(() => ({ status: 403 }));
    await expect(standIn.telemetry.plannedMaintenance(subscriptionId)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
