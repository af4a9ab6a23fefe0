import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Grant } from '../../../src/domain/access/grant.ts';
import type { AuditEntry } from '../../../src/domain/audit/entry.ts';
import type { AuditQuery } from '../../../src/domain/audit/query.ts';
import { createAuditFile } from '../../../src/store/audit-file.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { readAudit } from '../../../src/usecases/audit/read-audit.ts';
import { aKnownCircuit, circuitIdOf, t0 } from '../../support/a-circuit.ts';
import { aGrant, anAccess } from '../../support/an-access.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { aGatekeeper } from '../support/a-gatekeeper.ts';

const omar = 'U0OMAR0001';
const onLon = aGrant({ on: { kind: 'circuit', circuitId: circuitIdOf('lon-01') } });

function anEntry(index: number, overrides: Partial<AuditEntry> = {}): AuditEntry {
  const circuit = { id: circuitIdOf('lon-01'), name: 'lon-01' };
  return { id: `e-${index}`, at: t0 + index, by: 'U0ADAM0001', act: 'mute', circuit, ...overrides };
}

const onFra = { circuit: { id: circuitIdOf('fra-02'), name: 'fra-02' } };
const entries = [
  anEntry(1),
  anEntry(2, onFra),
  anEntry(3, { by: omar }),
  anEntry(4, { act: 'subscribe', circuit: undefined }),
  anEntry(5, { act: 'subscribe', circuit: undefined, by: omar }),
];

/** lon-01 is known; fra-02 is gone and only the trail knows it. Omar asks, an operator unless grants say otherwise. */
async function aHouse(grants: readonly Grant[] = [aGrant()], written: readonly AuditEntry[] = entries) {
  const folder = await scratchFolder();
  const audit = createAuditFile(join(folder.path, 'audit.jsonl'), { now: Date.now });
  await audit.append(written);
  const store = createMemoryStore();
  await store.commit({ putCircuits: [aKnownCircuit({ name: 'lon-01' }), aKnownCircuit({ name: 'ams-01' })] });
  let ids = 0;
  const gatekeeper = aGatekeeper(anAccess(...grants));
  const deps = { audit, store, gatekeeper, now: () => t0, newId: () => `refusal-${++ids}` };
  return {
    ...deps,
    read: (query: AuditQuery = {}) => readAudit(deps, { userId: omar, channelId: 'C1' }, query),
    async ids(query: AuditQuery = {}) {
      const report = await this.read(query);
      return report.ok ? report.value.entries.map(({ id }) => id) : report.refusal;
    },
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  };
}

describe('the audit trail', () => {
  test('is told newest first', async () => {
    await using house = await aHouse();
    expect(await house.ids()).toEqual(['e-5', 'e-4', 'e-3', 'e-2', 'e-1']);
  });

  test('is narrowed to a circuit, a person and a time', async () => {
    await using house = await aHouse();
    expect(await house.ids({ circuit: 'lon-01' })).toEqual(['e-3', 'e-1']);
    expect(await house.ids({ by: omar })).toEqual(['e-5', 'e-3']);
    expect(await house.ids({ since: t0 + 3 })).toEqual(['e-5', 'e-4', 'e-3']);
    expect(await house.ids({ circuit: 'lon-01', by: omar, since: t0 + 4 })).toEqual([]);
  });

  test('tells the newest twenty, and how many there are', async () => {
    const many = Array.from({ length: 45 }, (_, index) => anEntry(index));
    await using house = await aHouse([aGrant()], many);
    const report = await house.read({ circuit: 'lon-01' });
    expect(report).toMatchObject({ ok: true, value: { total: 45, circuits: ['lon-01'], unreadable: 0 } });
    expect(await house.ids()).toEqual(
      many
        .slice(-20)
        .map(({ id }) => id)
        .reverse(),
    );
  });

  test('has what is still on its way to the file, once', async () => {
    await using house = await aHouse();
    await house.store.commit({ audit: [...entries.slice(-1), anEntry(6), anEntry(7, onFra)] });
    expect(await house.ids({ circuit: 'fra-02' })).toEqual(['e-7', 'e-2']);
    expect((await house.ids()).toString()).toBe('e-7,e-6,e-5,e-4,e-3,e-2,e-1');
    expect(await house.read()).toMatchObject({ value: { total: 7 } });
    await house.store.commit({
      audit: [anEntry(8, { circuit: { id: circuitIdOf('par-01'), name: 'par-01' } })],
    });
    expect(await house.ids({ circuit: 'par-01' })).toEqual(['e-8']);
  });

  test('knows circuits that are gone, and those to which nothing happened yet', async () => {
    await using house = await aHouse();
    expect(await house.ids({ circuit: 'FRA-02' })).toEqual(['e-2']);
    expect(await house.read({ circuit: 'ams-01' })).toMatchObject({
      value: { circuits: ['ams-01'], entries: [], total: 0 },
    });
  });

  test('refuses a circuit that nobody knows, and guesses what was meant', async () => {
    await using house = await aHouse();
    expect(await house.ids({ circuit: 'fra-03' })).toEqual({
      code: 'circuit-unknown',
      asked: 'fra-03',
      didYouMean: 'fra-02',
    });
  });
});

describe('whose role is for some circuits', () => {
  test('sees what was done to these, and what they did themselves', async () => {
    await using house = await aHouse([onLon]);
    expect(await house.ids()).toEqual(['e-5', 'e-3', 'e-1']);
    expect(await house.read()).toMatchObject({ value: { total: 3 } });
  });

  test('is refused another circuit by its name, and told who may', async () => {
    await using house = await aHouse([onLon, aGrant({ role: 'approver', to: ['U0ANA00001'] })]);
    expect(await house.ids({ circuit: 'ams-01' })).toMatchObject({
      code: 'role-needed',
      on: 'ams-01',
      people: ['U0ANA00001'],
    });
  });

  test('is not told that a circuit was there that they never saw', async () => {
    await using house = await aHouse([onLon]);
    expect(await house.ids({ circuit: 'fra-02' })).toMatchObject({ code: 'circuit-unknown' });
  });
});

describe('whoever has no role for it', () => {
  test('is refused, and that is on record', async () => {
    await using house = await aHouse([aGrant({ role: 'viewer' })]);
    expect(await house.ids()).toMatchObject({
      code: 'role-needed',
      roles: ['operator', 'approver', 'admin'],
    });
    expect(await house.store.dueAudit()).toMatchObject([
      { act: 'refuse', by: omar, channelId: 'C1', note: 'audit: role-needed' },
    ]);
  });

  test.each(['operator', 'approver', 'admin'] as const)('is not an %s', async (role) => {
    await using house = await aHouse([aGrant({ role })]);
    expect(await house.ids()).toHaveLength(entries.length);
  });
});
