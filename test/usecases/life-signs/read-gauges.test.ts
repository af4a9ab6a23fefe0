import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { readGauges } from '../../../src/usecases/life-signs/read-gauges.ts';
import { anOwed, t0 } from '../../support/a-circuit.ts';
import { anIncident } from '../../support/an-incident.ts';

test('nothing wrong and nothing owed is nought', async () => {
  expect(await readGauges(createMemoryStore(), () => t0)).toEqual({
    incidentsOpen: { info: 0, warning: 0, critical: 0 },
    outboxDepth: 0,
    outboxOldestAgeSeconds: 0,
  });
});

test('incidents that are open or clearing are counted by severity, and the oldest message tells the age', async () => {
  const store = createMemoryStore();
  await store.commit({
    putIncidents: [
      anIncident({ id: 'INC-1', severity: 'critical', state: 'open' }),
      anIncident({ id: 'INC-2', severity: 'critical', state: 'clearing' }),
      anIncident({ id: 'INC-3', severity: 'warning', state: 'pending' }),
      anIncident({ id: 'INC-4', severity: 'warning', state: 'resolved', resolvedAt: t0 }),
    ],
    owe: [anOwed({ key: 'a', owedAt: t0 - 5_000 }), anOwed({ key: 'b', owedAt: t0 - 90_500 })],
  });
  expect(await readGauges(store, () => t0)).toEqual({
    incidentsOpen: { info: 0, warning: 0, critical: 2 },
    outboxDepth: 2,
    outboxOldestAgeSeconds: 90.5,
  });
});

test('a clock that was set back makes no age below nought', async () => {
  const store = createMemoryStore();
  await store.commit({ owe: [anOwed({ owedAt: t0 })] });
  expect(await readGauges(store, () => t0 - 60_000)).toMatchObject({ outboxOldestAgeSeconds: 0 });
});
