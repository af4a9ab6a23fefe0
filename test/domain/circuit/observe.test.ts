import { describe, expect, test } from 'vitest';
import type { Difference } from '../../../src/domain/circuit/changes.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { meetCircuit, observeCircuit } from '../../../src/domain/circuit/observe.ts';
import type { Peering } from '../../../src/domain/peering/peering.ts';
import { aCircuit, aKnownCircuit, aMicrosoftPeering, aPeering, t0 } from '../../support/a-circuit.ts';

/** What each sight after the first tells, one entry a sight. */
function tell(
  ...sights: readonly [Partial<Circuit>, ...Partial<Circuit>[]]
): readonly (readonly Difference[])[] {
  const [first, ...later] = sights;
  let known = meetCircuit(aCircuit(first), t0, false);
  return later.map((seen, index) => {
    const sighting = observeCircuit(known, aCircuit(seen), t0 + index + 1);
    known = sighting.known;
    return sighting.differences;
  });
}

/** What sights of one routing domain tell, all together. */
function tellPeering(...sights: readonly [Peering, ...Peering[]]): readonly Difference[] {
  const [first, ...later] = sights.map((peering) => ({ peerings: [peering] }));
  return first ? tell(first, ...later).flat() : [];
}

const busy = { provisioningState: 'Updating', status: 'Disabled' } as const;
const disabled = { status: 'Disabled' } as const;
const toDisabled = [{ kind: 'status', before: 'Enabled', after: 'Disabled' }];

describe('status', () => {
  test('Disabled while Updating is no change, however often it is seen', () => {
    expect(tell({}, busy, busy, busy, {})).toEqual([[], [], [], []]);
  });
  test('Disabled is believed at the second poll', () => {
    expect(tell({}, disabled, disabled, disabled)).toEqual([[], toDisabled, []]);
  });
  test('Disabled seen once is never told', () => {
    expect(tell({}, disabled, {}, disabled, {})).toEqual([[], [], [], []]);
  });
  test('a write in between starts the doubt anew', () => {
    expect(tell({}, disabled, busy, disabled, {})).toEqual([[], [], [], []]);
  });
  test('Enabled is believed at once', () => {
    expect(tell(disabled, {})).toEqual([[{ kind: 'status', before: 'Disabled', after: 'Enabled' }]]);
  });
  test('a status that is not known is told at once, as it came', () => {
    const odd = { status: { unrecognised: 'Frozen' } };
    expect(tell({}, odd, odd)).toEqual([
      [{ kind: 'status', before: 'Enabled', after: { unrecognised: 'Frozen' } }],
      [],
    ]);
  });
  test('a circuit met in the middle of its creation becomes Enabled without a word', () => {
    expect(tell(busy, busy, {})).toEqual([[], []]);
  });
  test('what it is afterwards is watched as usual', () => {
    expect(tell(busy, {}, disabled, disabled)).toEqual([[], [], toDisabled]);
  });
});

describe('what Azure says of a peering while it writes', () => {
  const settled = aMicrosoftPeering('Configured');
  const list = settled.ipv4?.publicPrefixes;
  const writing: Peering = {
    ...settled,
    provisioningState: 'Updating',
    state: 'Disabled',
    azureAsn: undefined,
    lastModifiedBy: undefined,
    ipv4: {
      ...settled.ipv4,
      publicPrefixes: {
        advertised: list?.advertised ?? [],
        customerAsn: list?.customerAsn,
        routingRegistry: list?.routingRegistry,
        state: 'NotConfigured',
        each: [{ prefix: '203.0.113.0/24' }],
      },
    },
  };

  test('is no change: Disabled, no author, azureASN 0, NotConfigured, no validationState', () => {
    expect(tellPeering(settled, writing, writing, settled)).toEqual([]);
  });

  test('is no change either when only the circuit says that it is Updating', () => {
    const quiet = { ...writing, provisioningState: 'Succeeded' } as const;
    const sights = tell({ peerings: [settled] }, { ...busy, peerings: [quiet] }, { peerings: [settled] });
    expect(sights).toEqual([[], []]);
  });

  test('a new peering is told when it appears, and nothing more when its write is over', () => {
    const arriving = aPeering({
      provisioningState: 'Updating',
      azureAsn: undefined,
      lastModifiedBy: undefined,
    });
    expect(tell({}, { ...busy, peerings: [arriving] }, { peerings: [aPeering()] })).toEqual([
      [{ kind: 'peering-added', peering: 'AzurePrivatePeering', state: 'Enabled' }],
      [],
    ]);
  });

  test('a change of the list that stands when the write is over is told once', () => {
    expect(tellPeering(settled, writing, aMicrosoftPeering('ValidationNeeded'))).toEqual([
      expect.objectContaining({ kind: 'prefixes-state', before: 'Configured', after: 'ValidationNeeded' }),
      expect.objectContaining({ kind: 'prefix-state', before: 'Configured', after: 'ValidationNeeded' }),
    ]);
  });

  test('Configuring is believed even while Azure writes', () => {
    const checking = { ...aMicrosoftPeering('Configuring'), provisioningState: 'Updating' } as const;
    expect(tellPeering(settled, checking).map(({ kind }) => kind)).toEqual([
      'prefixes-state',
      'prefix-state',
    ]);
  });
});

describe('a peering stuck Deleting in a Failed circuit', () => {
  const stuck = aPeering({ provisioningState: 'Deleting', state: 'Disabled' });

  test('tells the failure once and nothing of the peering', () => {
    const failed = { provisioningState: 'Failed', peerings: [stuck] } as const;
    expect(tell({ peerings: [aPeering()] }, failed, failed, failed)).toEqual([
      [{ kind: 'provisioning-failed' }],
      [],
      [],
    ]);
  });

  test('is told as removed when it is gone at last', () => {
    const failed = { provisioningState: 'Failed', peerings: [stuck] } as const;
    expect(tell({ peerings: [aPeering()] }, failed, {})[1]?.map(({ kind }) => kind)).toEqual([
      'provisioning-recovered',
      'peering-removed',
    ]);
  });
});

describe('what is remembered', () => {
  test('who set a peering, and Microsoft’s number, while a write keeps them back', () => {
    const writing = aPeering({
      provisioningState: 'Updating',
      azureAsn: undefined,
      lastModifiedBy: undefined,
      vlanId: 200,
    });
    const known = aKnownCircuit({ peerings: [aPeering({ lastModifiedBy: 'Equinix' })] });
    const { known: after } = observeCircuit(known, aCircuit({ ...busy, peerings: [writing] }), t0 + 1);
    expect(after.circuit.peerings).toMatchObject([
      { azureAsn: 12_076, lastModifiedBy: 'Equinix', vlanId: 200 },
    ]);
  });

  test('the very same knowledge when nothing is new', () => {
    const known = aKnownCircuit({ peerings: [aPeering()] });
    const seen = aCircuit({ peerings: [aPeering()] });
    expect(observeCircuit(known, seen, t0 + 1).known).toBe(known);
  });

  test('when a fact last changed', () => {
    const known = aKnownCircuit();
    const { known: after } = observeCircuit(known, aCircuit({ tags: { env: 'prod' } }), t0 + 60_000);
    expect(after).toMatchObject({ firstSeenAt: t0, changedAt: t0 + 60_000 });
  });
});
