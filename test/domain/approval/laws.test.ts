import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestCommand, StepCommand } from '../../../src/domain/approval/command.ts';
import { decide } from '../../../src/domain/approval/decide.ts';
import { decideStep } from '../../../src/domain/approval/decide-step.ts';
import type { RequestEvent } from '../../../src/domain/approval/event.ts';
import { advance } from '../../../src/domain/approval/evolve.ts';
import { messagesOf } from '../../../src/domain/approval/messages.ts';
import { isOver, type Request } from '../../../src/domain/approval/request.ts';
import { auditOf } from '../../../src/domain/approval/trail.ts';
import { viewOf } from '../../../src/domain/approval/view.ts';
import type { Step } from '../../../src/domain/operation/step.ts';
import { t0 } from '../../support/a-circuit.ts';
import { adam, anAsk, ana, aPlan, isStep, omar } from '../../support/a-request.ts';
import { aPeeringIntent, typedKey } from '../../support/an-intent.ts';

const signedUrl = 'https://management.azure.com/operations/1?t=1&s=SIGNATURE';
const hourMs = 3_600_000;
const people = fc.constantFrom(omar, ana, adam, 'U0EVE00001');

const rule = fc.record({
  approvals: fc.integer({ min: 0, max: 3 }),
  from: fc.constant('approver' as const),
  requesterMayApprove: fc.boolean(),
  expiresAfterMs: fc.constant(24 * hourMs),
});

const { settings, peering } = aPeeringIntent();
const step: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  { kind: 'put-peering', peering, settings },
  { kind: 'await-deprovisioned' },
  { kind: 'hold', forMs: hourMs },
  { kind: 'delete-circuit' },
);

const ask = fc
  .record({ rule, steps: fc.array(step, { maxLength: 4 }) })
  .map((made) => anAsk({ rule: made.rule, intent: aPeeringIntent(), plan: aPlan({ steps: made.steps }) }));

const command: fc.Arbitrary<Exclude<RequestCommand, { kind: 'request' }> | StepCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('approve'), by: people }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'start' } as const) },
  { weight: 4, arbitrary: fc.constant({ kind: 'finish-step' } as const) },
  fc.record({ kind: fc.constant('reject'), by: people, reason: fc.string({ maxLength: 4 }) }),
  fc.record({ kind: fc.constant('withdraw'), by: people }),
  fc.record({ kind: fc.constant('stop-holding'), by: people }),
  fc.constant({ kind: 'expire' } as const),
  { weight: 2, arbitrary: fc.constant({ kind: 'send' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'defer', notBefore: t0 + 1, because: 'locked' } as const) },
  { weight: 4, arbitrary: fc.constant({ kind: 'follow', url: signedUrl, nextLookAt: t0 + 2 } as const) },
  fc.constant({ kind: 'hold-anew' } as const),
  fc.constantFrom(
    { kind: 'go-stale', why: { kind: 'refused', sentence: 'It is gone.' } } as const,
    { kind: 'fail', failure: { code: 'X', message: 'No.', details: [] } } as const,
  ),
);

const life = fc.array(fc.record({ command, passMs: fc.constantFrom(0, 1_000, hourMs, 9 * hourMs) }), {
  maxLength: 30,
});

type Sight = { readonly request: Request; readonly batches: readonly (readonly RequestEvent[])[] };

/** Every state that a life goes through, with the batches of events up to there. */
function statesOf(
  begin: ReturnType<typeof anAsk>,
  moves: typeof life extends fc.Arbitrary<infer L> ? L : never,
) {
  const begun = decide({ kind: 'request', ask: begin }, undefined, t0);
  if (!begun.ok) throw new Error(begun.refusal.code);
  let now = t0;
  let sight: Sight = { request: advance(undefined, begun.value), batches: [begun.value] };
  const states = [{ ...sight, now, tried: undefined as string | undefined, refused: false }];
  for (const { command: tried, passMs } of moves) {
    now += passMs;
    const { request, batches } = sight;
    const decided = isStep(tried) ? decideStep(tried, request, now) : decide(tried, request, now);
    if (decided.ok && decided.value.length > 0) {
      sight = { request: advance(request, decided.value), batches: [...batches, decided.value] };
    }
    states.push({ ...sight, now, tried: tried.kind, refused: !decided.ok });
  }
  return states;
}

function law(holds: (states: ReturnType<typeof statesOf>) => void, parameters: { seed?: number } = {}): void {
  fc.assert(
    fc.property(ask, life, (begin, moves) => holds(statesOf(begin, moves))),
    { numRuns: 500, ...parameters },
  );
}

describe('whatever people and Azure do, in whatever order', () => {
  it('an end stays an end', () => {
    law((states) => {
      const end = states.findIndex(({ request }) => isOver(request));
      if (end < 0) return;
      for (const { request, refused } of states.slice(end + 1)) {
        expect(request).toEqual(states[end]?.request);
        expect(refused).toBe(true);
      }
    });
  });

  it('nobody approves twice, nor what they asked for themselves unless the rule lets them', () => {
    law((states) => {
      for (const { request } of states) {
        const approvers = request.approvals.map(({ by }) => by);
        expect(new Set(approvers).size).toBe(approvers.length);
        expect(approvers.includes(omar) && !request.rule.requesterMayApprove).toBe(false);
      }
    });
  });

  it('nothing is carried out without as many other people as the rule asks for, within its time', () => {
    law((states) => {
      for (const { request, tried, refused, now } of states) {
        if (tried === 'start' && !refused) expect(now).toBeLessThan(request.expiresAt);
        if (!['executing', 'succeeded', 'failed'].includes(request.state)) continue;
        expect(request.approvals.length).toBeGreaterThanOrEqual(request.rule.approvals);
      }
    });
  });

  it('what has expired, was rejected or went stale, was never carried out half-way', () => {
    law((states) => {
      const last = states.at(-1)?.request;
      if (!last || !['expired', 'rejected', 'stale'].includes(last.state)) return;
      const written = states.some(
        ({ request }) =>
          request.state === 'executing' &&
          request.plan.steps
            .slice(0, request.step)
            .some(({ kind }) => kind !== 'hold' && kind !== 'await-deprovisioned'),
      );
      expect(written).toBe(false);
    });
  });

  it('the revision grows by one with each batch, and the batches replayed make the same request', () => {
    law((states) => {
      for (const { request, batches } of states) {
        expect(request.revision).toBe(batches.length);
        const replayed = batches.reduce<Request | undefined>(
          (before, events) => advance(before, events),
          undefined,
        );
        expect(replayed).toEqual(request);
      }
    });
  });

  it('no secret is left in an end, and none is ever in what people see or the trail keeps', () => {
    law((states) => {
      for (const { request, batches, now: at } of states) {
        if (isOver(request)) expect(JSON.stringify(request)).not.toMatch(secrets);
        const moved = { before: undefined, after: request, at };
        const told = [
          viewOf(request),
          messagesOf(moved),
          auditOf(batches.at(-1) ?? [], moved, { userId: ana }),
        ];
        expect(JSON.stringify(told)).not.toMatch(secrets);
      }
    });
  });

  it('an operation URL is kept no longer than its step', () => {
    law((states) => {
      for (const { request } of states) {
        const isFollowed = request.state === 'executing' && request.phase.kind === 'following';
        if (!isFollowed) expect(JSON.stringify(request)).not.toContain('SIGNATURE');
      }
    });
  });

  it('each audit entry has an id of its own', () => {
    law((states) => {
      const ids = new Set<string>();
      let count = 0;
      const seen = new Set<number>();
      for (const { request, batches, now: at } of states) {
        if (seen.has(request.revision)) continue;
        seen.add(request.revision);
        for (const { id } of auditOf(batches.at(-1) ?? [], { after: request, at }, {})) {
          ids.add(id);
          count++;
        }
      }
      expect(ids.size).toBe(count);
    });
  });

  it('every state is reached', () => {
    const reached = new Set<string>();
    law(
      (states) => {
        for (const { request } of states) {
          reached.add(request.state === 'executing' ? request.phase.kind : request.state);
        }
      },
      { seed: 42 },
    );
    expect([...reached].sort()).toEqual(everyState);
  });
});

const secrets = new RegExp(`${typedKey}|SIGNATURE`, 'u');

const everyState = [
  'approved',
  'expired',
  'failed',
  'following',
  'holding',
  'ready',
  'rejected',
  'requested',
  'sending',
  'stale',
  'succeeded',
  'waiting-for-provider',
  'withdrawn',
];
