import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connectivity } from '../../../src/domain/circuit/connectivity.ts';
import { type Evidence, observeConnectivity } from '../../../src/domain/circuit/observe-connectivity.ts';
import type { EdgeReading } from '../../../src/domain/peering/edge-reading.ts';
import { links } from '../../../src/domain/peering/link.ts';
import type { Neighbor } from '../../../src/domain/peering/session-evidence.ts';
import { suspectsOf } from '../../../src/domain/peering/session-suspects.ts';
import { aCircuit, aPeering, t0 } from '../../support/a-circuit.ts';
import {
  aNeighbor,
  anArpTable,
  aReading,
  aSeries,
  aSummary,
  minute,
  noReading,
} from '../../support/an-evidence.ts';
import { aSight } from '../support/a-sight.ts';

const circuit = aCircuit({
  peerings: [aPeering({ ipv6: { primarySubnet: '2001:db8::/126', secondarySubnet: '2001:db8::4/126' } })],
});

const percent = fc.option(fc.constantFrom(0, 0, 50, 100), { nil: undefined });
const link = fc.constantFrom(...links);
const told = fc.oneof(fc.constantFrom('Idle', 'Active', 'Connect'), fc.nat(4_500), fc.nat(60));

const series = fc
  .record({
    percents: fc.array(percent, { maxLength: 10 }),
    link,
    metric: fc.constantFrom('bgp', 'arp'),
    family: fc.constantFrom(undefined, 'ipv4', 'ipv6'),
  })
  .map(({ percents, family, ...rest }) => aSeries(percents, { ...rest, ...(family ? { family } : {}) }));

const summary: fc.Arbitrary<EdgeReading<Neighbor>> = fc.oneof(
  fc.tuple(link, told).map(([on, word]) => aSummary(on, word)),
  fc.tuple(link, told).map(([on, word]) => aReading(on, [aNeighbor('2001:db8::1', word)])),
  link.map((on) => noReading<Neighbor>(on)),
);

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    series: fc.array(series, { maxLength: 4 }),
    summaries: fc.array(summary, { maxLength: 2 }),
    arpTables: fc.array(
      fc.tuple(link, fc.constantFrom('0a', undefined)).map(([on, mac]) => anArpTable(on, mac)),
      { maxLength: 2 },
    ),
    connections: fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b'),
        resourceGroup: fc.constant('rg'),
        gateway: fc.constant('gw'),
        status: fc.constantFrom('Connected', 'Connecting', 'NotConnected', 'Unknown', 'Odd'),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['series', 'summaries', 'arpTables'] },
);

const times = fc.array(fc.tuple(evidence, fc.constantFrom(0, 1, 3, 60, 1_500, -2)), { maxLength: 6 });

/** All that was seen one after the other; the clock may go back. */
function history(looks: readonly (readonly [Evidence, number])[]): Connectivity | undefined {
  let now = t0;
  return looks.reduce<Connectivity | undefined>((before, [seen, minutes]) => {
    now += minutes * minute;
    return observeConnectivity(before, circuit, seen, now).connectivity;
  }, undefined);
}

describe('a look', () => {
  test('with the same evidence again changes nothing', () => {
    fc.assert(
      fc.property(times, evidence, (looks, seen) => {
        const first = observeConnectivity(history(looks), circuit, seen, t0 + minute);
        const again = observeConnectivity(first.connectivity, circuit, structuredClone(seen), t0 + minute);
        expect(again.connectivity).toBe(first.connectivity);
        expect(again.differences).toEqual([]);
      }),
    );
  });

  test('of any circuit is the same again, and forgets what is not expected', () => {
    fc.assert(
      fc.property(aSight, aSight, evidence, (was, is, seen) => {
        const before = observeConnectivity(undefined, was, seen, t0).connectivity;
        const first = observeConnectivity(before, is, seen, t0 + minute).connectivity;
        expect(observeConnectivity(first, is, seen, t0 + minute)).toEqual({
          connectivity: first,
          differences: [],
        });
      }),
    );
  });

  test('without any data changes nothing and calls nothing down', () => {
    const nothing: Evidence = { series: [], summaries: [], arpTables: [] };
    const silence: Evidence = { ...nothing, summaries: links.map((on) => noReading<Neighbor>(on)) };
    fc.assert(
      fc.property(times, fc.nat(10_000), fc.constantFrom(nothing, silence), (looks, minutes, seen) => {
        const before = history(looks) ?? observeConnectivity(undefined, circuit, nothing, t0).connectivity;
        const after = observeConnectivity(before, circuit, seen, t0 + minutes * minute);
        expect(after).toEqual({ connectivity: before, differences: [] });
      }),
    );
  });

  test('by the metric alone, without a fault of the edge, never calls a session down', () => {
    fc.assert(
      fc.property(times, fc.array(series), (looks, all) => {
        const { differences } = observeConnectivity(
          history(looks),
          circuit,
          { series: all, summaries: [], arpTables: [] },
          t0,
        );
        expect(differences.filter((entry) => 'after' in entry && entry.after === 'down')).toEqual([]);
      }),
    );
  });

  test('believes every line of the edge', () => {
    fc.assert(
      fc.property(times, link, told, fc.array(series), (looks, on, word, all) => {
        const seen = { series: all, summaries: [aSummary(on, word)], arpTables: [] };
        const { connectivity } = observeConnectivity(history(looks), circuit, seen, t0);
        const session = connectivity.sessions.find((entry) => entry.link === on && entry.family === 'ipv4');
        expect(session).toMatchObject({ state: typeof word === 'number' ? 'up' : 'down', basis: 'routes' });
      }),
    );
  });

  test('tells each turn once: a session’s turns alternate', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), (looks) => {
        let before: Connectivity | undefined;
        const last = new Map<string, string>();
        looks.forEach((seen, index) => {
          const sighting = observeConnectivity(before, circuit, seen, t0 + index * minute);
          before = sighting.connectivity;
          for (const entry of sighting.differences) {
            if (entry.kind !== 'bgp-session') continue;
            const place = `${entry.link} ${entry.family}`;
            expect(last.get(place)).not.toBe(entry.after);
            last.set(place, entry.after);
          }
        });
      }),
    );
  });

  test('suspects whatever is believed down, and nothing about which all is well', () => {
    fc.assert(
      fc.property(times, fc.array(series), (looks, all) => {
        const before = history(looks);
        const suspects = suspectsOf(before, circuit, all, t0);
        const down = (before?.sessions ?? []).filter(({ state }) => state === 'down');
        for (const { link: on } of down) expect(suspects.map((suspect) => suspect.link)).toContain(on);
        const well = all.every(({ points }) => points.every((point) => point.percent === 100));
        if (well) expect(suspects.filter(({ doubt }) => doubt === 'doubted')).toEqual([]);
        const asks = suspects.map((suspect) => `${suspect.table} ${suspect.link}`);
        expect(new Set(asks).size).toBe(asks.length);
      }),
    );
  });
});
