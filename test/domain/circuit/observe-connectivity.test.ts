import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { Connectivity } from '../../../src/domain/circuit/connectivity.ts';
import { type Evidence, observeConnectivity } from '../../../src/domain/circuit/observe-connectivity.ts';
import type { Session } from '../../../src/domain/peering/session.ts';
import { aCircuit, aMicrosoftPeering, aPeering, aService, t0 } from '../../support/a-circuit.ts';
import {
  aNeighbor,
  anArpTable,
  anEvidence,
  aReading,
  aSeries,
  aSummary,
  minute,
  noReading,
} from '../../support/an-evidence.ts';

const circuit = aCircuit({ peerings: [aPeering()] });
const bothUp = anEvidence({ summaries: [aSummary('primary', 47), aSummary('secondary', 47)] });

/** What is believed after these looks, a minute apart, and what the last one told. */
function seeing(looks: readonly Evidence[], on: Circuit = circuit, before?: Connectivity) {
  return looks.reduce(
    ({ connectivity }, evidence, index) =>
      observeConnectivity(connectivity, on, evidence, t0 + index * minute),
    { connectivity: before, differences: [] } as Partial<ReturnType<typeof observeConnectivity>>,
  );
}

function primary(looks: readonly Evidence[], on: Circuit = circuit): Partial<Session> {
  return seeing(looks, on).connectivity?.sessions.find(({ link }) => link === 'primary') ?? {};
}

describe('the first look', () => {
  test('knows nothing of a session that nobody tells of', () => {
    expect(primary([anEvidence()])).toMatchObject({ state: 'unknown', since: t0 });
  });

  test('believes the edge, and has no news of what is up', () => {
    const { connectivity, differences } = seeing([bothUp]);
    expect(connectivity?.sessions).toMatchObject([
      { link: 'primary', state: 'up', basis: 'routes', prefixes: 47, usualPrefixes: 47 },
      { link: 'secondary', state: 'up', basis: 'routes', prefixes: 47 },
    ]);
    expect(differences).toEqual([]);
  });

  test('has news of a session that is down', () => {
    const { differences } = seeing([anEvidence({ summaries: [aSummary('primary', 'Idle')] })]);
    expect(differences).toEqual([
      {
        kind: 'bgp-session',
        peering: 'AzurePrivatePeering',
        link: 'primary',
        family: 'ipv4',
        before: 'unknown',
        after: 'down',
        bgpState: 'Idle',
      },
    ]);
  });

  test('knows from the edge that a session never came up, until it does', () => {
    const never = anEvidence({ summaries: [aSummary('primary', 'never Active')] });
    expect(primary([never])).toMatchObject({ state: 'down', bgpState: 'Active', neverUp: true });
    expect(primary([never, never]).neverUp).toBe(true);
    expect(primary([never, bothUp]).neverUp).toBe(undefined);
  });

  test('does not call a session never up that the edge itself has said to be up', () => {
    const never = anEvidence({ summaries: [aSummary('primary', 'never Idle')] });
    expect(primary([bothUp, never]).neverUp).toBe(undefined);
    const down = anEvidence({ summaries: [aSummary('primary', 'Idle')] });
    expect(primary([down, never]).neverUp).toBe(undefined);
  });

  test('takes a metric at 100 for up, of both families where they are not told apart', () => {
    const both = aCircuit({
      peerings: [aPeering({ ipv6: { primarySubnet: '2001:db8::/126', secondarySubnet: '2001:db8::4/126' } })],
    });
    const { connectivity } = seeing([anEvidence({ series: [aSeries([100])] })], both);
    expect(connectivity?.sessions.map(({ link, family, state }) => [link, family, state])).toEqual([
      ['primary', 'ipv4', 'up'],
      ['primary', 'ipv6', 'up'],
      ['secondary', 'ipv4', 'unknown'],
      ['secondary', 'ipv6', 'unknown'],
    ]);
  });
});

describe('a session that is lost', () => {
  const lost = anEvidence({
    series: [aSeries([100, 100, 40, 0, 0], { now: t0 + minute })],
    summaries: [aSummary('primary', 'Active')],
  });

  test('is down when the edge says so, and its count is gone', () => {
    const session = primary([bothUp, lost]);
    expect(session).toMatchObject({ state: 'down', basis: 'routes', bgpState: 'Active', usualPrefixes: 47 });
    expect(session.prefixes).toBeUndefined();
    expect(seeing([bothUp, lost]).differences).toMatchObject([
      { kind: 'bgp-session', link: 'primary', before: 'up', after: 'down', bgpState: 'Active' },
    ]);
  });

  test('is down since the first bad minute, though never from before it came up', () => {
    const late = anEvidence({
      series: [aSeries([100, 0, 0, 0, 0, 0], { now: t0 + 10 * minute })],
      summaries: [aSummary('primary', 'Active')],
    });
    const known = seeing([bothUp]).connectivity;
    const { connectivity } = observeConnectivity(known, circuit, late, t0 + 10 * minute);
    expect(connectivity.sessions[0]?.since).toBe(t0 + 5 * minute);
    expect(primary([bothUp, lost]).since).toBe(t0);
  });

  test('may try one BGP state after another without any news', () => {
    const known = seeing([bothUp, lost]).connectivity;
    const { connectivity } = seeing(
      [anEvidence({ summaries: [aSummary('primary', 'Idle')] })],
      circuit,
      known,
    );
    expect(connectivity).toBe(known);
    const admin = anEvidence({ summaries: [aSummary('primary', 'Idle (Admin)')] });
    expect(seeing([admin], circuit, known).connectivity?.sessions[0]?.bgpState).toBe('Idle (Admin)');
  });

  test('is up again when the edge counts prefixes', () => {
    const { connectivity, differences } = seeing([bothUp, lost, bothUp]);
    expect(connectivity?.sessions[0]).toEqual({
      ...{ peering: 'AzurePrivatePeering', link: 'primary', family: 'ipv4', state: 'up', basis: 'routes' },
      ...{ since: t0 + 2 * minute, prefixes: 47, prefixesSince: t0 + 2 * minute, usualPrefixes: 47 },
    });
    expect(differences).toMatchObject([{ kind: 'bgp-session', before: 'down', after: 'up' }]);
  });

  test('is up again when the metric is at 100 after it went down, and not by an older point', () => {
    const known = seeing([bothUp, lost]).connectivity;
    const at = t0 + 4 * minute;
    const see = (percents: readonly (number | undefined)[]) =>
      observeConnectivity(known, circuit, anEvidence({ series: [aSeries(percents, { now: at })] }), at);
    expect(see([0, 0, 0, 100]).connectivity.sessions[0]).toMatchObject({ state: 'up', basis: 'metric' });
    expect(see([0, 0, 0, 99]).connectivity).toBe(known);
    expect(see([100, undefined, undefined, undefined]).connectivity).toBe(known);
  });

  test('stays down while the edge says so, whatever the metric says', () => {
    const known = seeing([bothUp, lost]).connectivity;
    const lie = anEvidence({
      series: [aSeries([100, 100], { now: t0 + 5 * minute })],
      summaries: [aSummary('primary', 'Active')],
    });
    expect(observeConnectivity(known, circuit, lie, t0 + 5 * minute).connectivity).toBe(known);
  });
});

describe('the metric alone', () => {
  const zero = (minutes: number) =>
    aSeries(
      Array.from({ length: minutes }, () => 0),
      { now: t0 + minute },
    );

  test('calls nothing down that the edge was not asked about, or calls up', () => {
    for (const summaries of [[], [aSummary('primary', 47)]]) {
      const { connectivity, differences } = seeing([bothUp, anEvidence({ series: [zero(10)], summaries })]);
      expect(connectivity?.sessions[0]?.state).toBe('up');
      expect(differences).toEqual([]);
    }
  });

  test('is believed after five minutes at 0 when the edge cannot be asked', () => {
    const see = (minutes: number) =>
      primary([bothUp, anEvidence({ series: [zero(minutes)], summaries: [noReading('primary')] })]);
    expect(see(4).state).toBe('up');
    expect(see(5)).toMatchObject({ state: 'down', basis: 'metric' });
  });

  test('is not believed for the minutes before the edge last said otherwise', () => {
    const see = (answeredAt: number) =>
      primary([bothUp, anEvidence({ series: [zero(10)], summaries: [noReading('primary', answeredAt)] })]);
    expect(see(t0 - 5 * minute).state).toBe('down');
    expect(see(t0 - 2 * minute).state).toBe('up');
  });

  test('counts no minute without data, and no old points', () => {
    const gap = aSeries([0, 0, undefined, undefined, 0, 0], { now: t0 + minute });
    const old = aSeries([0, 0, 0, 0, 0, 0, ...Array.from({ length: 6 }, () => undefined)], {
      now: t0 + minute,
    });
    for (const series of [gap, old]) {
      expect(
        primary([bothUp, anEvidence({ series: [series], summaries: [noReading('primary')] })]).state,
      ).toBe('up');
    }
  });
});

describe('a line of the summary', () => {
  test('that is not there is as though the edge could not be asked', () => {
    const gateways = aReading('primary', [
      aNeighbor('10.0.0.12', 2, 65_515),
      aNeighbor('10.0.0.13', 2, 65_515),
    ]);
    for (const summaries of [[gateways], [aReading('primary', [])]]) {
      expect(primary([bothUp, anEvidence({ summaries })]).state).toBe('up');
      const zeros = aSeries([0, 0, 0, 0, 0], { now: t0 + minute });
      expect(primary([bothUp, anEvidence({ series: [zeros], summaries })])).toMatchObject({
        state: 'down',
        basis: 'metric',
      });
    }
  });

  test('is yours when its address is in the subnet of the link', () => {
    const other = aReading('primary', [aNeighbor('192.168.15.18', 12), aNeighbor('nonsense', 'Idle')]);
    expect(primary([anEvidence({ summaries: [other] })])).toMatchObject({ state: 'up', prefixes: 12 });
  });
});

describe('layer 2', () => {
  const arpUp = anEvidence({ arpTables: [anArpTable('primary', '0a00.0000.0002')] });
  const arpLost = anEvidence({ arpTables: [anArpTable('primary', undefined)] });

  test('is believed from the ARP table, and its loss is news', () => {
    expect(seeing([arpUp]).connectivity?.arp).toMatchObject([
      { link: 'primary', state: 'up' },
      { link: 'secondary', state: 'unknown' },
    ]);
    expect(seeing([arpUp, arpLost]).differences).toEqual([
      { kind: 'arp', peering: 'AzurePrivatePeering', link: 'primary', before: 'up', after: 'down' },
    ]);
    expect(seeing([arpUp, arpLost, arpUp]).differences).toMatchObject([{ before: 'down', after: 'up' }]);
  });

  test('is lost when the table has others and not you, and unknown when it is empty', () => {
    const others = aReading('primary', [{ side: 'microsoft', address: '192.168.15.18', mac: '0a' } as const]);
    expect(seeing([arpUp, anEvidence({ arpTables: [others] })]).connectivity?.arp[0]?.state).toBe('down');
    expect(
      seeing([arpUp, anEvidence({ arpTables: [aReading('primary', [])] })]).connectivity?.arp[0]?.state,
    ).toBe('up');
  });

  test('follows its own metric as BGP does', () => {
    const of = (percents: readonly number[]) => aSeries(percents, { metric: 'arp', now: t0 + minute });
    const see = (evidence: Partial<Evidence>) =>
      seeing([arpUp, anEvidence(evidence)]).connectivity?.arp[0]?.state;
    expect(see({ series: [of([0, 0, 0, 0, 0])] })).toBe('up');
    expect(see({ series: [of([0, 0, 0, 0, 0])], arpTables: [noReading('primary')] })).toBe('down');
    expect(
      seeing([anEvidence({ series: [aSeries([100], { metric: 'arp' })] })]).connectivity?.arp[0]?.state,
    ).toBe('up');
  });
});

describe('what is not expected', () => {
  test('is forgotten without news', () => {
    const known = seeing([bothUp]).connectivity;
    for (const other of [
      aCircuit({ peerings: [aPeering({ state: 'Disabled' })] }),
      aCircuit({ peerings: [aPeering()], service: aService({ providerState: 'Deprovisioning' }) }),
      aCircuit(),
    ]) {
      const { connectivity, differences } = observeConnectivity(known, other, bothUp, t0);
      expect(connectivity.sessions).toEqual([]);
      expect(differences).toEqual([]);
    }
  });

  test('stays as it was while Azure writes to the circuit or the peering', () => {
    const down = anEvidence({
      summaries: [aSummary('primary', 'Idle')],
      arpTables: [anArpTable('primary', undefined)],
    });
    const known = seeing([bothUp]).connectivity;
    for (const busy of [
      aCircuit({ peerings: [aPeering()], provisioningState: 'Updating' }),
      aCircuit({ peerings: [aPeering({ provisioningState: 'Updating' })] }),
    ]) {
      expect(observeConnectivity(known, busy, down, t0)).toEqual({ connectivity: known, differences: [] });
    }
    const elsewhere = aCircuit({
      peerings: [aPeering(), aMicrosoftPeering('Configured', { provisioningState: 'Updating' })],
    });
    expect(observeConnectivity(known, elsewhere, down, t0).differences).toHaveLength(2);
  });
});
