import { describe, expect, test } from 'vitest';
import type { RequestCommand } from '../../../src/domain/approval/command.ts';
import { decide } from '../../../src/domain/approval/decide.ts';
import type { Request } from '../../../src/domain/approval/request.ts';
import { viewOf } from '../../../src/domain/approval/view.ts';
import { actionIds } from '../../../src/slack/action-ids.ts';
import { requestReply } from '../../../src/slack/blocks/notice/request.ts';
import { t0 } from '../../support/a-circuit.ts';
import { adam, ana, aPlan, aRequest, omar } from '../../support/a-request.ts';

const waiting = { plan: aPlan({ steps: [{ kind: 'await-deprovisioned' }, { kind: 'delete-circuit' }] }) };
const holding = { plan: aPlan({ steps: [{ kind: 'hold', forMs: 600_000 }] }) };
const approved = [{ kind: 'approve', by: ana }] as const;
const started = [...approved, { kind: 'start' }] as const;

const requests: readonly (readonly [name: string, request: Request])[] = [
  ['waits for approval', aRequest()],
  ['is approved', aRequest({}, approved)],
  ['is being carried out', aRequest({}, started)],
  ['waits for the provider', aRequest(waiting, started)],
  ['waits for its time', aRequest(holding, started)],
  ['was withdrawn', aRequest({}, [{ kind: 'withdraw', by: omar }])],
  ['was rejected', aRequest({}, [{ kind: 'reject', by: ana, reason: 'No.' }])],
];

const deeds: readonly (readonly [actionId: string, command: RequestCommand])[] = [
  [actionIds.approve, { kind: 'approve', by: adam }],
  [actionIds.reject, { kind: 'reject', by: ana, reason: 'No.' }],
  [actionIds.withdraw, { kind: 'withdraw', by: omar }],
  [actionIds.stopHolding, { kind: 'stop-holding', by: omar }],
];

describe('a request that', () => {
  test.each(requests)(
    '%s has a button for each thing that can be done with it, and no other',
    (_, request) => {
      const shown = JSON.stringify(requestReply(viewOf(request)).blocks);
      const offered = deeds.map(([actionId]) => shown.includes(`"${actionId}"`));
      expect(offered).toEqual(deeds.map(([, command]) => decide(command, request, t0 + 1).ok));
    },
  );
});

describe('a failover test whose end failed', () => {
  const failure = { code: 'AuthorizationFailed', message: 'No.', details: [] };
  const told = (step: number) => {
    const state = { state: 'failed', at: t0, startedAt: t0, failure, step } as const;
    const view = { ...viewOf(aRequest()), operation: 'failover', state } as const;
    return JSON.stringify(requestReply(view).blocks);
  };

  test('is told as one that may still run, with how to stop it', () => {
    expect(told(2)).toContain('The test may still be running, with one link out of use.');
    expect(told(2)).toContain('Stop it in the Azure portal');
  });

  test('is not confused with one that never began', () => {
    expect(told(0)).not.toContain('may still be running');
  });
});
