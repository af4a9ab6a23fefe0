import type { AccessRefusal } from '../../../../src/domain/access/grant.ts';
import { type Role, rolesFor } from '../../../../src/domain/access/role.ts';
import { defaultPolicy, type Policy } from '../../../../src/domain/approval/policy.ts';
import type { Request } from '../../../../src/domain/approval/request.ts';
import type { Intent } from '../../../../src/domain/operation/intent.ts';
import { planIntent } from '../../../../src/domain/operation/plan-intent.ts';
import { answer, type Result, refuse } from '../../../../src/domain/result.ts';
import { createMemoryStore } from '../../../../src/store/memory-store.ts';
import type { Caller } from '../../../../src/usecases/caller.ts';
import type { Gatekeeper } from '../../../../src/usecases/ports.ts';
import { openRequestDesk } from '../../../../src/usecases/requests/open-request-desk.ts';
import { createRequestRun } from '../../../../src/usecases/requests/run-requests.ts';
import type { Store } from '../../../../src/usecases/store.ts';
import { aCircuit, subscription1, t0 } from '../../../support/a-circuit.ts';
import { adam, ana, approvalsChannel, netops, omar } from '../../../support/a-request.ts';
import { type Call, fakeAzure } from '../../../support/fake-azure-writer.ts';
import { keptLog } from '../../../support/kept-log.ts';

/** The process died here; nothing of it goes on. */
export class Crash extends Error {}

export type Office = ReturnType<typeof anOffice>;
export type Process = ReturnType<Office['start']>;

/** Omar asks in #netops, Ana approves, Adam may do everything; circuit lon-01 serves with 200 Mbps. */
export function anOffice(
  policy: Partial<Policy> = {},
  options: { readonly withoutApprovalsChannel?: boolean; readonly time?: () => number } = {},
) {
  /** `now`: the time that passes. `skewMs`: how far the bot's clock is off it; Azure's is right. */
  const world = { now: t0, skewMs: 0, groupsAreReadable: true, ids: 0, stirs: 0, polls: 0 };
  const time = options.time ?? (() => world.now);
  const now = () => time() + world.skewMs;
  const store = createMemoryStore();
  const azure = fakeAzure(time);
  const log = keptLog();
  const members = new Set([netops, approvalsChannel]);
  const roles = new Map<string, readonly Role[]>([
    [omar, ['operator']],
    [ana, ['approver']],
    [adam, ['admin']],
  ]);
  const rules: { policy: Policy } = { policy: { ...defaultPolicy, ...policy } };
  /** Counts the points at which a process can die, and kills it at one of them. */
  const points = { passed: 0, crashAt: Number.POSITIVE_INFINITY };
  azure.put(aCircuit());

  function allowed(userId: string, wanted: readonly Role[], on: string): Result<true, AccessRefusal> {
    if (!world.groupsAreReadable) return refuse({ code: 'groups-unreadable', on });
    if (roles.get(userId)?.some((role) => wanted.includes(role))) return answer(true);
    return refuse({ code: 'role-needed', roles: wanted, on, people: [adam] });
  }

  const gatekeeper: Gatekeeper = {
    check: async (userId, permission, where) => allowed(userId, rolesFor[permission], where?.name ?? ''),
    holds: async (userId, role, where) => allowed(userId, [role, 'admin'], where.name),
  };

  /** A process of the bot; several one after the other share the store and Azure, as restarts do. */
  function start(watch: (call: Call, acted: boolean) => void = () => {}) {
    let isDead = false;
    const point = () => {
      if (!isDead && ++points.passed >= points.crashAt) isDead = true;
      if (isDead) throw new Crash('killed');
    };
    const mortal: Store = {
      ...store,
      async commit(transaction) {
        point();
        await store.commit(transaction);
        point();
      },
    };
    const shared = {
      azure: azure.writer((call, acted) => {
        point();
        watch(call, acted);
      }),
      store: mortal,
      subscriptionIds: [subscription1],
      plan: planIntent,
      gatekeeper,
      wake: () => void world.stirs++,
      now,
      log,
    };
    const desk = openRequestDesk({
      ...shared,
      rules: { policy: () => rules.policy },
      channels: {
        standing: async (id) =>
          members.has(id) ? { kind: 'member' } : { kind: 'not-member', reason: 'removed' },
      },
      approvalsChannel: options.withoutApprovalsChannel ? undefined : approvalsChannel,
      newId: () => `${(++world.ids * 4).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    });
    const run = createRequestRun({
      ...shared,
      rules: { policy: () => rules.policy },
      sentenceOf: ({ code }) => `refused: ${code}`,
      pollIntervalMs: 60_000,
      pollSoon: () => void world.polls++,
    });
    return { desk, run };
  }

  const requestNow = async (id: string): Promise<Request> => {
    const request = await store.request(id);
    if (!request) throw new Error(`There is no ${id}.`);
    return request;
  };

  return { world, now, store, azure, log, members, roles, rules, points, gatekeeper, start, requestNow };
}

/** The same with a process that runs. */
export function anOpenOffice(...options: Parameters<typeof anOffice>) {
  const office = anOffice(...options);
  const process = office.start();
  return { ...office, ...process, office, process };
}

export const asOmar: Caller = { userId: omar, channelId: netops };
export const asAna: Caller = { userId: ana, channelId: approvalsChannel };
export const asAdam: Caller = { userId: adam, channelId: approvalsChannel };

/** Asked by Omar and confirmed; approved by Ana where the policy wants it. Returns the request's id. */
export async function ask({ desk }: Process, intent: Intent, approvers: readonly Caller[] = [asAna]) {
  const proposal = got(await desk.propose(asOmar, intent));
  const request = got(await desk.submit(asOmar, proposal.id));
  if (request.rule.approvals > 0) for (const who of approvers) got(await desk.approve(who, request.id));
  return request.id;
}

/** Carries out what can be, letting time pass where nothing else is to be done, until all is over or `untilMs` passed. */
export async function drive({ world, now, store }: Office, { run }: Process, forMs = 30 * 86_400_000) {
  const end = now() + forMs;
  for (let turns = 0; turns < 5_000; turns++) {
    const { due, nextAt } = await run.look();
    for (const circuitId of due) await run.advance(circuitId);
    if (due.length > 0) continue;
    const isOpen = (await store.requests()).some(({ state }) => state !== 'requested');
    if (!isOpen || nextAt > end) return;
    world.now += Math.max(0, nextAt - now());
  }
  throw new Error('It never comes to an end.');
}

export function got<T, R extends { readonly code: string }>(result: Result<T, R>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function codeOf<T, R extends { readonly code: string }>(result: Result<T, R>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

export async function actsOf(store: Store, id: string): Promise<readonly string[]> {
  return (await store.dueAudit()).filter(({ requestId }) => requestId === id).map(({ act }) => act);
}
