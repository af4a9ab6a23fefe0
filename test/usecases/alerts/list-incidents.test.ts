import { expect, test } from 'vitest';
import type { Incident } from '../../../src/domain/alert/incident.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { listIncidents, openIncidents } from '../../../src/usecases/alerts/list-incidents.ts';
import { aCircuitRef, aKnownCircuit, t0 } from '../../support/a-circuit.ts';
import { anIncident } from '../../support/an-incident.ts';

const over = { state: 'resolved', ending: { kind: 'well' }, resolvedAt: t0, goodSince: t0 } as const;

function one(id: string, overrides: Partial<Incident> = {}): Incident {
  const name = overrides.circuit?.name ?? 'lon-01';
  const circuit = aCircuitRef({ name });
  const subject = {
    kind: 'vnet-link',
    circuitId: circuit.id,
    resourceGroup: 'rg-net',
    connection: id,
  } as const;
  return anIncident({ id, circuit, subject, ...overrides });
}

const { circuit: _, ...blind } = one('BLIND', { severity: 'critical', firstBadAt: t0 - 1 });

async function listed(all: boolean, filter: Parameters<typeof listIncidents>[1]['filter'] = [], page = 0) {
  const store = createMemoryStore();
  await store.commit({
    putCircuits: [aKnownCircuit()],
    putIncidents: [
      one('OLD', { firstBadAt: t0 - 60_000 }),
      one('NEW'),
      one('BAD', { severity: 'critical' }),
      one('BACK', { state: 'clearing', goodSince: t0 }),
      one('SEEN', { state: 'pending' }),
      one('GONE', { circuit: aCircuitRef({ name: 'par-02' }) }),
      one('OVER', { ...over, severity: 'critical' }),
      { ...blind, subject: { kind: 'blind', spot: 'polls', scope: '' } },
    ],
  });
  const { incidents, ...rest } = await listIncidents({ store }, { filter, all }, page);
  return { ...rest, ids: incidents.map(({ id }) => id), open: (await openIncidents({ store })).length };
}

test('what is open comes worst first, then newest; what nobody was told of yet is not in it', async () => {
  const page = await listed(false);
  expect(page.ids).toEqual(['BAD', 'BLIND', 'GONE', 'NEW', 'OLD', 'BACK']);
  expect(page).toMatchObject({ total: 6, page: 0, pageCount: 1, open: 6 });
});

test('with all, what is over comes after what is open, however bad it was', async () => {
  expect((await listed(true)).ids.at(-1)).toBe('OVER');
});

test('a filter finds circuits, also those that are gone, and never Trunkline itself', async () => {
  expect((await listed(false, [{ key: 'circuit', value: 'par' }])).ids).toEqual(['GONE']);
  expect((await listed(false, [{ key: 'state', value: 'Provisioned' }])).ids).toEqual([
    'BAD',
    'NEW',
    'OLD',
    'BACK',
  ]);
});

test('a page past the end is the last one', async () => {
  expect(await listed(false, [], 9)).toMatchObject({ page: 0, pageCount: 1 });
});
