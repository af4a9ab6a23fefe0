import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../src/domain/circuit/filter.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createFreshnessBoard } from '../../src/usecases/freshness.ts';
import { listCircuits, pageSize } from '../../src/usecases/list-circuits.ts';
import { readOverview } from '../../src/usecases/overview.ts';
import { type Azure, AzureFault } from '../../src/usecases/ports.ts';
import { findKnownCircuit, showCircuit } from '../../src/usecases/show-circuit.ts';
import { aChange, aCircuitRef, aKnownCircuit, aPeering, subscription1, t0 } from '../support/a-circuit.ts';
import { aSubscription } from '../support/a-subscription.ts';

async function aHouse(count: number) {
  const store = createMemoryStore();
  const putCircuits = Array.from({ length: count }, (_, index) =>
    aKnownCircuit({
      name: `c-${String(index).padStart(3, '0')}`,
      peerings: index % 2 === 0 ? [aPeering()] : [],
    }),
  );
  await store.commit({ putCircuits });
  return { store, freshness: createFreshnessBoard([subscription1]) };
}

function filter(value: string) {
  const parsed = parseFilter([{ key: 'needs', value }]);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  return parsed.value;
}

describe('the list', () => {
  test('comes in pages, by name', async () => {
    const house = await aHouse(25);
    const second = await listCircuits(house, [], 1);
    expect(second).toMatchObject({ page: 1, pageCount: 3, total: 25, knownTotal: 25 });
    expect(second.circuits.map(({ circuit }) => circuit.name)).toEqual(
      Array.from({ length: pageSize }, (_, index) => `c-0${10 + index}`),
    );
  });

  test.each([
    [-1, 0],
    [2, 2],
    [99, 2],
    [1.7, 1],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 2],
  ])('page %d is page %i', async (wanted, page) => {
    expect((await listCircuits(await aHouse(25), [], wanted)).page).toBe(page);
  });

  test('has one empty page when nothing matches', async () => {
    expect(await listCircuits(await aHouse(0), [], 0)).toMatchObject({ page: 0, pageCount: 1, circuits: [] });
  });

  test('counts what the filter left out', async () => {
    const listed = await listCircuits(await aHouse(25), filter('attention'), 0);
    expect(listed).toMatchObject({ total: 12, knownTotal: 25, pageCount: 2 });
  });

  test('says how old the knowledge is', async () => {
    const house = await aHouse(1);
    house.freshness.noteRead(subscription1, t0, 0);
    house.freshness.noteFault(subscription1, new AzureFault('unreachable', 'no'), t0 + 5);
    expect((await listCircuits(house, [], 0)).freshness).toMatchObject([
      { subscriptionId: subscription1, lastReadAt: t0, trouble: { kind: 'unreachable', since: t0 + 5 } },
    ]);
  });
});

test('the overview counts all and shows what waits for people', async () => {
  const house = await aHouse(50);
  await house.store.commit({ putSubscriptions: [aSubscription('S1', 'C1', '')] });
  const overview = await readOverview(house);
  expect(overview).toMatchObject({ total: 50, attentionCount: 25, subscriptions: [{ id: 'S1' }] });
  expect(overview.attention).toHaveLength(15);
});

describe('the card', () => {
  const routed = aKnownCircuit({ peerings: [aPeering()] });
  const link = { name: 'link-1', resourceGroup: 'rg', gateway: 'gw-1', status: 'Connected' };

  async function cardWith(listLinks: Azure['listLinks'], linksDeadlineMs = 60_000) {
    const house = await aHouse(1);
    const azure: Azure = { listLinks, listCircuits: () => Promise.reject(new Error('not asked')) };
    return { house, card: await showCircuit({ ...house, azure, linksDeadlineMs }, routed) };
  }

  test('has the links that Azure tells', async () => {
    const { card } = await cardWith(async () => [link]);
    expect(card).toMatchObject({ links: { kind: 'read', links: [link] }, next: { action: 'nothing' } });
    expect(card.workflow.map(({ mark }) => mark)).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  test('asks for links where there are none yet', async () => {
    const { card } = await cardWith(async () => []);
    expect(card.next).toEqual({ who: 'you', action: 'link-vnets' });
  });

  test('goes out without them when Azure fails, and asks for nothing', async () => {
    const { card } = await cardWith(() => Promise.reject(new AzureFault('throttled', 'too many')));
    expect(card).toMatchObject({
      links: { kind: 'unreadable', reason: 'too many' },
      next: { action: 'nothing' },
    });
    expect(card.workflow.at(-1)).toEqual({ step: 'link', mark: 'unknown' });
  });

  test('goes out without them when Azure does not answer in time', async () => {
    const { card } = await cardWith(() => new Promise(() => {}), 1);
    expect(card.links).toEqual({ kind: 'unreadable', reason: 'Azure did not answer within 0.001 s' });
  });

  test('shows the newest changes of its own circuit, newest first', async () => {
    const { house } = await cardWith(async () => []);
    const own = Array.from({ length: 7 }, (_, index) => aChange({ id: `p.${index}`, at: t0 + index }));
    const other = aChange({ id: 'other', at: t0 + 9, circuit: aCircuitRef({ name: 'ams-01' }) });
    await house.store.commit({ addChanges: [...own, other] });
    const azure: Azure = {
      listLinks: async () => [],
      listCircuits: () => Promise.reject(new Error('not asked')),
    };
    const card = await showCircuit({ ...house, azure, linksDeadlineMs: 60_000 }, routed);
    expect(card.recent.map(({ id }) => id)).toEqual(['p.6', 'p.5', 'p.4', 'p.3', 'p.2']);
  });

  test('is found by a person’s name for it', async () => {
    const house = await aHouse(3);
    expect(await findKnownCircuit(house, 'c-002')).toMatchObject({ kind: 'one' });
    expect(await findKnownCircuit(house, 'c-')).toMatchObject({ kind: 'several' });
  });
});
