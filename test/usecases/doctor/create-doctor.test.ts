import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createDoctor, type DoctorDeps } from '../../../src/usecases/doctor/create-doctor.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import {
  aCircuit,
  aKnownCircuit,
  aPeering,
  subscription1,
  subscription2,
  t0,
} from '../../support/a-circuit.ts';

/** A doctor of a Trunkline that has all it needs. */
function aDoctor(overrides: Partial<DoctorDeps> = {}) {
  return createDoctor({
    slack: { whoAmI: async () => ({ kind: 'known', team: 'Acme', bot: 'trunkline', scopes: ['commands'] }) },
    requiredScopes: ['commands'],
    channels: { standing: async () => ({ kind: 'member' }) },
    alertsChannel: 'C1',
    approvalsChannel: 'C1',
    store: createMemoryStore(),
    azure: {
      listCircuits: async () => ({ circuits: [], unreadable: [] }),
      availability: async () => [],
      routeSummary: async () => [],
      connectionStatuses: async () => [],
      plannedMaintenance: async () => [],
      supportReach: async () => {},
    },
    subscriptionIds: [subscription1, subscription2],
    disk: { look: async () => ({ writeFault: undefined, freeBytes: 1024 ** 4, storeBytes: 10 }) },
    rules: { troubles: () => [] },
    clock: () => ({ azureMs: [], slackMs: [] }),
    more: [],
    now: () => t0,
    ...overrides,
  });
}

test('everything that Trunkline needs is looked at, each subscription by itself', async () => {
  const findings = await aDoctor()();
  expect(findings.map(({ level, name }) => `${level} ${name}`)).toEqual([
    'ok Slack token',
    'ok Slack scopes',
    'ok Slack channels',
    ...[subscription1, subscription2].flatMap((id) => [
      `ok Azure circuits of ${id}`,
      `skipped Azure metrics of ${id}`,
      `skipped Azure route tables of ${id}`,
      `ok Azure Service Health of ${id}`,
    ]),
    'ok Azure Resource Graph',
    'ok Azure Support API',
    'skipped Azure writes',
    'ok Disk',
    'ok Disk space',
    'ok Rules',
    'skipped Clock',
  ]);
});

test('what is tried on circuits is tried on those that Azure lists, which is asked once', async () => {
  const asked: string[] = [];
  const circuit = aCircuit({ peerings: [aPeering()] });
  const doctor = aDoctor({
    subscriptionIds: [subscription1],
    azure: {
      listCircuits: async (id) => {
        asked.push(`list ${id}`);
        return { circuits: [circuit], unreadable: [] };
      },
      availability: async ({ region }) => {
        asked.push(`metrics ${region}`);
        return [];
      },
      routeSummary: async ({ target }) => {
        asked.push(`edge ${target.name}`);
        return [];
      },
      connectionStatuses: async () => [],
      plannedMaintenance: async () => [],
      supportReach: async () => {},
    },
  });
  await doctor();
  expect(asked).toEqual([`list ${subscription1}`, 'metrics uksouth', 'edge lon-01']);
});

test('where Azure lists none, the circuits that are remembered must do', async () => {
  const store = createMemoryStore();
  await store.commit({ putCircuits: [aKnownCircuit({ peerings: [aPeering()] })] });
  const findings = await aDoctor({
    subscriptionIds: [subscription1],
    store,
    azure: {
      listCircuits: () => Promise.reject(new AzureFault('forbidden', 'Azure says no.')),
      availability: async () => [],
      routeSummary: async () => [],
      connectionStatuses: async () => [],
      plannedMaintenance: async () => [],
      supportReach: async () => {},
    },
  })();
  expect(findings.filter(({ name }) => name.includes(subscription1)).map(({ level }) => level)).toEqual([
    'fail',
    'ok',
    'ok',
    'ok',
  ]);
});

test('each that is not well says what to do', async () => {
  const broken = () => Promise.reject(new Error('broken'));
  const findings = await aDoctor({
    slack: { whoAmI: broken },
    channels: { standing: broken },
    azure: {
      listCircuits: broken,
      availability: broken,
      routeSummary: broken,
      connectionStatuses: broken,
      plannedMaintenance: broken,
      supportReach: broken,
    },
    disk: { look: broken },
  })();
  const bad = findings.filter(({ level }) => level === 'fail' || level === 'warn');
  expect(bad.length).toBeGreaterThan(8);
  for (const { mend } of bad) expect(mend).toMatch(/\w\.$/u);
});

test('the clock is looked at last: the other checks bring the answers that tell it', async () => {
  const azureMs: number[] = [];
  const findings = await aDoctor({
    clock: () => ({ azureMs, slackMs: [] }),
    more: [
      {
        name: 'More',
        look: async () => {
          await null;
          azureMs.push(2_000);
          return [];
        },
      },
    ],
  })();
  expect(findings.at(-1)).toEqual({
    name: 'Clock against Azure',
    level: 'ok',
    found: 'They differ by 2 s.',
  });
});
