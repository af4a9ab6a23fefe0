import type { AccessRefusal } from '../../../../src/domain/access/grant.ts';
import { type Role, rolesFor } from '../../../../src/domain/access/role.ts';
import { defaultPolicy, type Policy } from '../../../../src/domain/approval/policy.ts';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import { answer, type Result, refuse } from '../../../../src/domain/result.ts';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import type { CaseEntry } from '../../../../src/domain/validation/case/event.ts';
import { createMemoryStore } from '../../../../src/store/memory-store.ts';
import type { Caller } from '../../../../src/usecases/caller.ts';
import { openCaseDesk } from '../../../../src/usecases/cases/open-case-desk.ts';
import { createCaseRun } from '../../../../src/usecases/cases/run-cases.ts';
import type { Gatekeeper } from '../../../../src/usecases/ports.ts';
import type { Store } from '../../../../src/usecases/store.ts';
import type { CaseFiles } from '../../../../src/usecases/validation/files.ts';
import type { Contact } from '../../../../src/usecases/validation/support.ts';
import { dayMs } from '../../../support/a-case.ts';
import { aCircuit, aMicrosoftPeering, t0 } from '../../../support/a-circuit.ts';
import { adam, ana, approvalsChannel, netops, omar } from '../../../support/a-request.ts';
import { fakeAzure } from '../../../support/fake-azure-writer.ts';
import { keptLog } from '../../../support/kept-log.ts';
import { fakeSupport, type SupportCall } from './fake-support.ts';

/** The process died here; nothing of it goes on. */
export class Crash extends Error {}

export type CaseOffice = ReturnType<typeof aCaseOffice>;
export type CaseProcess = ReturnType<CaseOffice['start']>;

export const uma = 'U0UMA00001';
export const asOmar: Caller = { userId: omar, channelId: approvalsChannel };
export const asAna: Caller = { userId: ana, channelId: approvalsChannel };
export const asAdam: Caller = { userId: adam, channelId: approvalsChannel };
/** Of no role. */
export const asUma: Caller = { userId: uma, channelId: netops };

export const keepFilesMs = 30 * dayMs;

const contact: Contact = {
  firstName: 'Noor',
  lastName: 'Ops',
  email: 'noc@example.net',
  timeZone: 'GMT Standard Time',
  country: 'GBR',
  language: 'en-US',
  additionalEmails: [],
};

/** lon-01 advertises 203.0.113.0/24, which needs a validation. Omar operates, Ana approves, Adam may do everything. */
export function aCaseOffice(
  options: { readonly opensByItself?: boolean; readonly approvalsChannel?: string | null } = {},
) {
  const world = {
    now: t0,
    groupsAreReadable: true,
    ids: 0,
    lookups: 0,
    contact: contact as Contact | undefined,
  };
  const now = () => world.now;
  const store = createMemoryStore();
  const azure = fakeAzure(now);
  const support = fakeSupport(now);
  const log = keptLog();
  const members = new Set([approvalsChannel, netops]);
  const roles = new Map<string, readonly Role[]>([
    [omar, ['operator']],
    [ana, ['approver']],
    [adam, ['admin']],
  ]);
  const rules: { policy: Policy } = { policy: defaultPolicy };
  const kept = new Map<string, Map<string, Uint8Array>>();
  const uploads = new Map<string, { readonly name: string; readonly content: Uint8Array }>();
  /** Counts the points at which a process can die, and kills it at one of them. */
  const points = { passed: 0, crashAt: Number.POSITIVE_INFINITY };

  function allowed(userId: string, wanted: readonly Role[], on: string): Result<true, AccessRefusal> {
    if (!world.groupsAreReadable) return refuse({ code: 'groups-unreadable', on });
    if (roles.get(userId)?.some((role) => wanted.includes(role))) return answer(true);
    return refuse({ code: 'role-needed', roles: wanted, on, people: [adam] });
  }

  const gatekeeper: Gatekeeper = {
    check: async (userId, permission, where) => allowed(userId, rolesFor[permission], where?.name ?? ''),
    holds: async (userId, role, where) => allowed(userId, [role, 'admin'], where.name),
  };

  /** A process of the bot; several one after the other share everything outside of it, as restarts do. */
  function start(watch: (call: SupportCall | 'preflight', acted: boolean) => unknown = () => {}) {
    let isDead = false;
    const point = () => {
      if (!isDead && ++points.passed >= points.crashAt) isDead = true;
      if (isDead) throw new Crash('killed');
    };
    const around = async <T>(act: () => Promise<T>): Promise<T> => {
      point();
      const value = await act();
      point();
      return value;
    };
    const mortal: Store = { ...store, commit: (transaction) => around(() => store.commit(transaction)) };
    const caseFiles: CaseFiles = {
      keep: (caseId, fileId, content) =>
        around(async () => {
          const folder = kept.get(caseId) ?? new Map<string, Uint8Array>();
          kept.set(caseId, folder.set(fileId, content));
        }),
      read: async (caseId, fileId) => kept.get(caseId)?.get(fileId),
      remove: (caseId) => around(async () => void kept.delete(caseId)),
      list: async () =>
        [...kept].flatMap(([caseId, files]) => [...files.keys()].map((fileId) => ({ caseId, fileId }))),
      removeFile: ({ caseId, fileId }) => around(async () => void kept.get(caseId)?.delete(fileId)),
    };
    const shared = {
      store: mortal,
      caseFiles,
      gatekeeper,
      rules: { policy: () => rules.policy },
      wake: () => {},
      now,
      newId: () => `${(++world.ids * 4).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
      log,
    };
    const desk = openCaseDesk({
      ...shared,
      opensByItself: options.opensByItself ?? true,
      channels: {
        standing: async (id) =>
          members.has(id) ? { kind: 'member' } : { kind: 'not-member', reason: 'removed' },
      },
      approvalsChannel: options.approvalsChannel === null ? undefined : approvalsChannel,
      slackFiles: {
        fetch: async (id) => {
          const file = uploads.get(id);
          return file && { ...file, mimeType: 'application/pdf', bytes: file.content.length };
        },
      },
    });
    const run = createCaseRun({
      ...shared,
      azure: azure.writer(point),
      support: support.desk((call, acted) => {
        point();
        watch(call, acted);
      }),
      settings: { contact: () => world.contact, severity: 'moderate', problem: 'proof of ownership' },
      preflight: async () => {
        point();
        watch('preflight', false);
        world.lookups++;
        const verdict = {
          prefix: '203.0.113.0/24',
          verdict: 'manual ticket',
          reason: 'Leased from Contoso.',
        };
        return { at: now(), verdicts: [verdict], silent: [], text: 'The registries say: leased.' };
      },
      times: { remindAfterMs: dayMs, stepMs: 3 * dayMs, keepFilesMs },
      mirrorMs: 60_000,
    });
    return { desk, run };
  }

  /** Azure has this circuit, and the last poll saw it. */
  async function showCircuit(circuit: Circuit): Promise<void> {
    azure.put(circuit);
    const memory = { firstSeenAt: t0, changedAt: t0, wasProvisioned: true };
    await store.commit({ putCircuits: [{ circuit, ...memory }] });
  }

  const entriesOf = async (): Promise<readonly CaseEntry[]> =>
    (await store.owed()).flatMap(({ notice }) => (notice.kind === 'case-entries' ? notice.entries : []));

  return {
    world,
    now,
    store,
    azure,
    support,
    log,
    members,
    roles,
    rules,
    kept,
    uploads,
    points,
    start,
    showCircuit,
    /** What threads were told, in the order in which it is owed. */
    entriesOf,
    theCase: async (): Promise<Case> => {
      const cases = await store.cases({ all: true });
      const [only] = cases;
      if (!only || cases.length > 1) throw new Error(`There are ${cases.length} cases.`);
      return only;
    },
  };
}

export const lon01 = (state = 'ValidationNeeded') => aCircuit({ peerings: [aMicrosoftPeering(state)] });

/** The BGP session of lon-01's Microsoft peering is up. */
export async function bringSessionUp({ store }: Pick<CaseOffice, 'store'>): Promise<void> {
  const session = {
    peering: 'MicrosoftPeering',
    family: 'ipv4',
    link: 'primary',
    state: 'up',
    since: t0,
    basis: 'routes',
  } as const;
  const rest = { arp: [], connections: [] };
  await store.commit({ putConnectivity: [{ circuitId: lon01().id, sessions: [session], ...rest }] });
}

/** Carries cases on where it is Trunkline's turn, and lets time pass where it is nobody's, for so long. */
export async function drive({ world, now }: CaseOffice, { run }: CaseProcess, forMs = 0): Promise<void> {
  const end = now() + forMs;
  for (let turns = 0; turns < 2_000; turns++) {
    const { due, nextAt } = await run.look();
    for (const id of due) await run.advance(id);
    if (due.length > 0) continue;
    if (nextAt > end) {
      world.now = end;
      return;
    }
    world.now = Math.max(world.now, nextAt);
  }
  throw new Error('It never comes to rest.');
}

export function got<T, R extends { readonly code: string }>(result: Result<T, R>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function codeOf<T, R extends { readonly code: string }>(result: Result<T, R>): string {
  return result.ok ? 'ok' : result.refusal.code;
}
