import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../src/domain/approval/view.ts';
import type { Step } from '../../../src/domain/operation/step.ts';
import { t0 } from '../../support/a-circuit.ts';
import { afterCommand, ana, aPlan, aRequest, netops, omar } from '../../support/a-request.ts';
import { anAuthorizeIntent } from '../../support/an-intent.ts';

const approve = { kind: 'approve', by: ana } as const;
const start = { kind: 'start' } as const;

function stateAfter(steps: readonly Step[], ...commands: Parameters<typeof afterCommand>[1][]) {
  return viewOf(aRequest({ plan: aPlan({ steps }) }, [approve, start, ...commands])).state;
}

describe('what people see of a request', () => {
  it('is what was asked, by whom, under which rule', () => {
    const request = aRequest();
    expect(viewOf(request)).toEqual({
      id: request.id,
      operation: 'resize',
      target: request.intent.target,
      changes: request.plan.changes,
      seen: request.plan.seen,
      cautions: request.plan.cautions,
      rule: request.rule,
      requestedBy: omar,
      requestedAt: t0,
      askedIn: netops,
      expiresAt: request.expiresAt,
      approvals: [],
      state: { state: 'requested' },
    });
  });

  it('names the authorization that is made for somebody else', () => {
    expect(viewOf(aRequest({ intent: anAuthorizeIntent() })).authorization).toBe('auth-1');
  });

  it('tells how far it is and what it waits for', () => {
    const put: Step = { kind: 'put-authorization', name: 'a' };
    const defer = (because: 'locked' | 'throttled' | 'unreachable') =>
      stateAfter([put, put], { kind: 'defer', notBefore: t0 + 9, because });
    expect(stateAfter([put, put])).toEqual({
      state: 'executing',
      startedAt: t0,
      step: 0,
      steps: 2,
      doing: 'put-authorization',
      waitsFor: 'azure',
    });
    expect(defer('locked')).toMatchObject({ waitsFor: 'lock' });
    expect(defer('throttled')).toMatchObject({ waitsFor: 'quota' });
    expect(defer('unreachable')).toMatchObject({ waitsFor: 'network' });
    expect(stateAfter([{ kind: 'await-deprovisioned' }])).toMatchObject({ waitsFor: 'provider' });
    expect(stateAfter([{ kind: 'hold', forMs: 9 }])).toMatchObject({ waitsFor: 'time', until: t0 + 9 });
  });

  it('is the same while Azure is sent to and followed: nothing to edit', () => {
    const sending = aRequest({}, [approve, start]);
    const followed = afterCommand(sending, { kind: 'follow', url: 'u', nextLookAt: t0 + 7 });
    const looked = afterCommand(followed, { kind: 'follow', url: 'u', nextLookAt: t0 + 70 });
    expect(viewOf(followed)).toEqual(viewOf(sending));
    expect(viewOf(looked)).toEqual(viewOf(sending));
  });

  it('tells the end, and nothing of the steps before it', () => {
    const failure = { code: 'ConflictError', message: 'No.', details: [], correlationId: 'c-1' };
    expect(viewOf(aRequest({}, [approve, start, { kind: 'fail', failure }])).state).toEqual({
      state: 'failed',
      at: t0,
      startedAt: t0,
      failure,
      step: 0,
    });
    expect(viewOf(aRequest({}, [approve, start, { kind: 'finish-step' }])).state).toEqual({
      state: 'succeeded',
      at: t0,
      startedAt: t0,
    });
    const rejected = viewOf(aRequest({}, [{ kind: 'reject', by: ana, reason: 'no' }])).state;
    expect(rejected).toEqual({ state: 'rejected', at: t0, by: ana, reason: 'no' });
    expect(viewOf(aRequest({}, [{ kind: 'withdraw', by: omar }])).state).toEqual({
      state: 'withdrawn',
      at: t0,
      by: omar,
    });
  });
});
