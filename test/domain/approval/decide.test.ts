import { describe, expect, it } from 'vitest';
import type { RequestCommand } from '../../../src/domain/approval/command.ts';
import { decide, reasonLimit } from '../../../src/domain/approval/decide.ts';
import type { Request } from '../../../src/domain/approval/request.ts';
import { t0 } from '../../support/a-circuit.ts';
import { adam, anAsk, ana, aRequest, aRule, omar } from '../../support/a-request.ts';
import { aDeprovisionIntent } from '../../support/an-intent.ts';

const later = t0 + 60_000;
const dayLater = t0 + 86_400_000;
const approve = (by: string) => ({ kind: 'approve', by }) as const;

function kinds(command: RequestCommand, request: Request | undefined, now = later): readonly string[] {
  const decided = decide(command, request, now);
  return decided.ok ? decided.value.map(({ kind }) => kind) : [decided.refusal.code];
}

describe('asking', () => {
  it('waits for approval where the rule asks for one', () => {
    expect(aRequest()).toMatchObject({ state: 'requested', revision: 1, expiresAt: dayLater, approvals: [] });
  });

  it('is approved at once where the rule asks for none', () => {
    expect(aRequest({ rule: aRule({ approvals: 0 }) })).toMatchObject({ state: 'approved', revision: 1 });
  });
});

describe('approving', () => {
  it('by another person is enough where one is asked for', () => {
    expect(kinds(approve(ana), aRequest())).toEqual(['approval-given', 'approved']);
  });

  it('takes as many people as the rule says', () => {
    const two = aRequest({ rule: aRule({ approvals: 2 }) });
    expect(kinds(approve(ana), two)).toEqual(['approval-given']);
    const one = aRequest({ rule: aRule({ approvals: 2 }) }, [approve(ana)]);
    expect(kinds(approve(adam), one)).toEqual(['approval-given', 'approved']);
  });

  it('by the requester is refused', () => {
    expect(kinds(approve(omar), aRequest())).toEqual(['own-request']);
  });

  it('by the requester counts where the rule lets it', () => {
    const own = aRequest({ rule: aRule({ requesterMayApprove: true }) });
    expect(kinds(approve(omar), own)).toEqual(['approval-given', 'approved']);
  });

  it('a second time by the same person is refused', () => {
    const once = aRequest({ rule: aRule({ approvals: 2 }) }, [approve(ana)]);
    expect(kinds(approve(ana), once)).toEqual(['already-approved']);
  });

  it('when enough have approved is refused', () => {
    expect(kinds(approve(adam), aRequest({}, [approve(ana)]))).toEqual(['already-approved']);
  });

  it('at the very end of its time is refused, and a moment before is not', () => {
    expect(kinds(approve(ana), aRequest(), dayLater)).toEqual(['request-expired']);
    expect(kinds(approve(ana), aRequest(), dayLater - 1)).toEqual(['approval-given', 'approved']);
  });

  it('while it is carried out is refused', () => {
    expect(kinds(approve(adam), aRequest({}, [approve(ana), { kind: 'start' }]))).toEqual([
      'request-executing',
    ]);
  });
});

describe('rejecting', () => {
  const reject = (reason: string) => ({ kind: 'reject', by: ana, reason }) as const;

  it('keeps who did it and why, without the spaces around it', () => {
    expect(decide(reject('  not tonight \n'), aRequest(), later)).toEqual({
      ok: true,
      value: [{ kind: 'rejected', at: later, by: ana, reason: 'not tonight' }],
    });
  });

  it('needs a reason that is not too long', () => {
    expect(kinds(reject('  '), aRequest())).toEqual(['reason-missing']);
    expect(kinds(reject('x'.repeat(reasonLimit)), aRequest())).toEqual(['rejected']);
    expect(kinds(reject('x'.repeat(reasonLimit + 1)), aRequest())).toEqual(['reason-too-long']);
  });

  it('still stops what is approved and not begun', () => {
    expect(kinds(reject('wrong circuit'), aRequest({}, [approve(ana)]))).toEqual(['rejected']);
    const begun = aRequest({}, [approve(ana), { kind: 'start' }]);
    expect(kinds(reject('wrong circuit'), begun)).toEqual(['request-executing']);
  });

  it('after its time is refused', () => {
    expect(kinds(reject('late'), aRequest(), dayLater)).toEqual(['request-expired']);
  });
});

describe('withdrawing', () => {
  const withdraw = { kind: 'withdraw', by: omar } as const;

  it('is for the requester alone', () => {
    expect(decide({ kind: 'withdraw', by: ana }, aRequest(), later)).toEqual({
      ok: false,
      refusal: { code: 'not-the-requester', id: 'R-7K2Q9M', requestedBy: omar },
    });
    expect(kinds(withdraw, aRequest())).toEqual(['withdrawn']);
  });

  it('goes until it is begun', () => {
    expect(kinds(withdraw, aRequest({}, [approve(ana)]))).toEqual(['withdrawn']);
    expect(kinds(withdraw, aRequest({}, [approve(ana), { kind: 'start' }]))).toEqual(['request-executing']);
  });

  it('goes while the provider is waited for, which may take weeks', () => {
    const steps = [{ kind: 'await-deprovisioned' }, { kind: 'delete-circuit' }] as const;
    const waiting = aRequest({ intent: aDeprovisionIntent(), plan: { ...anAsk().plan, steps } }, [
      approve(ana),
      { kind: 'start' },
    ]);
    expect(kinds(withdraw, waiting)).toEqual(['withdrawn']);
    const deleting = aRequest({ intent: aDeprovisionIntent(), plan: { ...anAsk().plan, steps } }, [
      approve(ana),
      { kind: 'start' },
      { kind: 'finish-step' },
    ]);
    expect(kinds(withdraw, deleting)).toEqual(['request-executing']);
  });
});

describe('expiring', () => {
  it('happens at its time and not before', () => {
    expect(kinds({ kind: 'expire' }, aRequest(), dayLater - 1)).toEqual([]);
    expect(kinds({ kind: 'expire' }, aRequest(), dayLater)).toEqual(['expired']);
  });

  it('happens to what is approved and still waits', () => {
    expect(kinds({ kind: 'expire' }, aRequest({}, [approve(ana)]), dayLater)).toEqual(['expired']);
  });

  it('does not happen to what is being carried out', () => {
    const begun = aRequest({}, [approve(ana), { kind: 'start' }]);
    expect(kinds({ kind: 'expire' }, begun, dayLater)).toEqual(['request-executing']);
  });
});

describe('stopping what holds', () => {
  const steps = [
    { kind: 'start-failover-test', link: 'Primary', category: 'BgpDisconnect' },
    { kind: 'hold', forMs: 600_000 },
    { kind: 'stop-failover-test', link: 'Primary', category: 'BgpDisconnect' },
  ] as const;
  const test = { plan: { ...anAsk().plan, steps } };
  const stop = { kind: 'stop-holding', by: ana } as const;

  it('goes on with the next step', () => {
    const holding = aRequest(test, [approve(ana), { kind: 'start' }, { kind: 'finish-step' }]);
    expect(kinds(stop, holding)).toEqual(['stopped-early', 'step-done']);
  });

  it('is refused before and after', () => {
    expect(kinds(stop, aRequest(test, [approve(ana)]))).toEqual(['request-over']);
    expect(kinds(stop, aRequest(test, [approve(ana), { kind: 'start' }]))).toEqual(['request-executing']);
  });
});

describe('a request that is not there or over', () => {
  const commands = [
    approve(ana),
    { kind: 'reject', by: ana, reason: 'no' },
    { kind: 'withdraw', by: omar },
    { kind: 'stop-holding', by: omar },
    { kind: 'expire' },
  ] as const;

  it.each(commands)('refuses to $kind', (command) => {
    expect(kinds(command, undefined)).toEqual(['request-gone']);
    const over = aRequest({}, [{ kind: 'withdraw', by: omar }]);
    expect(decide(command, over, later)).toEqual({
      ok: false,
      refusal: { code: 'request-over', id: 'R-7K2Q9M', state: 'withdrawn' },
    });
  });
});
