import { describe, expect, test } from 'vitest';
import type { Incident, IncidentStep, StepWhat } from '../../../../src/domain/alert/incident.ts';
import type { Owed } from '../../../../src/domain/alert/notice.ts';
import { tellAlerts } from '../../../../src/domain/alert/telling/tell-alerts.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { netops } from '../../../support/a-request.ts';
import { aSubscription } from '../../../support/a-subscription.ts';
import { aConnectivityTrouble, anIncident, aTelling } from '../../../support/an-incident.ts';
import { aLook, anAudience } from '../support/a-look.ts';

const card = `incident.INC-7K2QF@${netops}`;
const newer = `incident.INC-7K2QF.1@${netops}`;
const down = { severity: 'critical', trouble: aConnectivityTrouble({ extent: 'down' }) } as const;
const step = (n: number, what: StepWhat): IncidentStep => ({ n, at: t0 + n, what });
const keys = (owed: readonly Owed[]) => owed.map(({ key }) => key);

/** The incident after one more step, told as a card before. */
function moved(what: StepWhat, overrides: Partial<Incident> = {}, toldSeverity = anIncident().severity) {
  const before = anIncident({ tellings: [aTelling({ toldSeverity })], ...reopenedFrom(what) });
  const steps = [...before.steps, step(2, what)];
  const after: Incident = { ...before, state: 'open', revision: 2, steps, ...overrides };
  return { before: [before], incidents: [after] };
}

function reopenedFrom({ kind }: StepWhat): Partial<Incident> {
  return kind === 'reopened' ? { state: 'resolved' } : {};
}

const well = moved({ kind: 'well' }, { state: 'clearing', goodSince: t0 });
const worse = moved({ kind: 'changed', ...down }, down);
const back = moved({ kind: 'reopened', ...down, severity: 'warning' }, { reopened: 1 });

describe('an incident that opens', () => {
  const told = tellAlerts(aLook({ incidents: [anIncident()] }));

  test('is one card in a channel, without a reply', () => {
    expect(told.owe).toEqual([
      {
        key: `${card}.1@${netops}`,
        card,
        to: { channelId: netops },
        owedAt: t0,
        notice: { kind: 'incident', view: expect.objectContaining({ id: 'INC-7K2QF', state: 'open' }) },
      },
    ]);
  });

  test('is remembered as told', () => {
    expect(told.incidents.map(({ tellings }) => tellings)).toEqual([[aTelling()]]);
  });

  test('is told to each channel that wants it', () => {
    const subscriptions = [
      aSubscription('S1', 'C1', 'severity:warning'),
      aSubscription('S2', 'C1', 'kind:bgp-session'),
      aSubscription('S3', 'C2', 'severity:critical'),
      aSubscription('S4', 'C3', 'circuit:ams'),
      aSubscription('S5', 'C4', ''),
    ];
    const { owe } = tellAlerts(aLook({ incidents: [anIncident()], audience: anAudience({ subscriptions }) }));
    expect(owe.map(({ to }) => to)).toEqual([{ channelId: 'C1' }, { channelId: 'C4' }]);
  });

  test('is not told while it is only suspected', () => {
    expect(tellAlerts(aLook({ incidents: [anIncident({ state: 'pending', steps: [] })] })).owe).toEqual([]);
  });

  test('is not told where the channel cannot be reached', () => {
    const suspensions = [{ channelId: netops, reason: 'archived', since: t0 } as const];
    const told = tellAlerts(aLook({ incidents: [anIncident()], audience: anAudience({ suspensions }) }));
    expect([told.owe, told.incidents, told.hold]).toEqual([[], [], []]);
  });
});

describe('an incident that goes on', () => {
  test('edits its card, and its thread gets all steps that it does not hold', () => {
    const { owe, incidents } = tellAlerts(aLook(well));
    expect(keys(owe)).toEqual([`${card}.2@${netops}`, `${card}.steps.2@${netops}`]);
    expect(owe[1]).toMatchObject({
      replyTo: card,
      notice: { kind: 'incident-steps', steps: [{ n: 1 }, { n: 2 }], omitted: 0 },
    });
    expect(incidents[0]?.tellings).toEqual([aTelling({ toldStep: 2 })]);
  });

  test('owes nothing when nothing of it moved', () => {
    const { incidents } = well;
    expect(tellAlerts(aLook({ before: incidents, incidents })).owe).toEqual([]);
  });

  test('is edited without a reply when it made no step', () => {
    const before = anIncident({ tellings: [aTelling()] });
    const look = aLook({ before: [before], incidents: [{ ...before, revision: 2 }] });
    expect(keys(tellAlerts(look).owe)).toEqual([`${card}.2@${netops}`]);
  });

  test('is edited where nobody listens any more, and where the channel cannot be reached, without a reply', () => {
    const suspensions = [{ channelId: netops, reason: 'archived', since: t0 } as const];
    for (const audience of [anAudience({ subscriptions: [] }), anAudience({ suspensions })]) {
      expect(keys(tellAlerts(aLook({ ...well, audience })).owe)).toEqual([`${card}.2@${netops}`]);
    }
  });

  test('of more steps than one reply holds tells the newest and counts the rest', () => {
    const before = anIncident({ tellings: [aTelling()] });
    const steps = Array.from({ length: 30 }, (_, index) => step(index + 1, { kind: 'well' }));
    const { owe } = tellAlerts(aLook({ before: [before], incidents: [{ ...before, steps, revision: 2 }] }));
    expect(owe[1]?.notice).toMatchObject({ steps: steps.slice(-20), omitted: 10 });
  });
});

describe('a fresh message', () => {
  test('is made when it is worse than all that was told; the old one says where it goes on', () => {
    const { owe, incidents } = tellAlerts(aLook(worse));
    expect(keys(owe)).toEqual([`${newer}.2@${netops}`, `${card}.moved@${netops}`]);
    expect(owe[1]).toMatchObject({ card, notice: { view: { isMoved: true } } });
    const telling = aTelling({ card: newer, bumps: 1, toldSeverity: 'critical' });
    expect(incidents[0]?.tellings).toEqual([telling]);
  });

  test('is made when it was over and is back', () => {
    expect(keys(tellAlerts(aLook(back)).owe)).toEqual([`${newer}.2@${netops}`, `${card}.moved@${netops}`]);
  });

  test('is not made for what was told once already', () => {
    const again = moved({ kind: 'changed', ...down }, down, 'critical');
    expect(keys(tellAlerts(aLook(again)).owe)).toEqual([`${card}.2@${netops}`, `${card}.steps.2@${netops}`]);
  });

  test.each([
    ['the second time that it is back, because it may get critical', back, 1, false],
    ['when it gets critical after that', worse, 1, true],
    ['beyond two', worse, 2, false],
  ])('%s: %s', (_when, { before, incidents }, bumps, isMade) => {
    const tellings = [aTelling({ bumps })];
    const withBumps = (all: readonly Incident[]) => all.map((incident) => ({ ...incident, tellings }));
    const { owe } = tellAlerts(aLook({ before: withBumps(before), incidents: withBumps(incidents) }));
    expect(owe.some(({ key }) => key.includes('.moved'))).toBe(isMade);
  });

  test('continues the thread below the new message', () => {
    const first = tellAlerts(aLook(worse));
    const [before] = first.incidents;
    if (!before) throw new Error('nothing was told');
    const resolved: Incident = {
      ...before,
      state: 'resolved',
      revision: 3,
      steps: [...before.steps, step(3, { kind: 'resolved', lastedMs: 3, ending: { kind: 'well' } })],
    };
    const { owe } = tellAlerts(aLook({ id: 'look-2', before: [before], incidents: [resolved] }));
    expect(keys(owe)).toEqual([`${newer}.3@${netops}`, `${newer}.steps.3@${netops}`]);
    expect(owe[1]).toMatchObject({ replyTo: newer, notice: { steps: [{ n: 1 }, { n: 2 }, { n: 3 }] } });
  });
});

describe('a channel that begins to listen later', () => {
  const untold = (look: typeof well) => ({
    before: look.before.map((incident) => ({ ...incident, tellings: [] })),
    incidents: look.incidents.map((incident) => ({ ...incident, tellings: [] })),
  });

  test('is told of an incident when it takes a turn for the worse', () => {
    expect(keys(tellAlerts(aLook(untold(worse))).owe)).toEqual([`${card}.2@${netops}`]);
  });

  test('is not told of an incident that takes a turn for the better', () => {
    const better = moved({ kind: 'changed', ...anIncident() });
    const before = better.before.map((incident) => ({ ...incident, ...down }));
    expect(tellAlerts(aLook(untold({ ...better, before }))).owe).toEqual([]);
  });

  test('is not told that something is over of which it never heard', () => {
    expect(tellAlerts(aLook(untold(well))).owe).toEqual([]);
  });

  test('is told at once where Trunkline is blind', () => {
    const subject = { kind: 'blind', spot: 'subscription', scope: 'sub' } as const;
    const blind = anIncident({ subject, circuit: undefined });
    expect(keys(tellAlerts(aLook({ before: [blind], incidents: [blind] })).owe)).toEqual([
      `${card}.1@${netops}`,
    ]);
  });
});
