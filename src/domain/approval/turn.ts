import type { Instant } from '../instant.ts';
import type { Request } from './request.ts';

/** How long what was sent is given to show in Azure, when nobody knows whether it arrived. Milliseconds. */
export const settleMs = 10_000;
/** Nothing waits longer for Azure at a time: a moment further ahead comes from a clock that was set back since. */
export const furthestMs = 3_600_000;

/**
 * The requests that may be moved on, each with the moment from which: one write at a time on a circuit, oldest first.
 * Those that wait for their provider write nothing meanwhile, and go on when nothing else is being written.
 */
export function turnsOf(
  open: readonly Request[],
  now: Instant,
): readonly { readonly request: Request; readonly from: Instant }[] {
  const circuits = Map.groupBy(open, ({ intent }) => intent.target.id);
  return [...circuits.values()]
    .flatMap(turnsOnCircuit)
    .map((request) => ({ request, from: turnFrom(request, now) }));
}

function turnsOnCircuit(requests: readonly Request[]): readonly Request[] {
  const byAge = requests.toSorted((a, b) => a.requestedAt - b.requestedAt);
  const holder = byAge.find(holdsCircuit);
  if (holder) return [holder];
  const next = byAge.find(({ state }) => state === 'approved');
  const waiting = byAge.filter(({ state }) => state === 'executing');
  return next ? [next, ...waiting] : waiting;
}

function holdsCircuit(request: Request): boolean {
  return request.state === 'executing' && request.phase.kind !== 'waiting-for-provider';
}

function turnFrom(request: Request, now: Instant): Instant {
  if (request.state !== 'executing') return now;
  const { phase } = request;
  switch (phase.kind) {
    case 'ready':
      return soonest(phase.notBefore, now);
    case 'sending':
      return soonest(phase.since + settleMs, now, settleMs);
    case 'following':
      return soonest(phase.nextLookAt, now);
    case 'holding':
      return soonest(phase.until, now, phase.until - phase.since);
    case 'waiting-for-provider':
      return now;
  }
}

/** The moment, or now when it lies further ahead than it ever could: the clock was set back since it was written down. */
export function soonest(at: Instant, now: Instant, furthest = furthestMs): Instant {
  return at - now > furthest ? now : at;
}
