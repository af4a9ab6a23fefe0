import { describe, expect, it } from 'vitest';
import type { StepCommand } from '../../../src/domain/approval/command.ts';
import { decideStep } from '../../../src/domain/approval/decide-step.ts';
import type { Request } from '../../../src/domain/approval/request.ts';
import type { Step } from '../../../src/domain/operation/step.ts';
import { t0 } from '../../support/a-circuit.ts';
import { afterCommand, ana, aPlan, aRequest } from '../../support/a-request.ts';

const approve = { kind: 'approve', by: ana } as const;
const start = { kind: 'start' } as const;
const done = { kind: 'finish-step' } as const;
const hourMs = 3_600_000;

const put: Step = { kind: 'put-authorization', name: 'a' };
const wait: Step = { kind: 'await-deprovisioned' };
const hold: Step = { kind: 'hold', forMs: hourMs };

function begun(...steps: readonly Step[]): Request {
  return aRequest({ plan: aPlan({ steps }) }, [approve, start]);
}

function refusalOf(command: StepCommand, request: Request, now = t0): string | undefined {
  const decided = decideStep(command, request, now);
  return decided.ok ? undefined : decided.refusal.code;
}

describe('starting', () => {
  it('has a first write on its way at once, so that a restart looks for it', () => {
    expect(begun(put)).toMatchObject({
      state: 'executing',
      startedAt: t0,
      step: 0,
      phase: { kind: 'sending', since: t0 },
    });
  });

  it('begins to wait where the first step is to wait', () => {
    expect(begun(wait)).toMatchObject({ phase: { kind: 'waiting-for-provider', since: t0 } });
    expect(begun(hold)).toMatchObject({ phase: { kind: 'holding', since: t0, until: t0 + hourMs } });
  });

  it('of a plan without steps is its end', () => {
    expect(begun()).toMatchObject({ state: 'succeeded', at: t0 });
  });

  it('needs the approvals', () => {
    expect(refusalOf(start, aRequest())).toBe('out-of-step');
  });

  it('is too late when the request has expired', () => {
    expect(refusalOf(start, aRequest({}, [approve]), t0 + 86_400_000)).toBe('out-of-step');
  });

  it('happens once', () => {
    expect(refusalOf(start, begun(put))).toBe('out-of-step');
  });
});

describe('a step that is done', () => {
  it('is followed by the next, which is not yet on its way', () => {
    const next = afterCommand(begun(put, put), done, t0 + 1);
    expect(next).toMatchObject({ state: 'executing', step: 1, phase: { kind: 'ready', notBefore: t0 + 1 } });
  });

  it('is the end when it is the last', () => {
    const end = afterCommand(afterCommand(begun(put, hold), done), done, t0 + 2);
    expect(end).toMatchObject({ state: 'succeeded', at: t0 + 2, startedAt: t0 });
  });
});

describe('a write', () => {
  it('is put off with the reason, by an hour at most', () => {
    const off = afterCommand(begun(put), { kind: 'defer', notBefore: t0 + 9 * hourMs, because: 'throttled' });
    expect(off).toMatchObject({ phase: { kind: 'ready', notBefore: t0 + hourMs, because: 'throttled' } });
  });

  it('is followed by its URL', () => {
    const followed = afterCommand(begun(put), { kind: 'follow', url: 'u', nextLookAt: t0 + 9 });
    expect(followed).toMatchObject({ phase: { kind: 'following', url: 'u', since: t0, nextLookAt: t0 + 9 } });
  });

  it('that Azure works on is not sent again', () => {
    const followed = afterCommand(begun(put), { kind: 'follow', url: 'u', nextLookAt: t0 });
    expect(refusalOf({ kind: 'send' }, followed)).toBe('out-of-step');
  });

  it('is nothing that a waiting step does', () => {
    for (const request of [begun(wait), begun(hold)]) {
      expect(refusalOf({ kind: 'send' }, request)).toBe('out-of-step');
      expect(refusalOf({ kind: 'defer', notBefore: t0 }, request)).toBe('out-of-step');
    }
  });
});

describe('holding', () => {
  it('begins again for the same time when the clock was set back', () => {
    const anew = afterCommand(begun(hold), { kind: 'hold-anew' }, t0 - 5 * hourMs);
    expect(anew).toMatchObject({
      phase: { kind: 'holding', since: t0 - 5 * hourMs, until: t0 - 4 * hourMs },
    });
    expect(refusalOf({ kind: 'hold-anew' }, begun(put))).toBe('out-of-step');
  });
});

describe('what was approved and is not so any more', () => {
  const why = { kind: 'changed', changes: [{ field: 'VLAN ID', before: '100', after: '' }] } as const;
  const stale = { kind: 'go-stale', why } as const;

  it('goes stale before it is begun, and while nothing was written', () => {
    expect(afterCommand(aRequest({}, [approve]), stale)).toMatchObject({ state: 'stale', at: t0, why });
    expect(afterCommand(begun(put), stale)).toMatchObject({ state: 'stale' });
    expect(afterCommand(afterCommand(begun(wait, put), done), stale)).toMatchObject({ state: 'stale' });
  });

  it('fails half-way when something was written, and says what is different', () => {
    expect(afterCommand(afterCommand(begun(put, put), done), stale)).toMatchObject({
      state: 'failed',
      step: 1,
      failure: { code: 'ChangedMeanwhile', details: ['VLAN ID: 100 → –'] },
    });
  });

  it('fails half-way with the rule that forbids it, or for who lost the role', () => {
    const halfWay = afterCommand(begun(put, put), done);
    const refused = { kind: 'go-stale', why: { kind: 'refused', sentence: 'lon-01 is gone.' } } as const;
    expect(afterCommand(halfWay, refused)).toMatchObject({
      failure: { code: 'RefusedMeanwhile', message: 'lon-01 is gone.' },
    });
    const lost = { kind: 'go-stale', why: { kind: 'not-allowed', userId: ana } } as const;
    expect(afterCommand(halfWay, lost)).toMatchObject({ failure: { code: 'NotAllowedAnyMore' } });
  });

  it('is nothing that can be said of a request that nobody approved', () => {
    expect(refusalOf(stale, aRequest())).toBe('out-of-step');
  });
});

describe('a request that is over', () => {
  const over = aRequest({}, [approve, start, done]);

  it.each<StepCommand>([
    start,
    done,
    { kind: 'send' },
    { kind: 'fail', failure: { code: 'X', message: 'No.', details: [] } },
    { kind: 'go-stale', why: { kind: 'refused', sentence: 'No.' } },
  ])('is not moved by $kind', (command) => {
    expect(over.state).toBe('succeeded');
    expect(refusalOf(command, over)).toBe('out-of-step');
  });
});
