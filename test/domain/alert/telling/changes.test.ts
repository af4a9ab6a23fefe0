import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../../src/domain/alert/incident.ts';
import { catchUpLimit } from '../../../../src/domain/alert/notice.ts';
import { tellAlerts } from '../../../../src/domain/alert/telling/tell-alerts.ts';
import type { Request } from '../../../../src/domain/approval/request.ts';
import type { Change } from '../../../../src/domain/circuit/changes.ts';
import { aChange, aCircuitRef, t0 } from '../../../support/a-circuit.ts';
import { aRequest, netops } from '../../../support/a-request.ts';
import { aSubscription } from '../../../support/a-subscription.ts';
import { anIncident, aTelling } from '../../../support/an-incident.ts';
import { aLook, anAudience } from '../support/a-look.ts';

const place = { peering: 'MicrosoftPeering', link: 'secondary', family: 'ipv4' } as const;
const lost = aChange({ difference: { kind: 'bgp-session', ...place, before: 'up', after: 'down' } });
const back = aChange({ difference: { kind: 'bgp-session', ...place, before: 'down', after: 'up' } });
const plain = aChange({ id: 'poll-1.plain' });

function told(changes: readonly Change[], overrides: Parameters<typeof aLook>[0] = {}) {
  return tellAlerts(aLook({ changes, ...overrides })).owe.filter(({ card, replyTo }) => !card && !replyTo);
}

describe('a plain change', () => {
  test('is one message to each channel that wants it, in the order of the changes', () => {
    const ams = aChange({ id: 'poll-1.ams', circuit: aCircuitRef({ name: 'ams-01' }) });
    const subscriptions = [
      aSubscription('S1', 'C1', 'circuit:lon'),
      aSubscription('S2', 'C2', ''),
      aSubscription('S3', 'C2', 'circuit:lon'),
      aSubscription('S4', 'C3', 'severity:warning'),
    ];
    const owed = told([ams, plain], { audience: anAudience({ subscriptions }) });
    expect(owed.map(({ key }) => key)).toEqual(['poll-1.plain@C1', 'poll-1.ams@C2', 'poll-1.plain@C2']);
  });

  test('is not owed to a channel that cannot be reached', () => {
    const suspensions = [{ channelId: netops, reason: 'removed', since: t0 } as const];
    expect(told([plain], { audience: anAudience({ suspensions }) })).toEqual([]);
  });

  test('of a time when nobody looked is told with the others in one message', () => {
    const gathered = { since: t0 - 3_600_000, until: t0 };
    expect(told([plain, lost], { gathered })).toEqual([
      {
        key: `look-1.catch-up@${netops}`,
        to: { channelId: netops },
        owedAt: t0,
        notice: { kind: 'catch-up', why: 'away', ...gathered, changes: [plain, lost], omitted: 0 },
      },
    ]);
  });
});

test('of very many changes of that time the newest are told and the others counted', () => {
  const many = Array.from({ length: catchUpLimit + 3 }, (_, index) => aChange({ id: `poll-1.${index}` }));
  const [owed] = told(many, { gathered: { since: t0 - 3_600_000, until: t0 } });
  expect(owed?.notice).toMatchObject({ omitted: 3, changes: many.slice(3) });
});

describe('a change of something that has an incident', () => {
  const open = anIncident({ tellings: [aTelling()] });
  const clearing: Incident = { ...open, state: 'clearing', revision: 2 };

  test.each<[string, Change, Pick<Parameters<typeof aLook>[0] & object, 'before' | 'incidents'>]>([
    ['opens now', lost, { incidents: [anIncident()] }],
    ['goes on', lost, { before: [open], incidents: [open] }],
    ['gets well', back, { before: [open], incidents: [clearing] }],
    ['ends now', back, { before: [open], incidents: [{ ...open, state: 'resolved', revision: 2 }] }],
    ['is only suspected', lost, { incidents: [anIncident({ state: 'pending', steps: [] })] }],
    [
      'was suspected and never was',
      back,
      { before: [anIncident({ state: 'pending', steps: [] })], incidents: [] },
    ],
  ])('is no message where the incident that %s is told', (_what, change, incidents) => {
    expect(told([change], incidents)).toEqual([]);
  });

  test('is told where the channel never heard of the incident', () => {
    const untold = anIncident();
    expect(
      told([back], { before: [untold], incidents: [{ ...untold, state: 'clearing', revision: 2 }] }),
    ).toHaveLength(1);
  });

  test('is told when the incident was over before', () => {
    const over: Incident = { ...open, state: 'resolved' };
    expect(told([back], { before: [over], incidents: [over] })).toHaveLength(1);
  });

  test.each([
    ['severity:critical', 'warning', 0],
    ['severity:critical kind:bgp-session', 'critical', 1],
    ['severity:warning', 'info', 0],
  ] as const)('is as severe as the incident: %s, %s', (wish, severity, messages) => {
    const subscriptions = [aSubscription('S1', netops, wish)];
    const incidents = [anIncident({ severity })];
    const audience = anAudience({ subscriptions });
    expect(told([back], { before: incidents, incidents, audience })).toHaveLength(messages);
  });
});

describe('a change that a request made', () => {
  const resized = aChange({ difference: { kind: 'bandwidth', beforeMbps: 200, afterMbps: 1_000 } });
  const request: Request = { ...aRequest(), state: 'succeeded', at: t0, startedAt: t0 };

  test('is shown as theirs', () => {
    const elsewhere: Request = { ...request, shownIn: { channelId: 'C0ELSE' } };
    const [owed] = told([resized], { requests: [elsewhere] });
    expect(owed?.notice).toMatchObject({ cause: { requestId: request.id, by: request.requestedBy } });
  });

  test('is not told where the message of the request stands', () => {
    const here: Request = { ...request, shownIn: { channelId: netops } };
    expect(told([resized], { requests: [here] })).toEqual([]);
    expect(told([resized], { requests: [here], gathered: { since: t0 - 1, until: t0 } })).toEqual([]);
  });
});
