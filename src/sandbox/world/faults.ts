/**
 * Faults that a person (or a test) asks the sandbox's servers to show: `POST /control/faults`.
 * A server takes the next fault that fits a call and plays it.
 */
export const faultTargets = ['slack', 'azure', 'registry'] as const;
export type FaultTarget = (typeof faultTargets)[number];

/**
 * - `throttle`: 429 with Retry-After
 * - `error`: 503
 * - `delay`: the call is served after `delayMs` (default 5,000)
 * - `hang`: the call is never answered
 * - `drop`: the connection is cut before the call has any effect
 * - `lose-answer`: the call takes effect, then the connection is cut before the answer
 * - `duplicate`: a request that the sandbox sends to the bot is sent twice
 * - `clear`: takes back all faults of the target
 */
export const faultKinds = [
  'throttle',
  'error',
  'delay',
  'hang',
  'drop',
  'lose-answer',
  'duplicate',
  'clear',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  readonly target: FaultTarget;
  readonly kind: FaultKind;
  /** Part of the call's subject, any casing (a Web API method as `chat.postMessage`, or an ARM method and path). Default: every call. */
  readonly match?: string;
  /** How many calls it hits; absent: until cleared. */
  readonly times?: number;
  /** Seconds, for `throttle`; default 1. */
  readonly retryAfter?: number;
  /** Milliseconds, for `delay`. */
  readonly delayMs?: number;
};

export interface Faults {
  add(fault: Fault): void;
  /** The fault to play for this call, counted down; undefined: serve it well. `kinds` narrows what the caller can play. */
  take(target: FaultTarget, subject: string, kinds?: readonly FaultKind[]): Fault | undefined;
  list(): readonly Fault[];
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      if (fault.kind === 'clear') active = active.filter((entry) => entry.fault.target !== fault.target);
      else active.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    take(target, subject, kinds) {
      const found = active.find(
        ({ fault }) =>
          fault.target === target &&
          (!kinds || kinds.includes(fault.kind)) &&
          subject.toLowerCase().includes((fault.match ?? '').toLowerCase()),
      );
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) active = active.filter((entry) => entry !== found);
      return found.fault;
    },
    list: () => active.map(({ fault }) => fault),
  };
}
