import { describe, expect, test } from 'vitest';
import type { Connectivity } from '../../../src/domain/circuit/connectivity.ts';
import { observeConnectivity } from '../../../src/domain/circuit/observe-connectivity.ts';
import type { Availability } from '../../../src/domain/peering/session-evidence.ts';
import { byUrgency, type Suspect, suspectsOf } from '../../../src/domain/peering/session-suspects.ts';
import { aCircuit, aPeering, t0 } from '../../support/a-circuit.ts';
import { anEvidence, aSeries, aSummary, minute } from '../../support/an-evidence.ts';

const circuit = aCircuit({ peerings: [aPeering()] });
const up = observeConnectivity(
  undefined,
  circuit,
  anEvidence({ summaries: [aSummary('primary', 9), aSummary('secondary', 9)] }),
  t0 - 60 * minute,
).connectivity;

function names(series: readonly Availability[], before: Connectivity | undefined = up, on = circuit) {
  return suspectsOf(before, on, series, t0).map(
    ({ table, link, doubt, bothLinks }) => `${table} ${link} ${doubt}${bothLinks ? ' both' : ''}`,
  );
}

describe('suspects', () => {
  test('are links whose newest point is below 100', () => {
    expect(names([aSeries([100, 99]), aSeries([0, 100], { link: 'secondary' })])).toEqual([
      'routes primary doubted',
    ]);
    expect(names([])).toEqual([]);
  });

  test('are not made by points that are old, or of something else', () => {
    const old = aSeries([0, ...Array.from({ length: 5 }, () => undefined)]);
    const elsewhere = aSeries([0], { peering: 'MicrosoftPeering' });
    expect(names([old, elsewhere])).toEqual([]);
    expect(names([aSeries([0, undefined, undefined, undefined, undefined])])).toEqual([
      'routes primary doubted',
    ]);
  });

  test('have been doubtful since the first of the bad minutes', () => {
    const [suspect] = suspectsOf(up, circuit, [aSeries([100, 0, undefined, 50])], t0);
    expect(suspect).toMatchObject({ peeringName: 'AzurePrivatePeering', since: t0 - 3 * minute });
  });

  test('are told by layer too, and together where both links are', () => {
    const both = [aSeries([0]), aSeries([0], { link: 'secondary' }), aSeries([0], { metric: 'arp' })];
    expect(names(both)).toEqual([
      'routes primary doubted both',
      'arp primary doubted',
      'routes secondary doubted both',
    ]);
  });

  test('are what is believed down, without any metric', () => {
    const down = observeConnectivity(
      up,
      circuit,
      anEvidence({ summaries: [aSummary('primary', 'Idle')] }),
      t0,
    );
    expect(names([], down.connectivity)).toEqual(['routes primary down']);
    expect(names([aSeries([0], { link: 'secondary' })], down.connectivity)).toEqual([
      'routes primary down both',
      'routes secondary doubted both',
    ]);
  });

  test('are none while Azure writes, and none that is not expected', () => {
    expect(
      names([aSeries([0])], up, aCircuit({ peerings: [aPeering()], provisioningState: 'Updating' })),
    ).toEqual([]);
    expect(names([aSeries([0])], up, aCircuit())).toEqual([]);
  });
});

describe('the order in which they are asked about', () => {
  const suspect = (overrides: Partial<Suspect> & { askedAt?: number }) => ({
    ...({ peering: 'AzurePrivatePeering', peeringName: 'AzurePrivatePeering', link: 'primary' } as const),
    ...({ table: 'routes', doubt: 'doubted', bothLinks: false, since: t0, askedAt: undefined } as const),
    ...overrides,
  });

  test('is: perhaps lost before perhaps back, both links before one, BGP before ARP, longest unasked, longest doubtful', () => {
    const order = [
      suspect({ bothLinks: true, since: t0 + 9 }),
      suspect({ since: t0 - 2 * minute }),
      suspect({ since: t0 }),
      suspect({ askedAt: t0 - minute, since: t0 - 9 * minute }),
      suspect({ askedAt: t0, since: t0 - 10 * minute }),
      suspect({ table: 'arp', since: t0 - 60 * minute }),
      suspect({ doubt: 'down', bothLinks: true }),
      suspect({ doubt: 'down' }),
    ];
    expect(order.toReversed().toSorted(byUrgency)).toEqual(order);
  });
});
