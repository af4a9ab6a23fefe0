import { describe, expect, test } from 'vitest';
import type { Audience } from '../../../../src/domain/alert/audience.ts';
import type { Incident } from '../../../../src/domain/alert/incident.ts';
import type { TellInput } from '../../../../src/domain/alert/telling/scene.ts';
import { type Told, tellAlerts } from '../../../../src/domain/alert/telling/tell-alerts.ts';
import { aChange, aCircuitRef, circuitIdOf, subscription2, t0 } from '../../../support/a-circuit.ts';
import { netops } from '../../../support/a-request.ts';
import { anIncident, aTelling } from '../../../support/an-incident.ts';
import { aLook, aMute, anAudience, aWindow, quietNights } from '../support/a-look.ts';

const card = `incident.INC-7K2QF@${netops}`;
const later = t0 + 4 * 3_600_000;
const change = aChange();
const critical = anIncident({ severity: 'critical' });
const resolved = (incident: Incident): Incident => ({ ...incident, state: 'resolved', revision: 2 });

const held: readonly (readonly [string, Partial<Audience>, TellInput['held'][number]['why']])[] = [
  ['quiet hours', { quietHours: [quietNights()] }, { kind: 'quiet-hours' }],
  ['a mute', { mutes: [aMute()] }, { kind: 'mute', mute: `${netops} ${circuitIdOf('lon-01')}` }],
  ['a window', { windows: [aWindow()] }, { kind: 'maintenance', windowId: 'MW-3F7' }],
];

/** Told at `t0` to an audience that wants quiet. */
function hush(quiet: Partial<Audience>, incident = anIncident()): Told {
  return tellAlerts(aLook({ changes: [change], incidents: [incident], audience: anAudience(quiet) }));
}

/** Hours later, in the light of day, when the incidents stand so. */
function release(
  { hold, incidents }: Told,
  quiet: Partial<Audience>,
  now: (incident: Incident) => Incident = (incident) => incident,
): Told {
  const audience = anAudience(quiet);
  return tellAlerts(
    aLook({
      id: 'look-2',
      now: later,
      held: hold,
      before: incidents,
      incidents: incidents.map(now),
      audience,
    }),
  );
}

describe.each(held)('%s', (_name, quiet, why) => {
  const first = hush(quiet);

  test('holds incidents and changes', () => {
    expect(first.owe).toEqual([]);
    expect(first.hold.map((entry) => entry.why)).toEqual([why, why]);
    expect(first.incidents[0]?.tellings).toMatchObject([{ form: 'held' }]);
  });

  test('goes on holding, each thing once, while it is on', () => {
    const [incident] = first.incidents;
    if (!incident) throw new Error('nothing is held');
    const incidents = [{ ...incident, revision: 2 }];
    const look = { before: [incident], incidents, held: first.hold, audience: anAudience(quiet) };
    const again = tellAlerts(aLook({ id: 'look-2', ...look }));
    expect([again.owe, again.hold, again.unhold]).toEqual([[], [], []]);
  });

  test('gives what it held when it is over: a card to what is open, the rest in a digest', () => {
    const told = release(first, quiet);
    expect(told.owe.map((owed) => owed.card)).toEqual([expect.stringContaining('digest.look-2.'), card]);
    expect(told.unhold).toEqual(first.hold.map(({ id }) => id));
    expect(told.digests[0]?.lines).toMatchObject([{ kind: 'change', changeId: change.id }]);
    expect(told.incidents[0]?.tellings).toEqual([aTelling()]);
  });

  test('tells in the digest what ended meanwhile', () => {
    const told = release(first, quiet, resolved);
    expect(told.owe).toHaveLength(1);
    expect(told.digests[0]?.lines).toMatchObject([{ kind: 'incident' }, { kind: 'change' }]);
    expect(told.incidents[0]?.tellings).toMatchObject([{ form: 'digest' }]);
  });

  test('gives nothing a second time', () => {
    const told = release(first, quiet);
    const { incidents } = told;
    const audience = anAudience({ ...quiet, mutes: [], windows: [] });
    const look = { id: 'look-3', now: later, before: incidents, incidents, digests: told.digests, audience };
    expect(tellAlerts(aLook(look)).owe).toEqual([]);
  });

  test('keeps what it held for a channel that cannot be reached', () => {
    const suspensions = [{ channelId: netops, reason: 'archived', since: t0 } as const];
    const told = release(first, { ...quiet, suspensions });
    expect([told.owe, told.unhold, told.removeMutes, told.removeWindows]).toEqual([[], [], [], []]);
  });

  test('is forgotten where nobody listens any more', () => {
    const told = release(first, { ...quiet, subscriptions: [] });
    expect(told.owe).toEqual([]);
    expect(told.unhold).toHaveLength(2);
    expect(told.incidents[0]?.tellings).toEqual([]);
  });
});

describe('what is critical', () => {
  test('is told in quiet hours', () => {
    const { owe } = hush({ quietHours: [quietNights()] }, critical);
    expect(owe.map((owed) => owed.card)).toEqual([card]);
  });

  test.each([
    ['a mute', { mutes: [aMute()] }],
    ['a window', { windows: [aWindow()] }],
  ])('is held by %s', (_what, quiet) => {
    expect(hush(quiet, critical).owe).toEqual([]);
  });

  test('is told at once when it becomes so in quiet hours', () => {
    const quiet = { quietHours: [quietNights()] };
    const { hold, incidents } = hush(quiet);
    const worse = incidents.map((incident): Incident => ({ ...incident, revision: 2, severity: 'critical' }));
    const audience = anAudience(quiet);
    const told = tellAlerts(
      aLook({ id: 'look-2', before: incidents, incidents: worse, held: hold, audience }),
    );
    expect(told.owe.map((owed) => owed.card)).toEqual([card]);
    expect(told.unhold).toEqual([`look-1.INC-7K2QF@${netops}`]);
  });
});

describe('at night', () => {
  test('nobody is told of what was critical and is over', () => {
    const first = hush({ mutes: [aMute()] }, critical);
    const over = first.incidents.map(resolved);
    const night = anAudience({ quietHours: [quietNights()] });
    const look = {
      id: 'look-2',
      before: first.incidents,
      incidents: over,
      held: first.hold,
      audience: night,
    };
    const told = tellAlerts(aLook(look));
    expect(told.owe).toEqual([]);
    expect(told.hold.map(({ why }) => why.kind)).toEqual(['quiet-hours', 'quiet-hours']);
  });
});

test('a change is not held beside the incident that it is a step of', () => {
  const lost = aChange({
    difference: {
      ...{ kind: 'bgp-session', peering: 'MicrosoftPeering', link: 'primary', family: 'ipv4' },
      ...{ before: 'up', after: 'down' },
    },
  });
  const audience = anAudience({ quietHours: [quietNights()] });
  const { hold } = tellAlerts(aLook({ changes: [lost], incidents: [anIncident()], audience }));
  expect(hold.map(({ what }) => what.kind)).toEqual(['incident']);
});

describe('a card that stands', () => {
  const standing = anIncident({ tellings: [aTelling()] });
  const worse: Incident = {
    ...standing,
    revision: 2,
    severity: 'critical',
    steps: [
      ...standing.steps,
      { n: 2, at: t0, what: { kind: 'changed', severity: 'critical', trouble: standing.trouble } },
    ],
  };
  const muted = tellAlerts(
    aLook({ before: [standing], incidents: [worse], audience: anAudience({ mutes: [aMute()] }) }),
  );

  test('is edited while it is muted, without a reply and without a fresh message', () => {
    expect(muted.owe.map(({ key }) => key)).toEqual([`${card}.2@${netops}`]);
  });

  test('gets the fresh message that it missed when the mute is over', () => {
    const audience = anAudience({ mutes: [aMute()] });
    const look = {
      id: 'look-2',
      now: later,
      before: [worse],
      incidents: [worse],
      held: muted.hold,
      audience,
    };
    const told = tellAlerts(aLook(look));
    expect(told.owe.map(({ key }) => key)).toEqual([
      `digest.look-2.mute-ended.0@${netops}.1@${netops}`,
      `incident.INC-7K2QF.1@${netops}.2@${netops}`,
      `${card}.moved@${netops}`,
    ]);
  });

  test('is a line of what was missed when it is over by then, and stays a card', () => {
    const over = { ...worse, state: 'resolved', revision: 3 } as const;
    const audience = anAudience({ mutes: [aMute()] });
    const look = { id: 'look-2', now: later, before: [over], incidents: [over], held: muted.hold, audience };
    const told = tellAlerts(aLook(look));
    expect(told.digests[0]?.lines).toMatchObject([{ incidentId: 'INC-7K2QF' }]);
    expect(told.incidents).toEqual([]);
  });

  test('is edited and replied to in quiet hours', () => {
    const clearing: Incident = { ...worse, state: 'clearing', severity: 'warning' };
    const audience = anAudience({ quietHours: [quietNights()] });
    const told = tellAlerts(aLook({ before: [standing], incidents: [clearing], audience }));
    expect(told.owe.map(({ key }) => key)).toEqual([`${card}.2@${netops}`, `${card}.steps.2@${netops}`]);
  });
});

describe('a mute', () => {
  test('that held nothing says that it ended, and is removed', () => {
    const mute = aMute();
    const told = tellAlerts(aLook({ now: mute.until, audience: anAudience({ mutes: [mute] }) }));
    expect(told.removeMutes).toEqual([mute]);
    expect(told.owe[0]?.notice).toMatchObject({
      view: { why: 'mute-ended', about: 'lon-01', since: mute.since, until: mute.until, total: 0 },
    });
  });

  test('that ends in quiet hours says so when they are over', () => {
    const mute = aMute({ until: t0 });
    const quiet = { mutes: [mute], quietHours: [quietNights()] };
    const night = tellAlerts(aLook({ audience: anAudience(quiet) }));
    expect([night.owe, night.removeMutes]).toEqual([[], []]);
    const day = tellAlerts(aLook({ now: later, audience: anAudience(quiet) }));
    expect([day.owe.length, day.removeMutes]).toEqual([1, [mute]]);
  });

  test('that somebody took away gives what it held, and has nothing else to say', () => {
    const first = hush({ mutes: [aMute()] });
    const told = release(first, {});
    expect(told.digests).toMatchObject([{ why: 'mute-ended', about: 'lon-01' }]);
    expect(tellAlerts(aLook({ now: later })).owe).toEqual([]);
  });

  test('of one kind keeps only that kind quiet, of one circuit only that circuit', () => {
    const audience = anAudience({ mutes: [aMute({ kind: 'arp' })] });
    const other = anIncident({ id: 'INC-AMS', circuit: aCircuitRef({ name: 'ams-01' }) });
    const look = { changes: [change], incidents: [anIncident(), other], audience };
    const { owe } = tellAlerts(aLook(look));
    expect(owe.map(({ key }) => key)).toEqual([
      `incident.INC-AMS@${netops}.1@${netops}`,
      `${change.id}@${netops}`,
    ]);
  });
});

describe('a window', () => {
  const during = (windows: Audience['windows'], regionOf = () => 'uksouth') => {
    const [owed] = tellAlerts(
      aLook({ incidents: [anIncident()], audience: anAudience({ windows }), regionOf }),
    ).owe;
    return owed?.notice.kind === 'incident' ? owed.notice.view.during : undefined;
  };
  const azure = (subscriptionId: string, regions: readonly string[]) =>
    aWindow({ effect: 'mark', source: { kind: 'azure', subscriptionId, regions } });
  const mark = { windowId: 'MW-3F7', note: 'fibre work', until: t0 + 3_600_000 };

  test('that marks is named on the card', () => {
    expect(during([aWindow({ effect: 'mark' })])).toEqual(mark);
  });

  test.each([
    ['is over', aWindow({ effect: 'mark', until: t0 })],
    ['has not begun', aWindow({ effect: 'mark', from: t0 + 1 })],
    ['is for other circuits', aWindow({ effect: 'mark', filter: [{ key: 'circuit', value: 'ams' }] })],
    ['is of another subscription', azure(subscription2, [])],
    ['is of another region', azure(aCircuitRef().subscriptionId, ['ukwest'])],
  ])('that %s is not', (_what, window) => {
    expect(during([window])).toBeUndefined();
  });

  test.each([[[]], [['ukwest', 'uksouth']]])('of Azure, in regions %j, is', (regions) => {
    expect(during([azure(aCircuitRef().subscriptionId, regions)])).toEqual(mark);
  });

  test('is removed when it is over and has told what it held', () => {
    const windows = [aWindow()];
    const first = hush({ windows });
    expect(first.removeWindows).toEqual([]);
    const told = release(first, { windows });
    expect(told.removeWindows).toEqual(['MW-3F7']);
    expect(told.digests).toMatchObject([{ why: 'maintenance', about: 'fibre work', until: t0 + 3_600_000 }]);
  });
});

describe('many that were held', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    anIncident({
      id: `INC-${index}`,
      severity: index === 11 ? 'critical' : 'warning',
      subject: { kind: 'provisioning', circuitId: circuitIdOf(`c-${index}`) },
    }),
  );

  test('and are still open are lines, but for what is critical', () => {
    const windows = [aWindow()];
    const first = tellAlerts(aLook({ incidents: many, audience: anAudience({ windows }) }));
    const told = release(first, { windows });
    expect(told.owe.map((owed) => owed.card)).toEqual([
      `digest.look-2.maintenance.0@${netops}`,
      `incident.INC-11@${netops}`,
    ]);
    expect(told.digests[0]?.lines).toHaveLength(11);
  });
});

test('what is freed by one and kept by another is told when that is over, once', () => {
  const both = { mutes: [aMute({ until: t0 + 1 })], quietHours: [quietNights()] };
  const first = hush(both);
  const audience = anAudience(both);
  const { incidents } = first;
  const look = { id: 'look-2', now: t0 + 2, before: incidents, incidents, held: first.hold, audience };
  const second = tellAlerts(aLook(look));
  expect(second.owe).toEqual([]);
  expect(second.unhold).toEqual(first.hold.map(({ id }) => id));
  expect(second.hold.map(({ why }) => why.kind)).toEqual(['quiet-hours', 'quiet-hours']);
  const told = release({ ...second, incidents }, { quietHours: both.quietHours });
  expect(told.owe.map((owed) => owed.card)).toEqual([`digest.look-2.quiet-hours.0@${netops}`, card]);
});
