import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/domain/approval/messages.ts';
import type { Request } from '../../../src/domain/approval/request.ts';
import { auditOf } from '../../../src/domain/approval/trail.ts';
import { t0 } from '../../support/a-circuit.ts';
import {
  afterCommand,
  ana,
  approvalsChannel,
  aRequest,
  aRule,
  netops,
  omar,
} from '../../support/a-request.ts';

const approve = { kind: 'approve', by: ana } as const;
const start = { kind: 'start' } as const;
const done = { kind: 'finish-step' } as const;
const reject = { kind: 'reject', by: ana, reason: 'not tonight' } as const;
const alone = aRule({ approvals: 0 });
const minuteMs = 60_000;

function owed(before: Request | undefined, after: Request, at = t0): readonly string[] {
  return messagesOf({ before, after, at }).map(({ key, to }) => `${key} → ${JSON.stringify(to)}`);
}

const card = (revision: number, to = approvalsChannel) =>
  `request.R-7K2Q9M.${revision} → {"channelId":"${to}"}`;
const ended = `request-ended.R-7K2Q9M → {"userId":"${omar}"}`;

describe('the messages that a request owes', () => {
  it('are a version of its one card for each thing that people can see', () => {
    const request = aRequest();
    expect(owed(undefined, request)).toEqual([card(1)]);
    expect(messagesOf({ before: undefined, after: request, at: t0 })[0]?.card).toBe('request.R-7K2Q9M');
    expect(owed(request, afterCommand(request, approve))).toEqual([card(2)]);
  });

  it('are none for what only Azure and the store know of', () => {
    const sending = aRequest({}, [approve, start]);
    expect(owed(sending, afterCommand(sending, { kind: 'follow', url: 'u', nextLookAt: t0 }))).toEqual([]);
  });

  it('tell who asked of the end, where others decided it elsewhere', () => {
    const request = aRequest();
    expect(owed(request, afterCommand(request, reject))).toEqual([card(2), ended]);
    const begun = aRequest({}, [approve, start]);
    expect(owed(begun, afterCommand(begun, done))).toEqual([card(4), ended]);
  });

  it('tell who asked of a decision made where it was asked by the card alone, and of the outcome directly', () => {
    const here = { askedIn: approvalsChannel };
    const request = aRequest(here);
    expect(owed(request, afterCommand(request, reject))).toEqual([card(2)]);
    const begun = aRequest(here, [approve, start]);
    expect(owed(begun, afterCommand(begun, done))).toEqual([card(4), ended]);
  });

  it('tell who asked nothing of what they did themselves', () => {
    const request = aRequest();
    expect(owed(request, afterCommand(request, { kind: 'withdraw', by: omar }))).toEqual([card(2)]);
  });

  it('tell who confirmed alone of the end only when it took longer than they watch', () => {
    const begun = aRequest({ rule: alone, shownIn: { channelId: netops } }, [start]);
    const quick = t0 + 10 * minuteMs;
    expect(owed(begun, afterCommand(begun, done, quick), quick)).toEqual([card(3, netops)]);
    expect(owed(begun, afterCommand(begun, done, quick + 1), quick + 1)).toEqual([card(3, netops), ended]);
  });
});

describe('the audit trail of a request', () => {
  const entry = (events: Parameters<typeof auditOf>[0], after: Request) =>
    auditOf(events, { after, at: t0 }, { userId: ana, channelId: netops });

  it('says who did what, from where, on what', () => {
    const after = aRequest({}, [approve]);
    const events = [
      { kind: 'approval-given', by: ana, at: t0 },
      { kind: 'approved', at: t0 },
    ] as const;
    expect(entry(events, after)).toEqual([
      {
        id: 'R-7K2Q9M.2.0',
        at: t0,
        by: ana,
        channelId: netops,
        act: 'approve',
        operation: 'resize',
        requestId: 'R-7K2Q9M',
        circuit: { id: after.intent.target.id, name: 'lon-01' },
      },
    ]);
  });

  it('says before and after when it is asked and when it is done', () => {
    const { changes } = aRequest().plan;
    const request = aRequest({}, [approve, start]);
    expect(entry([{ kind: 'succeeded', at: t0 }], request)).toMatchObject([{ act: 'succeed', changes }]);
  });

  it('says why it was rejected, failed or went stale', () => {
    const request = aRequest();
    const failure = { code: 'ConflictError', message: 'No.', details: [] };
    const changes = [{ field: 'VLAN ID', before: '1', after: '2' }];
    const notes = (
      [
        { kind: 'rejected', at: t0, by: ana, reason: 'not tonight' },
        { kind: 'failed', at: t0, failure },
        { kind: 'went-stale', at: t0, why: { kind: 'changed', changes } },
        { kind: 'went-stale', at: t0, why: { kind: 'refused', sentence: 'lon-01 is gone.' } },
        { kind: 'stopped-early', at: t0, by: ana },
      ] as const
    ).map((event) => entry([event], request)[0]?.note);
    expect(notes).toEqual([
      'not tonight',
      'ConflictError',
      'changed: VLAN ID',
      'lon-01 is gone.',
      'stopped early',
    ]);
  });
});
