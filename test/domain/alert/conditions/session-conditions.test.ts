import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../src/domain/alert/condition.ts';
import { sessionConditions } from '../../../../src/domain/alert/conditions/session-conditions.ts';
import type { Subject } from '../../../../src/domain/alert/subject.ts';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { Connectivity } from '../../../../src/domain/circuit/connectivity.ts';
import { type Evidence, observeConnectivity } from '../../../../src/domain/circuit/observe-connectivity.ts';
import { aCircuit, aKnownCircuit, aPeering, aService, t0 } from '../../../support/a-circuit.ts';
import {
  aNeighbor,
  anArpTable,
  anEvidence,
  aReading,
  aSummary,
  minute,
  yours,
} from '../../../support/an-evidence.ts';

const plain = aPeering();
const dual = aPeering({ ipv6: { primarySubnet: '2001:db8::/126', secondarySubnet: '2001:db8::4/126' } });
const lon = { peerings: [plain] };

/** What is believed after these looks, half an hour apart. */
function believed(
  circuit: Partial<Circuit>,
  ...looks: readonly Partial<Evidence>[]
): Connectivity | undefined {
  return looks.reduce<Connectivity | undefined>(
    (before, seen, index) =>
      observeConnectivity(before, aCircuit(circuit), anEvidence(seen), t0 + index * 30 * minute).connectivity,
    undefined,
  );
}

function verdictOf(
  kind: Subject['kind'],
  circuit: Partial<Circuit>,
  connectivity: Connectivity | undefined,
  open: readonly Subject[] = [],
): Verdict | undefined {
  return sessionConditions(aKnownCircuit(circuit), connectivity, open).find(
    ({ subject }) => subject.kind === kind,
  )?.verdict;
}

function ofSessions(circuit: Partial<Circuit>, ...looks: readonly Partial<Evidence>[]) {
  return verdictOf('connectivity', circuit, believed(circuit, ...looks));
}

const both = (primary: number | string, secondary: number | string): Partial<Evidence> => ({
  summaries: [aSummary('primary', primary), aSummary('secondary', secondary)],
});

describe('the connectivity of a peering', () => {
  test('is good when both links are up', () => {
    expect(ofSessions(lon, both(4, 4))).toEqual({ kind: 'good' });
    const half = { peerings: [aPeering({ ipv4: { primarySubnet: '192.168.15.16/30' } })] };
    expect(ofSessions(half, { summaries: [aSummary('primary', 4)] })).toEqual({ kind: 'good' });
  });

  test('is degraded when one link lacks', () => {
    expect(ofSessions(lon, both(4, 'Active'))).toEqual({
      kind: 'bad',
      severity: 'warning',
      trouble: {
        kind: 'connectivity',
        extent: 'degraded',
        sessions: [
          {
            ...{ link: 'primary', family: 'ipv4', state: 'up', since: t0, basis: 'routes', arp: 'unknown' },
            ...{ peerAddress: yours.primary, peerAsn: 65_010, prefixes: 4 },
          },
          {
            ...{
              link: 'secondary',
              family: 'ipv4',
              state: 'down',
              since: t0,
              basis: 'routes',
              arp: 'unknown',
            },
            ...{ peerAddress: yours.secondary, peerAsn: 65_010, bgpState: 'Active' },
          },
        ],
      },
    });
  });

  test('is no more than a warning while what is down was never up', () => {
    const never = { summaries: [aSummary('primary', 'never Idle'), aSummary('secondary', 'never Idle')] };
    expect(verdictOf('connectivity', lon, believed(lon, never))).toMatchObject({
      severity: 'warning',
      trouble: { extent: 'down', sessions: [{ neverUp: true }, { neverUp: true }] },
    });
    const one = { summaries: [aSummary('primary', 'never Idle'), aSummary('secondary', 'Idle')] };
    expect(verdictOf('connectivity', lon, believed(lon, one))).toMatchObject({ severity: 'critical' });
  });

  test('is down, and critical, when a family has no session left', () => {
    expect(ofSessions(lon, both('Idle', 'Idle'))).toMatchObject({
      severity: 'critical',
      trouble: { extent: 'down' },
    });
    const half = { peerings: [aPeering({ ipv4: { primarySubnet: '192.168.15.16/30' } })] };
    expect(ofSessions(half, { summaries: [aSummary('primary', 'Idle')] })).toMatchObject({
      trouble: { extent: 'down' },
    });
    const six = (link: 'primary' | 'secondary', address: string) =>
      aReading(link, [aNeighbor(yours[link], 4), aNeighbor(address, 'Idle')]);
    const noIpv6 = { summaries: [six('primary', '2001:db8::1'), six('secondary', '2001:db8::5')] };
    expect(ofSessions({ peerings: [dual] }, noIpv6)).toMatchObject({
      severity: 'critical',
      trouble: { extent: 'down' },
    });
  });

  test('is a matter of layer 2 when BGP is up and a link does not answer ARP', () => {
    const lost = { ...both(4, 4), arpTables: [anArpTable('primary', undefined)] };
    expect(ofSessions(lon, lost)).toMatchObject({ severity: 'warning', trouble: { extent: 'layer-2' } });
    const arps = { ...both('Idle', 4), arpTables: [anArpTable('primary', undefined)] };
    expect(ofSessions(lon, arps)).toMatchObject({
      trouble: { extent: 'degraded', sessions: [{ arp: 'down' }, {}] },
    });
  });

  test('is bad with what is known when other sessions are unknown', () => {
    expect(ofSessions(lon, { summaries: [aSummary('primary', 'Idle')] })).toMatchObject({
      severity: 'warning',
      trouble: { extent: 'degraded', sessions: [{ state: 'down' }, { state: 'unknown' }] },
    });
  });

  test('is unknown while a link is, and before anybody looked', () => {
    expect(ofSessions(lon, { summaries: [aSummary('primary', 4)] })).toEqual({ kind: 'unknown' });
    expect(verdictOf('connectivity', lon, undefined)).toEqual({ kind: 'unknown' });
  });

  test('is good though nobody tells of a family, as long as no session of it was ever told', () => {
    const circuit = { peerings: [dual] };
    expect(ofSessions(circuit, both(4, 4))).toEqual({ kind: 'good' });
    const ipv6Down = aReading('primary', [aNeighbor(yours.primary, 4), aNeighbor('2001:db8::1', 'Idle')]);
    expect(ofSessions(circuit, both(4, 4), { summaries: [ipv6Down] }, both(4, 4))).toMatchObject({
      kind: 'bad',
    });
  });

  test('is unknown while Azure writes', () => {
    const connectivity = believed(lon, both('Idle', 'Idle'));
    for (const busy of [
      { ...lon, provisioningState: 'Updating' as const },
      { peerings: [aPeering({ provisioningState: 'Updating' })] },
    ]) {
      expect(verdictOf('connectivity', busy, connectivity)).toEqual({ kind: 'unknown' });
    }
  });
});

describe('the prefixes of a peering', () => {
  const near = (primary: number, secondary: number) =>
    verdictOf('prefix-limit', lon, believed(lon, both(primary, secondary)));

  test('are near the limit by the fuller link', () => {
    expect(near(3_199, 20)).toEqual({ kind: 'good' });
    expect(near(3_200, 3_300)).toEqual({
      kind: 'bad',
      severity: 'warning',
      trouble: { kind: 'prefix-limit', link: 'secondary', prefixes: 3_300, limit: 4_000 },
    });
    expect(near(3_800, 3_300)).toMatchObject({ severity: 'critical', trouble: { link: 'primary' } });
  });

  test('are unknown while the session that was near its limit is down, or nothing was counted', () => {
    const dropped = believed(lon, both(3_900, 20), both('Idle (PfxCt)', 20));
    expect(verdictOf('prefix-limit', lon, dropped)).toEqual({ kind: 'unknown' });
    expect(verdictOf('prefix-drop', lon, dropped)).toEqual({ kind: 'good' });
    expect(verdictOf('prefix-limit', lon, believed(lon, both('Idle', 'Idle')))).toEqual({ kind: 'unknown' });
  });

  test('have fallen by the emptier link', () => {
    const drop = (primary: number, secondary: number) =>
      verdictOf('prefix-drop', lon, believed(lon, both(100, 80), both(primary, secondary)));
    expect(drop(60, 60)).toEqual({ kind: 'good' });
    expect(drop(45, 30)).toEqual({
      kind: 'bad',
      severity: 'warning',
      trouble: {
        kind: 'prefix-drop',
        link: 'secondary',
        prefixes: 30,
        usualPrefixes: 80,
        since: t0 + 30 * minute,
      },
    });
    expect(drop(0, 80)).toMatchObject({ severity: 'warning', trouble: { link: 'primary', prefixes: 0 } });
    expect(drop(0, 0)).toMatchObject({ severity: 'critical' });
  });
});

describe('a gateway’s connection', () => {
  const linked = (status: string, circuit: Partial<Circuit> = lon) =>
    verdictOf(
      'vnet-link',
      circuit,
      believed(circuit, { connections: [{ name: 'cn', resourceGroup: 'rg', gateway: 'gw', status }] }),
    );

  test('is bad when it is not connected, and only then', () => {
    expect(linked('Connected')).toEqual({ kind: 'good' });
    expect(linked('NotConnected')).toEqual({
      kind: 'bad',
      severity: 'warning',
      trouble: { kind: 'vnet-link', connection: 'cn', gateway: 'gw', status: 'NotConnected' },
    });
    for (const status of ['Connecting', 'Unknown', 'Odd', ''])
      expect(linked(status)).toEqual({ kind: 'unknown' });
  });

  test('is not expected to be connected to a circuit that its provider does not serve', () => {
    const service = aService({ providerState: 'Deprovisioning' });
    expect(linked('NotConnected', { ...lon, service })).toBeUndefined();
  });
});

describe('what is open and no longer applies', () => {
  const { id: circuitId } = aCircuit();
  const peering = 'AzurePrivatePeering';
  const connectivity: Subject = { kind: 'connectivity', circuitId, peering };
  const drop: Subject = { kind: 'prefix-drop', circuitId, peering, family: 'ipv6' };
  const link: Subject = { kind: 'vnet-link', circuitId, resourceGroup: 'rg', connection: 'cn' };
  const known = believed(lon, both(4, 4));
  const why = (subject: Subject, circuit: Partial<Circuit>, told: Connectivity | undefined = known) =>
    verdictOf(subject.kind, circuit, told, [subject]);

  test('is gone, with the reason', () => {
    expect(why(connectivity, { peerings: [] })).toEqual({ kind: 'gone', why: 'peering-removed' });
    expect(why(connectivity, { peerings: [aPeering({ state: 'Disabled' })] })).toEqual({
      kind: 'gone',
      why: 'peering-disabled',
    });
    const service = aService({ providerState: 'Deprovisioning' });
    expect(why(connectivity, { ...lon, service })).toEqual({ kind: 'gone', why: 'not-expected' });
    expect(why(link, lon)).toEqual({ kind: 'gone', why: 'not-expected' });
    const [gone] = sessionConditions(aKnownCircuit(lon), known, [drop]).filter(
      ({ verdict }) => verdict.kind === 'gone',
    );
    expect(gone).toMatchObject({
      subject: drop,
      circuit: { name: 'lon-01' },
      verdict: { why: 'not-expected' },
    });
  });

  test('is not gone where nobody has looked yet', () => {
    expect(verdictOf('vnet-link', lon, undefined, [link])).toEqual({ kind: 'unknown' });
  });

  test('is not touched where it is another circuit’s, or a matter of ARM’s record', () => {
    const other: Subject = { ...connectivity, circuitId: aCircuit({ name: 'ams-01' }).id };
    const record: Subject = { kind: 'status', circuitId };
    const told = sessionConditions(aKnownCircuit({ peerings: [] }), known, [other, record]);
    expect(told).toEqual([]);
  });
});
