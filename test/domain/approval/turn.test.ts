import { describe, expect, it } from 'vitest';
import type { Request } from '../../../src/domain/approval/request.ts';
import { settleMs, soonest, turnsOf } from '../../../src/domain/approval/turn.ts';
import type { Step } from '../../../src/domain/operation/step.ts';
import { t0 } from '../../support/a-circuit.ts';
import { afterCommand, ana, aPlan, aRequest } from '../../support/a-request.ts';
import { aResizeIntent } from '../../support/an-intent.ts';
import { aTarget } from '../../support/plan-inputs.ts';

const approve = { kind: 'approve', by: ana } as const;
const start = { kind: 'start' } as const;
const hourMs = 3_600_000;

function approved(id: string, circuit = 'lon-01', minute = 0): Request {
  const intent = aResizeIntent({ target: aTarget(circuit) });
  return { ...aRequest({ id, intent }, [approve]), requestedAt: t0 + minute * 60_000 };
}

function waiting(id: string): Request {
  const steps: readonly Step[] = [{ kind: 'await-deprovisioned' }, { kind: 'delete-circuit' }];
  return aRequest({ id, plan: aPlan({ steps }) }, [approve, start]);
}

const idsOf = (requests: readonly Request[]) => turnsOf(requests, t0).map(({ request }) => request.id);
const fromOf = (request: Request, now = t0) => turnsOf([request], now).map(({ from }) => from);

describe('turns', () => {
  it('go to the oldest that is approved, on each circuit for itself', () => {
    const requests = [approved('b', 'lon-01', 2), approved('a', 'lon-01', 1), approved('c', 'fra-02', 3)];
    expect(idsOf(requests)).toEqual(['a', 'c']);
  });

  it('go to nobody whom others have yet to approve', () => {
    expect(idsOf([aRequest()])).toEqual([]);
  });

  it('stay with what is being carried out on a circuit', () => {
    const younger = afterCommand(approved('young', 'lon-01', 9), start);
    expect(idsOf([approved('old'), younger])).toEqual(['young']);
  });

  it('go past what waits for its provider', () => {
    expect(idsOf([waiting('wait'), approved('next', 'lon-01', 5)])).toEqual(['next', 'wait']);
  });

  it('do not come back to what waits for its provider while something else is written', () => {
    const writing = afterCommand(approved('next', 'lon-01', 5), start);
    expect(idsOf([waiting('wait'), writing])).toEqual(['next']);
  });
});

describe('the moment of a turn', () => {
  const sending = afterCommand(approved('a'), start);

  it('of what may or may not have arrived leaves it time to show', () => {
    expect(fromOf(sending)).toEqual([t0 + settleMs]);
  });

  it('of what was put off or is followed is when that is over', () => {
    const off = afterCommand(sending, { kind: 'defer', notBefore: t0 + 5, because: 'locked' });
    const followed = afterCommand(sending, { kind: 'follow', url: undefined, nextLookAt: t0 + 7 });
    expect([fromOf(off), fromOf(followed)]).toEqual([[t0 + 5], [t0 + 7]]);
  });

  it('of what holds is the end of that, or now when the clock was set back', () => {
    const steps: readonly Step[] = [{ kind: 'hold', forMs: 4 * hourMs }];
    const holding = aRequest({ plan: aPlan({ steps }) }, [approve, start]);
    expect(fromOf(holding)).toEqual([t0 + 4 * hourMs]);
    expect(fromOf(holding, t0 - 1)).toEqual([t0 - 1]);
  });

  it('is now where it lies ahead further than it ever could', () => {
    expect(soonest(t0 + hourMs, t0)).toBe(t0 + hourMs);
    expect(soonest(t0 + hourMs + 1, t0)).toBe(t0);
  });
});
