import type { Request } from '../../domain/approval/request.ts';
import { furthestMs, soonest, turnsOf } from '../../domain/approval/turn.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Instant } from '../../domain/instant.ts';
import { advanceRequest } from './advance-request.ts';
import { expireRequests } from './expire-requests.ts';
import type { RunDeps } from './run-deps.ts';
import { createRunMemory } from './run-memory.ts';

/** Carries approved requests out: the executor, without a clock of its own (see watch/lane-runner). */
export interface RequestRun {
  /** Ends what is overdue. Where a request can be moved on now, and when it is worth looking again. */
  look(): Promise<{ readonly due: readonly CircuitId[]; readonly nextAt: Instant }>;
  /** The circuits were looked at: what waits for its provider need not wait for its next turn. */
  circuitsSeen(): Promise<void>;
  /** One step of progress with whichever request has its turn on a circuit. One call a circuit at a time. */
  advance(circuitId: CircuitId): Promise<void>;
}

const pauseAfterFaultMs = 5_000;

export function createRequestRun(options: Omit<RunDeps, 'memory'>): RequestRun {
  const deps: RunDeps = { ...options, memory: createRunMemory() };
  /** Until when a request is left alone; forgotten at a restart. */
  const pauses = new Map<string, Instant>();

  function turns(open: readonly Request[]) {
    const now = deps.now();
    return turnsOf(open, now).map(({ request, from }) => ({
      request,
      from: Math.max(from, soonest(pauses.get(request.id) ?? from, now)),
    }));
  }

  function forgetOthers(open: readonly Request[]): void {
    const ids = new Set(open.map(({ id }) => id));
    for (const id of pauses.keys()) if (!ids.has(id)) pauses.delete(id);
  }

  async function advanceOne(request: Request): Promise<void> {
    pauses.set(request.id, deps.now() + pauseAfterFaultMs);
    const again = await advanceRequest(deps, request);
    if (again === undefined) pauses.delete(request.id);
    else pauses.set(request.id, Math.min(again, deps.now() + furthestMs));
  }

  return {
    async look() {
      await expireRequests(deps);
      const open = await deps.store.requests();
      const now = deps.now();
      forgetOthers(open);
      const ready = turns(open);
      const due = ready.filter(({ from }) => from <= now).map(({ request }) => request.intent.target.id);
      const later = ready.map(({ from }) => from).filter((from) => from > now);
      return { due: [...new Set(due)], nextAt: Math.min(...later, ...open.map(endOf)) };
    },
    async circuitsSeen() {
      for (const request of await deps.store.requests()) {
        if (request.state === 'executing' && request.phase.kind === 'waiting-for-provider') {
          pauses.delete(request.id);
        }
      }
    },
    async advance(circuitId) {
      const now = deps.now();
      const turn = turns(await deps.store.requests()).find(
        ({ request, from }) => from <= now && request.intent.target.id === circuitId,
      );
      if (turn) await advanceOne(turn.request);
    },
  };
}

/** What is being carried out does not expire. */
function endOf({ state, expiresAt }: Request): Instant {
  return state === 'executing' ? Number.POSITIVE_INFINITY : expiresAt;
}
