import { assert, asyncProperty, constantFrom, subarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/domain/access/grant.ts';
import { isInSight } from '../../../src/domain/access/sight.ts';
import { circuitOf } from '../../../src/domain/alert/subject.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPersonalStore } from '../../../src/usecases/access/personal-store.ts';
import type { Store } from '../../../src/usecases/store.ts';
import {
  aChange,
  aCircuitRef,
  aKnownCircuit,
  circuitIdOf,
  subscription1,
  subscription2,
  t0,
} from '../../support/a-circuit.ts';
import { aRequest } from '../../support/a-request.ts';
import { aPlace } from '../../support/an-access.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aResizeIntent } from '../../support/an-intent.ts';
import { anOrder } from '../../support/an-order.ts';

const places = [subscription1, subscription2].flatMap((subscriptionId) =>
  ['rg-net', 'RG-Other'].flatMap((resourceGroup) =>
    ['lon-01', 'fra-02'].map((name) => ({ name, resourceGroup, subscriptionId })),
  ),
);
const addresses = places.map(({ name, resourceGroup, subscriptionId }) =>
  aPlace(name, resourceGroup, subscriptionId),
);

const aChangeAt = (place: (typeof places)[number], index: number) =>
  aChange({ id: `change-${index}`, circuit: aCircuitRef(place) });
const anIncidentAt = (place: (typeof places)[number], index: number) =>
  anIncident({ id: `INC-${index}`, circuit: aCircuitRef(place) });
const blind = anIncident({ id: 'INC-BLIND', subject: { kind: 'blind', spot: 'polls', scope: '' } });
const aHeld = { channelId: 'C0NETOPS001', at: t0, why: { kind: 'quiet-hours' } } as const;
const aDigest = {
  id: 'D-1',
  revision: 1,
  channelId: 'C0NETOPS001',
  why: 'mute-ended',
  since: t0,
  until: t0,
  about: 'lon-01',
} as const;
const aLine = ({ id, name, resourceGroup }: (typeof addresses)[number], index: number) =>
  ({
    kind: 'change',
    changeId: `change-${index}`,
    changeKind: 'status',
    severity: 'info',
    at: t0,
    circuitId: id,
    circuitName: name,
    resourceGroup,
  }) as const;

/** Every circuit, and one of everything that tells of it. */
async function fullStore(): Promise<Store> {
  const store = createMemoryStore();
  await store.commit({
    putCircuits: places.map((place) => aKnownCircuit(place)),
    addChanges: places.map(aChangeAt),
    putMutes: addresses.map(({ id, name }) => ({
      channelId: 'C0NETOPS001',
      circuitId: id,
      circuitName: name,
      until: t0,
      byUserId: 'U0OMAR0001',
    })),
    putRequests: addresses.map((target, index) =>
      aRequest({ id: `R-${index}`, intent: aResizeIntent({ target }) }),
    ),
    putOrders: addresses.map(({ id }) => ({ circuitId: id, order: anOrder() })),
    putConnectivity: addresses.map(({ id }) => ({ circuitId: id, sessions: [], arp: [], connections: [] })),
    putRegistrations: addresses.map(({ id }) => ({ circuitId: id, at: t0, prefixes: [] })),
    putIncidents: [...places.map((place, index) => anIncidentAt(place, index)), blind],
    putDigests: [{ ...aDigest, lines: addresses.map((place, index) => aLine(place, index)) }],
    hold: places.flatMap((place, index) => [
      { ...aHeld, id: `change-${index}`, what: { kind: 'change', change: aChangeAt(place, index) } },
      { ...aHeld, id: `incident-${index}`, what: { kind: 'incident', incidentId: `INC-${index}` } },
    ]),
  });
  return store;
}

/** Ids of all circuits that a store tells of, by every way in which it does. */
async function toldBy(store: Store): Promise<readonly (readonly string[])[]> {
  const byId = await Promise.all(addresses.map(({ id }) => store.circuit(id)));
  const requestsById = await Promise.all(addresses.map((_, index) => store.request(`R-${index}`)));
  const incidentsById = await Promise.all(addresses.map((_, index) => store.incident(`INC-${index}`)));
  const held = await store.held();
  const circuitOfHeld = (id: string) => addresses.find((_, index) => id === `incident-${index}`)?.id;
  return [
    (await store.circuits()).map(({ circuit }) => circuit.id),
    byId.flatMap((known) => known?.circuit.id ?? []),
    (await store.changes()).map(({ circuit }) => circuit.id),
    (await store.mutes()).map(({ circuitId }) => circuitId),
    (await store.requests({ all: true })).map(({ intent }) => intent.target.id),
    requestsById.flatMap((request) => request?.intent.target.id ?? []),
    [...(await store.orders()).keys()],
    [...(await store.connectivity()).keys()],
    [...(await store.registrations()).keys()],
    (await store.incidents()).flatMap(({ subject }) => circuitOf(subject) ?? []),
    incidentsById.flatMap((incident) => (incident && circuitOf(incident.subject)) ?? []),
    (await store.digests()).flatMap(({ lines }) => lines.map(({ circuitId }) => circuitId)),
    (await store.digest('D-1'))?.lines.map(({ circuitId }) => circuitId) ?? [],
    held.flatMap(({ what }) => (what.kind === 'change' ? what.change.circuit.id : [])),
    held.flatMap(({ id, what }) => (what.kind === 'incident' ? (circuitOfHeld(id) ?? []) : [])),
  ].map((ids) => [...ids].sort());
}

const scopes: readonly Scope[] = [
  { kind: 'everything' },
  { kind: 'subscription', subscriptionId: subscription2 },
  { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-other' },
  { kind: 'circuit', circuitId: circuitIdOf('lon-01') },
];

describe('a person’s sight of the store', () => {
  test('holds what tells of circuits within their scopes, all of it and nothing else', async () => {
    const whole = await fullStore();
    await assert(
      asyncProperty(subarray([...scopes]), constantFrom(undefined, subscription1), async (seen, one) => {
        const personal = createPersonalStore(whole, { scopes: seen });
        const expected = addresses.filter((place) => isInSight(seen, place)).map(({ id }) => id);
        for (const told of await toldBy(personal)) expect(told).toEqual([...expected].sort());
        const listed = (await personal.circuits(one)).map(({ circuit }) => circuit);
        expect(listed.every(({ subscriptionId }) => one === undefined || subscriptionId === one)).toBe(true);
      }),
    );
  });

  test('of somebody without any scope is empty', async () => {
    const personal = createPersonalStore(await fullStore(), { scopes: [] });
    expect((await toldBy(personal)).flat()).toEqual([]);
  });

  test('holds where Trunkline itself is blind, whoever looks', async () => {
    const personal = createPersonalStore(await fullStore(), { scopes: [] });
    expect(await personal.incidents()).toEqual([blind]);
    expect(await personal.incident('INC-BLIND')).toEqual(blind);
  });

  test('does not say what a digest is about, of which it holds a part only', async () => {
    const whole = await fullStore();
    const [everything, subscription] = scopes.map((scope) => createPersonalStore(whole, { scopes: [scope] }));
    expect((await everything?.digest('D-1'))?.about).toBe('lon-01');
    expect((await subscription?.digest('D-1'))?.about).toBeUndefined();
    expect(await subscription?.digest('D-2')).toBeUndefined();
  });

  test('writes into the store of all', async () => {
    const whole = createMemoryStore();
    await createPersonalStore(whole, { scopes: [] }).commit({ putCircuits: [aKnownCircuit()] });
    expect(await whole.circuits()).toHaveLength(1);
  });
});
