import fc from 'fast-check';
import { roles } from '../../../src/domain/access/role.ts';
import type {
  Executing,
  Phase,
  Request,
  RequestFacts,
  RequestState,
  StaleReason,
} from '../../../src/domain/approval/request.ts';
import type { ExecutingView, RequestView } from '../../../src/domain/approval/view.ts';
import { requestOperations } from '../../../src/domain/operation/operation.ts';
import { fieldChange } from './arbitrary-change.ts';
import { text, time } from './arbitrary-circuit.ts';
import { intent, target } from './arbitrary-intent.ts';
import { plan, shownOfPlan, stepKind } from './arbitrary-plan.ts';

const small = fc.nat({ max: 3 });
const maybeText = fc.option(text, { nil: undefined });

function ofState<S extends RequestState['state'], T>(
  state: S,
  fields: { [F in keyof T]: fc.Arbitrary<T[F]> },
) {
  return fc.record<T>(fields).map((rest) => ({ state, ...rest }));
}

/** One of each kind, here and below: one added to the domain does not compile until it is here. */
const phases: { readonly [K in Phase['kind']]: fc.Arbitrary<Phase & { readonly kind: K }> } = {
  ready: fc.record(
    {
      kind: fc.constant('ready' as const),
      notBefore: time,
      because: fc.constantFrom('locked', 'throttled', 'unreachable'),
    },
    { requiredKeys: ['kind', 'notBefore'] },
  ),
  sending: fc.record({ kind: fc.constant('sending' as const), since: time }),
  following: fc.record({
    kind: fc.constant('following' as const),
    url: maybeText,
    since: time,
    nextLookAt: time,
  }),
  'waiting-for-provider': fc.record({ kind: fc.constant('waiting-for-provider' as const), since: time }),
  holding: fc.record({ kind: fc.constant('holding' as const), since: time, until: time }),
};

const staleReasons: {
  readonly [K in StaleReason['kind']]: fc.Arbitrary<StaleReason & { readonly kind: K }>;
} = {
  changed: fc.record(
    { kind: fc.constant('changed' as const), changes: fc.array(fieldChange, { maxLength: 2 }), by: text },
    { requiredKeys: ['kind', 'changes'] },
  ),
  refused: fc.record({ kind: fc.constant('refused' as const), sentence: text }),
  'not-allowed': fc.record({ kind: fc.constant('not-allowed' as const), userId: text }),
};

const failure = fc.record(
  { code: text, message: text, details: fc.array(text, { maxLength: 2 }), correlationId: text },
  { requiredKeys: ['code', 'message', 'details'] },
);

type Calm = Exclude<RequestState, Executing>;
const calmStates: { readonly [S in Calm['state']]: fc.Arbitrary<Calm & { readonly state: S }> } = {
  requested: fc.constant({ state: 'requested' }),
  approved: ofState('approved', { at: time }),
  rejected: ofState('rejected', { at: time, by: text, reason: text }),
  withdrawn: ofState('withdrawn', { at: time, by: text }),
  expired: ofState('expired', { at: time }),
  stale: ofState('stale', { at: time, why: fc.oneof(...Object.values(staleReasons)) }),
  succeeded: ofState('succeeded', { at: time, startedAt: time }),
  failed: ofState('failed', { at: time, startedAt: time, failure, step: small }),
};
const calmState = fc.oneof(...Object.values(calmStates));

const executing: fc.Arbitrary<Executing> = ofState('executing', {
  startedAt: time,
  step: small,
  phase: fc.oneof(...Object.values(phases)),
});

const rule = fc.record({
  approvals: small,
  from: fc.constantFrom(...roles),
  requesterMayApprove: fc.boolean(),
  expiresAfterMs: fc.nat(),
});
const approvals = fc.array(fc.record({ by: text, at: time }), { maxLength: 2 });

const facts: fc.Arbitrary<RequestFacts> = fc.record({
  id: fc.constantFrom('r1', 'r2'),
  // Few, so that one often follows the other.
  revision: fc.integer({ min: 1, max: 3 }),
  intent,
  plan,
  rule,
  requestedBy: text,
  requestedAt: time,
  askedIn: maybeText,
  shownIn: fc.oneof(fc.record({ channelId: text }), fc.record({ userId: text })),
  expiresAt: time,
  approvals,
});

export const request: fc.Arbitrary<Request> = fc
  .tuple(facts, fc.oneof(calmState, executing))
  .map(([known, state]) => ({ ...known, ...state }));

const executingView: fc.Arbitrary<ExecutingView> = fc.record(
  {
    state: fc.constant('executing' as const),
    startedAt: time,
    step: small,
    steps: small,
    doing: stepKind,
    waitsFor: fc.constantFrom('azure', 'lock', 'quota', 'network', 'provider', 'time'),
    until: time,
  },
  { requiredKeys: ['state', 'startedAt', 'step', 'steps', 'doing', 'waitsFor'] },
);

export const requestView: fc.Arbitrary<RequestView> = fc.record({
  id: text,
  operation: fc.constantFrom(...requestOperations),
  target,
  ...shownOfPlan,
  rule,
  requestedBy: text,
  requestedAt: time,
  askedIn: maybeText,
  expiresAt: time,
  approvals,
  authorization: maybeText,
  state: fc.oneof(calmState, executingView),
});
