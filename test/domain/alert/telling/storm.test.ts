import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../../src/domain/alert/digest.ts';
import type { Incident } from '../../../../src/domain/alert/incident.ts';
import type { Severity } from '../../../../src/domain/alert/severity.ts';
import { tellAlerts } from '../../../../src/domain/alert/telling/tell-alerts.ts';
import type { Change } from '../../../../src/domain/circuit/changes.ts';
import { aChange, aCircuitRef, circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { netops } from '../../../support/a-request.ts';
import { anIncident, aTelling } from '../../../support/an-incident.ts';
import { aLook } from '../support/a-look.ts';

const digestId = `look-1.storm@${netops}`;
const digestCard = `digest.${digestId}`;

function incidentOf(name: string, severity: Severity = 'warning', overrides: Partial<Incident> = {}) {
  const circuit = aCircuitRef({ name });
  const subject = { kind: 'provisioning', circuitId: circuit.id } as const;
  return anIncident({ id: `INC-${name}`, circuit, subject, severity, ...overrides });
}

const incidents = (count: number, severity?: Severity) =>
  Array.from({ length: count }, (_, index) => incidentOf(`${severity ?? 'c'}-${index}`, severity));
const changes = (count: number): readonly Change[] =>
  Array.from({ length: count }, (_, index) => aChange({ id: `poll-1.${index}` }));

describe('as many as a channel bears', () => {
  test('are told one by one', () => {
    const { owe, digests } = tellAlerts(aLook({ incidents: incidents(4), changes: changes(6) }));
    expect(owe).toHaveLength(10);
    expect(digests).toEqual([]);
  });
});

describe('more', () => {
  const told = tellAlerts(aLook({ incidents: incidents(5), changes: changes(6) }));

  test('are one digest', () => {
    expect(told.owe.map(({ key, card }) => ({ key, card }))).toEqual([
      { key: `${digestCard}.1@${netops}`, card: digestCard },
    ]);
    expect(told.owe[0]?.notice).toMatchObject({
      kind: 'digest',
      view: {
        why: 'storm',
        total: 11,
        incidents: { open: 5, clearing: 0, over: 0 },
        changes: [{ kind: 'provider-state', count: 6 }],
        worst: 'warning',
      },
    });
  });

  test('and the channel knows each incident by it', () => {
    const telling = aTelling({ form: 'digest', card: digestCard, toldStep: 1 });
    expect(told.incidents.map(({ tellings }) => tellings)).toEqual(Array(5).fill([telling]));
  });

  test('are lines that name what they are about by themselves', () => {
    expect(told.digests).toEqual([
      expect.objectContaining({ id: digestId, channelId: netops, revision: 1, since: t0, until: t0 }),
    ]);
    expect(told.digests[0]?.lines[0]).toEqual({
      kind: 'incident',
      incidentId: 'INC-c-0',
      subject: { kind: 'provisioning', circuitId: circuitIdOf('c-0') },
      severity: 'warning',
      at: t0,
      circuitId: circuitIdOf('c-0'),
      circuitName: 'c-0',
      resourceGroup: 'rg-net',
    });
  });

  test('do not bury what is critical: the first three keep their own cards', () => {
    const storm = [...incidents(20), ...incidents(5, 'critical')];
    const { owe, digests } = tellAlerts(aLook({ incidents: storm }));
    expect(owe.map(({ card }) => card)).toEqual([
      digestCard,
      `incident.INC-critical-0@${netops}`,
      `incident.INC-critical-1@${netops}`,
      `incident.INC-critical-2@${netops}`,
    ]);
    expect(digests[0]?.lines).toHaveLength(22);
  });

  test('than a channel bears, of which all but one are critical, are no digest', () => {
    const rules = { digestOver: 2 };
    const { digests, owe } = tellAlerts(
      aLook({ rules, incidents: incidents(3, 'critical'), changes: changes(1) }),
    );
    expect([digests.length, owe.length]).toEqual([0, 4]);
  });

  test('count what stands already as little as what nobody wants', () => {
    const standing = incidents(20).map((incident) => ({ ...incident, tellings: [aTelling()] }));
    const moved = standing.map((incident) => ({ ...incident, revision: 2 }));
    const { digests, owe } = tellAlerts(aLook({ before: standing, incidents: moved, changes: changes(3) }));
    expect(digests).toEqual([]);
    expect(owe).toHaveLength(23);
  });
});

describe('an incident of a digest', () => {
  const before = tellAlerts(aLook({ incidents: incidents(11) })).incidents;
  const digests = tellAlerts(aLook({ incidents: incidents(11) })).digests;

  function later(change: (incident: Incident) => Incident, which = 1, id = 'look-2') {
    const after = before.map((incident, index) => (index < which ? change(incident) : incident));
    return tellAlerts(aLook({ id, before, incidents: after, digests }));
  }

  const resolve = (incident: Incident): Incident => ({
    ...incident,
    revision: 2,
    state: 'resolved',
    steps: [
      ...incident.steps,
      { n: 2, at: t0, what: { kind: 'resolved', lastedMs: 1, ending: { kind: 'well' } } },
    ],
  });

  test('edits the digest and is told in its thread, all of a look in one reply', () => {
    const { owe, digests: after } = later(resolve, 3);
    expect(owe.map(({ key }) => key)).toEqual([
      `${digestCard}.2@${netops}`,
      `${digestCard}.turns.look-2@${netops}`,
    ]);
    expect(after).toEqual([expect.objectContaining({ revision: 2 })]);
    expect(owe[0]?.notice).toMatchObject({ view: { incidents: { open: 8, over: 3 } } });
    expect(owe[1]).toMatchObject({
      replyTo: digestCard,
      notice: { kind: 'digest-turns', counts: { over: 3, worse: 0 }, top: Array(3).fill({ turn: 'over' }) },
    });
  });

  test('that looks the same in it edits nothing', () => {
    expect(later((incident) => ({ ...incident, revision: 2 })).owe).toEqual([]);
  });

  test('gets its own card when it becomes critical', () => {
    const { owe, incidents: told } = later((incident) => ({
      ...incident,
      revision: 2,
      severity: 'critical',
      steps: [
        ...incident.steps,
        { n: 2, at: t0, what: { kind: 'changed', severity: 'critical', trouble: incident.trouble } },
      ],
    }));
    const card = `incident.INC-c-0.1@${netops}`;
    expect(owe.map((owed) => owed.card)).toEqual([digestCard, card]);
    expect(told[0]?.tellings).toMatchObject([{ form: 'card', card, toldSeverity: 'critical' }]);
  });

  test('goes on being counted there after it got its own card', () => {
    const [first, ...others] = before;
    if (!first) throw new Error('no incident');
    const carded = { ...first, tellings: [aTelling()] };
    const look = { before: [carded, ...others], incidents: [resolve(carded), ...others], digests };
    const { digests: after } = tellAlerts(aLook({ id: 'look-2', ...look }));
    expect(after.map(({ revision }) => revision)).toEqual([2]);
  });

  test('is said to be worse, bad again or back', () => {
    const turns = (steps: Incident['steps'], severity: Severity = 'warning') => {
      const told = later((incident) => ({
        ...incident,
        severity,
        revision: 2,
        steps: [...incident.steps, ...steps],
      }));
      const notice = told.owe.find(({ replyTo }) => replyTo)?.notice;
      return notice?.kind === 'digest-turns' ? notice.top.map(({ turn }) => turn) : [];
    };
    const facts = { severity: 'warning', trouble: incidentOf('c').trouble } as const;
    expect(turns([{ n: 2, at: t0, what: { kind: 'changed', ...facts } }])).toEqual(['other']);
    expect(turns([{ n: 2, at: t0, what: { kind: 'well' } }])).toEqual(['back']);
    expect(turns([{ n: 2, at: t0, what: { kind: 'bad-again', ...facts } }])).toEqual(['again']);
    expect(turns([{ n: 2, at: t0, what: { kind: 'acknowledged', by: 'U1' } }])).toEqual(['other']);
  });
});

test('bumps of many are a digest too, and each old card says that it goes on', () => {
  const before = incidents(11).map(
    (incident): Incident => ({
      ...incident,
      state: 'resolved',
      tellings: [aTelling({ card: `incident.${incident.id}@${netops}` })],
    }),
  );
  const after = before.map(
    (incident): Incident => ({ ...incident, state: 'open', revision: 2, reopened: 1 }),
  );
  const { owe, digests }: { owe: readonly { key: string }[]; digests: readonly Digest[] } = tellAlerts(
    aLook({ before, incidents: after }),
  );
  expect(digests).toHaveLength(1);
  expect(owe.filter(({ key }) => key.includes('.moved@'))).toHaveLength(11);
  expect(owe).toHaveLength(12);
});
