import { assert, asyncProperty, constantFrom, subarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/domain/access/grant.ts';
import { isInSight } from '../../../src/domain/access/sight.ts';
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

/** Every circuit, and one of everything that tells of it. */
async function fullStore(): Promise<Store> {
  const store = createMemoryStore();
  await store.commit({
    putCircuits: places.map((place) => aKnownCircuit(place)),
    addChanges: places.map((place, index) => aChange({ id: `change-${index}`, circuit: aCircuitRef(place) })),
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
  });
  return store;
}

/** Ids of all circuits that a store tells of, by every way in which it does. */
async function toldBy(store: Store): Promise<readonly (readonly string[])[]> {
  const byId = await Promise.all(addresses.map(({ id }) => store.circuit(id)));
  const requestsById = await Promise.all(addresses.map((_, index) => store.request(`R-${index}`)));
  return [
    (await store.circuits()).map(({ circuit }) => circuit.id),
    byId.flatMap((known) => known?.circuit.id ?? []),
    (await store.changes()).map(({ circuit }) => circuit.id),
    (await store.mutes()).map(({ circuitId }) => circuitId),
    (await store.requests({ all: true })).map(({ intent }) => intent.target.id),
    requestsById.flatMap((request) => request?.intent.target.id ?? []),
    [...(await store.orders()).keys()],
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

  test('writes into the store of all', async () => {
    const whole = createMemoryStore();
    await createPersonalStore(whole, { scopes: [] }).commit({ putCircuits: [aKnownCircuit()] });
    expect(await whole.circuits()).toHaveLength(1);
  });
});
