import { describe, expect, test } from 'vitest';
import type { Availability } from '../../../src/domain/peering/session-evidence.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import type { AvailabilityAsk, CircuitConnection, EdgeAsk } from '../../../src/usecases/telemetry.ts';
import {
  aCircuit,
  aKnownCircuit,
  aPeering,
  aService,
  subscription1,
  subscription2,
  t0,
} from '../../support/a-circuit.ts';
import { aNeighbor, anArpTable, aSeries, minute, yours } from '../../support/an-evidence.ts';
import { aFault } from '../support/a-poller.ts';
import { aSessionWatch } from './support/a-session-watch.ts';

const peerings = [aPeering()];
const lon = aKnownCircuit({ peerings });

const allUp = ({ link }: EdgeAsk) => [aNeighbor(yours[link], 47)];
const allIdle = ({ link }: EdgeAsk) => [aNeighbor(yours[link], 'Idle')];

/** The metric of every circuit's primary link; the secondary's is at 100. */
const metric =
  (...percents: readonly number[]) =>
  ({ circuitIds, until: now }: AvailabilityAsk): readonly Availability[] =>
    circuitIds.flatMap((circuitId) => [
      aSeries(percents, { circuitId, now }),
      aSeries([100], { circuitId, now, link: 'secondary' }),
    ]);

const calm = { availability: metric(100), routeSummary: allUp };
const primaryLost = {
  availability: metric(0),
  routeSummary: (ask: EdgeAsk) => (ask.link === 'primary' ? allIdle(ask) : allUp(ask)),
};

function estate(count: number, subscriptionId = subscription1) {
  return Array.from({ length: count }, (_, index) =>
    aKnownCircuit({ name: `c-${String(index).padStart(2, '0')}`, subscriptionId, peerings }),
  );
}

describe('a look', () => {
  test('asks one metrics call for all, and the edge for each link in its round', async () => {
    const watch = aSessionWatch({ circuits: estate(3), world: calm });
    const report = await watch.look();
    expect(report).toEqual({
      calls: { metrics: 1, edge: 6, graph: 1 },
      failures: 0,
      sessions: { up: 6, down: 0, unknown: 0 },
      changes: 0,
      owed: 0,
    });
    expect(watch.asked.availability).toMatchObject([
      { region: 'uksouth', from: t0 - 9 * minute, until: t0 + minute },
    ]);
    expect(watch.metrics).toEqual([`${subscription1}/uksouth well`]);
  });

  test('that sees the same again gives the desk nothing', async () => {
    const watch = aSessionWatch({ circuits: estate(3), world: calm });
    await watch.look();
    watch.taken.length = 0;
    for (let again = 0; again < 3; again++) await watch.look();
    expect(watch.taken).toEqual([]);
  });

  test('gives the desk what it saw, what changed and how it stands, together', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    watch.taken.length = 0;
    const report = await watch.look(primaryLost);
    expect(report).toMatchObject({ changes: 1, owed: 1, sessions: { up: 1, down: 1 } });
    expect(watch.taken).toMatchObject([
      {
        id: 'look-2.0.s',
        at: t0 + 2 * minute,
        remember: { putConnectivity: [{ sessions: [{ state: 'down' }, { state: 'up' }] }] },
        changes: [
          {
            id: 'look-2.0.s.0',
            at: t0 + 2 * minute,
            circuit: { name: 'lon-01' },
            difference: {
              kind: 'bgp-session',
              link: 'primary',
              before: 'up',
              after: 'down',
              bgpState: 'Idle',
            },
            situation: 'ready',
            next: { who: 'nobody', action: 'nothing' },
          },
        ],
        conditions: expect.arrayContaining([
          expect.objectContaining({
            subject: { kind: 'connectivity', circuitId: lon.circuit.id, peering: 'AzurePrivatePeering' },
            verdict: expect.objectContaining({ kind: 'bad', severity: 'warning' }),
          }),
        ]),
      },
    ]);
    expect((await watch.look(calm)).changes).toBe(1);
    expect(watch.changes()).toEqual(['bgp-session lon-01 up→down', 'bgp-session lon-01 down→up']);
  });

  test('never calls a peering well whose links change places between two looks', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    await watch.look(primaryLost);
    watch.taken.length = 0;
    // The metric does not know of the secondary yet.
    const routeSummary = (ask: EdgeAsk) => (ask.link === 'primary' ? allUp(ask) : allIdle(ask));
    await watch.look({ availability: metric(0), routeSummary });
    const verdicts = watch.taken.flatMap(({ conditions = [] }) =>
      conditions.flatMap(({ subject, verdict }) => (subject.kind === 'connectivity' ? [verdict.kind] : [])),
    );
    expect(verdicts).toEqual(['bad']);
  });

  test('tells of other facts of what is bad already', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    await watch.look(primaryLost);
    watch.taken.length = 0;
    await watch.look({ routeSummary: allIdle }, 6 * minute);
    const told = watch.taken.flatMap(({ conditions = [] }) => conditions);
    expect(told.find(({ subject }) => subject.kind === 'connectivity')?.verdict).toMatchObject({
      severity: 'critical',
      trouble: { extent: 'down' },
    });
  });

  test('asks about a link once, and believes its edge over its metric to the end', async () => {
    const watch = aSessionWatch({ circuits: [lon, ...estate(1)], world: calm });
    await watch.look();
    await watch.look(primaryLost);
    watch.asked.routeSummary.length = 0;
    await watch.look({ availability: metric(100) }, 5 * minute);
    expect(watch.asked.routeSummary).toHaveLength(4);
    expect(new Set(watch.asked.routeSummary).size).toBe(4);
    expect(watch.changes().filter((change) => change.endsWith('down→up'))).toEqual([]);
  });

  test('tells again what the desk did not take', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    watch.desk.refuses = new Error('the disk is full');
    await expect(watch.look(primaryLost)).rejects.toThrow('the disk is full');
    watch.desk.refuses = undefined;
    await watch.look();
    expect(watch.changes()).toEqual(['bgp-session lon-01 up→down']);
  });

  test('tells again what somebody else overruled', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    await watch.look(primaryLost);
    const [incident] = await watch.store.incidents();
    if (incident)
      await watch.store.commit({ putIncidents: [{ ...incident, state: 'resolved', revision: 9 }] });
    watch.taken.length = 0;
    await watch.look();
    expect(watch.taken).toMatchObject([{ changes: [], conditions: [{ verdict: { kind: 'bad' } }] }]);
  });

  test('says nothing of a circuit that is gone when the edge has answered', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    await watch.store.commit({ removeCircuits: [lon.circuit.id] });
    watch.taken.length = 0;
    await watch.look(primaryLost);
    expect(watch.taken).toEqual([]);
  });

  test('asks nothing about circuits over which nothing is meant to run', async () => {
    const watch = aSessionWatch({ circuits: [aKnownCircuit()], world: calm });
    expect((await watch.look()).calls).toEqual({ metrics: 0, edge: 0, graph: 1 });
    expect(watch.taken).toEqual([]);
  });
});

describe('a maintenance that makes the metric lie', () => {
  test('is no news while the edge counts prefixes', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    for (let again = 0; again < 10; again++) await watch.look({ availability: metric(0, 0, 0, 0, 0, 0) });
    expect(watch.changes()).toEqual([]);
  });
});

/** How many questions it is asked at a time. */
const atOnce = 16;

describe('the edge', () => {
  test('is asked first about what is doubtful, within the budget, and sixteen at a time', async () => {
    const watch = aSessionWatch({ circuits: estate(40), edgeReadsPerLook: 30, world: calm });
    await watch.look();
    watch.asked.routeSummary.length = 0;
    const doubtful = ({ circuitIds, until: now }: AvailabilityAsk) =>
      circuitIds.map((circuitId) => aSeries([circuitId.endsWith('c-37') ? 0 : 100], { circuitId, now }));
    expect((await watch.look({ availability: doubtful })).calls.edge).toBe(30);
    expect(watch.asked.routeSummary).toHaveLength(30);
    expect(watch.asked.routeSummary[0]).toBe('c-37 AzurePrivatePeering primary');
    expect(watch.asked.atOnce).toBe(atOnce);
  });

  test('is asked about every link in turn', async () => {
    const watch = aSessionWatch({ circuits: estate(10), edgeReadsPerLook: 7, world: calm });
    for (let again = 0; again < 3; again++) await watch.look();
    expect(new Set(watch.asked.routeSummary).size).toBe(20);
    expect(watch.asked.routeSummary).toHaveLength(21);
  });

  test('that is slow is not asked for longer than a look may last', async () => {
    const watch = aSessionWatch({ circuits: estate(40), world: calm });
    const slow = (ask: EdgeAsk) => {
      watch.clock.now += 10_000;
      return allUp(ask);
    };
    expect((await watch.look({ routeSummary: slow })).calls.edge).toBeLessThanOrEqual(atOnce + 5);
  });

  test('that cannot be asked leaves the metric to be believed after five minutes', async () => {
    const watch = aSessionWatch({ circuits: [lon], edgeReadsPerLook: 0, world: calm });
    await watch.look();
    await watch.look({ availability: metric(100, 0, 0, 0, 0) });
    expect(watch.changes()).toEqual([]);
    const report = await watch.look({ availability: metric(100, 0, 0, 0, 0, 0) });
    expect(report.calls.edge).toBe(0);
    expect(watch.changes()).toEqual(['bgp-session lon-01 up→down']);
    await watch.look({ availability: metric(0, 100) });
    expect(watch.changes().at(-1)).toBe('bgp-session lon-01 down→up');
  });

  test('that throttles is left alone for as long as it asks, in that subscription', async () => {
    const away = aKnownCircuit({ name: 'ams-01', subscriptionId: subscription2, peerings });
    const watch = aSessionWatch({
      circuits: [...estate(20), away],
      subscriptionIds: [subscription1, subscription2],
      world: calm,
    });
    const throttled = (ask: EdgeAsk) =>
      ask.target.subscriptionId === subscription1 ? aFault('throttled', 3 * minute) : allUp(ask);
    const first = await watch.look({ routeSummary: throttled });
    expect(first.calls.edge).toBeLessThanOrEqual(atOnce + 2);
    expect(first.failures).toBeGreaterThan(0);
    expect((await watch.look()).calls.edge).toBe(2);
    expect((await watch.look(calm)).calls.edge).toBe(2);
    expect((await watch.look(calm)).calls.edge).toBe(42);
    expect(watch.log.lines).toEqual(['warn: the edge could not be asked']);
  });

  test('that refuses is not asked at each look, and is asked about one link as about another after a fault', async () => {
    const watch = aSessionWatch({
      circuits: estate(20),
      world: { ...calm, routeSummary: () => aFault('forbidden') },
    });
    expect((await watch.look()).calls.edge).toBeLessThanOrEqual(atOnce);
    expect((await watch.look()).calls.edge).toBe(0);
    expect((await watch.look({ routeSummary: () => aFault('unavailable') }, 15 * minute)).calls.edge).toBe(
      40,
    );
    expect((await watch.look()).failures).toBe(40);
  });

  test('is asked for ARP where that is doubtful', async () => {
    const arp = ({ circuitIds, until: now }: AvailabilityAsk) =>
      circuitIds.map((circuitId) => aSeries([0], { circuitId, now, metric: 'arp' }));
    const entries = (ask: EdgeAsk) => {
      const { answer } = anArpTable(ask.link, undefined);
      return answer.kind === 'read' ? answer.lines : [];
    };
    const watch = aSessionWatch({
      circuits: [lon],
      world: { ...calm, availability: arp, arpTable: entries },
    });
    await watch.look();
    expect(watch.asked.arpTable).toEqual(['lon-01 AzurePrivatePeering primary']);
    expect(watch.changes()).toEqual(['arp lon-01 unknown→down']);
  });
});

describe('metrics that cannot be read', () => {
  test('are reported, and the edge goes on telling', async () => {
    const watch = aSessionWatch({
      circuits: [lon],
      world: { ...calm, availability: () => aFault('unavailable') },
    });
    const report = await watch.look();
    expect(report).toMatchObject({ failures: 1, sessions: { up: 2 } });
    await watch.look({ routeSummary: allIdle });
    expect(watch.changes()).toHaveLength(2);
    await watch.look(calm);
    expect(watch.metrics.map((line) => line.split(' ')[1])).toEqual(['unavailable', 'unavailable', 'well']);
  });

  test('of one region do not hide another’s', async () => {
    const circuits = [lon, aKnownCircuit({ name: 'ams-01', region: 'westeurope', peerings })];
    const availability = (ask: AvailabilityAsk) =>
      ask.region === 'uksouth' ? aFault('throttled', 2 * minute) : metric(100)(ask);
    const watch = aSessionWatch({ circuits, edgeReadsPerLook: 0, world: { availability } });
    expect((await watch.look()).sessions).toEqual({ up: 2, down: 0, unknown: 2 });
    expect((await watch.look()).calls.metrics).toBe(1);
    expect((await watch.look()).calls.metrics).toBe(2);
  });

  test('are no excuse for a bug', async () => {
    const watch = aSessionWatch({ circuits: [lon] });
    const bug = () => {
      throw new TypeError('a bug');
    };
    await expect(watch.look({ availability: bug })).rejects.toThrow('a bug');
    await expect(watch.look({ availability: () => [], connectionStatuses: bug }, 5 * minute)).rejects.toThrow(
      'a bug',
    );
  });
});

describe('connections', () => {
  const linked = (status: string) => (): readonly CircuitConnection[] => [
    { circuitId: lon.circuit.id, name: 'cn', resourceGroup: 'rg', gateway: 'gw', status },
  ];

  test('are asked for every five minutes, and at each look while one is not connected', async () => {
    const watch = aSessionWatch({
      circuits: [lon],
      world: { ...calm, connectionStatuses: linked('Connected') },
    });
    for (let again = 0; again < 5; again++) await watch.look();
    expect(watch.asked.connectionStatuses).toBe(1);
    await watch.look({ connectionStatuses: linked('NotConnected') });
    expect(watch.asked.connectionStatuses).toBe(2);
    expect(watch.changes()).toEqual(['vnet-link lon-01 Connected→NotConnected']);
    await watch.look();
    await watch.look({ connectionStatuses: linked('Connected') });
    expect(watch.asked.connectionStatuses).toBe(4);
    expect(watch.changes()).toHaveLength(2);
    await watch.look();
    expect(watch.asked.connectionStatuses).toBe(4);
  });

  test('that cannot be read are as they were, and that are gone end what was open', async () => {
    const watch = aSessionWatch({
      circuits: [lon],
      world: { ...calm, connectionStatuses: linked('NotConnected') },
    });
    await watch.look();
    watch.taken.length = 0;
    await watch.look({ connectionStatuses: () => new AzureFault('unreachable', 'no answer') });
    expect(watch.taken).toEqual([]);
    await watch.look({ connectionStatuses: () => [] });
    expect(watch.taken).toMatchObject([
      { conditions: [{ subject: { kind: 'vnet-link' }, verdict: { kind: 'gone', why: 'not-expected' } }] },
    ]);
  });
});

describe('a circuit that its provider takes back', () => {
  test('ends what is open about its sessions', async () => {
    const watch = aSessionWatch({ circuits: [lon], world: calm });
    await watch.look();
    await watch.look(primaryLost);
    const back = aCircuit({ peerings, service: aService({ providerState: 'Deprovisioning' }) });
    await watch.store.commit({ putCircuits: [{ ...lon, circuit: back }] });
    watch.taken.length = 0;
    await watch.look();
    expect(watch.taken).toMatchObject([
      {
        remember: { putConnectivity: [{ sessions: [] }] },
        changes: [],
        conditions: [{ subject: { kind: 'connectivity' }, verdict: { kind: 'gone', why: 'not-expected' } }],
      },
    ]);
  });
});
