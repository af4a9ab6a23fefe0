import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { meetCircuit, observeCircuit } from '../../../src/domain/circuit/observe.ts';
import { type Situation, situationOf } from '../../../src/domain/circuit/situation.ts';
import type { ProviderState } from '../../../src/domain/circuit/states.ts';
import { aCircuit, aDirectService, aKnownCircuit, aPeering, aService, t0 } from '../../support/a-circuit.ts';

function inState(providerState: ProviderState, overrides: Partial<Circuit> = {}): Circuit {
  return aCircuit({ service: aService({ providerState }), ...overrides });
}

/** What is known after these sights, of which the first met the circuit after its subscription was known. */
function knownAfter(first: Circuit, ...sights: readonly Circuit[]): KnownCircuit {
  return sights.reduce((known, seen) => observeCircuit(known, seen, t0).known, meetCircuit(first, t0, false));
}

describe('the situations of a circuit', () => {
  const rows: readonly (readonly [ProviderState, boolean, Situation])[] = [
    ['NotProvisioned', false, 'created'],
    ['Provisioning', false, 'provider-working'],
    ['Provisioned', true, 'ready'],
    ['NotProvisioned', true, 'deprovisioned'],
    ['Deprovisioning', true, 'deprovisioning'],
    ['DeProvisioned', true, 'deprovisioning'],
    [{ unrecognised: 'OnHold' }, true, 'unrecognised'],
    [{ unrecognised: '' }, false, 'unrecognised'],
  ];
  test.each(rows)('%o with provider work behind it: %s → %s', (providerState, wasProvisioned, situation) => {
    const known = aKnownCircuit({ service: aService({ providerState }) }, { wasProvisioned });
    expect(situationOf(known)).toBe(situation);
  });

  test('a circuit on ExpressRoute Direct has no provider and is direct', () => {
    expect(situationOf(aKnownCircuit({ service: aDirectService() }))).toBe('direct');
  });
});

describe('created and deprovisioned look alike on the wire', () => {
  test('a new circuit is created', () => {
    expect(situationOf(knownAfter(inState('NotProvisioned')))).toBe('created');
  });

  test('a circuit whose provider gave up before it was done is created again', () => {
    expect(
      situationOf(knownAfter(inState('NotProvisioned'), inState('Provisioning'), inState('NotProvisioned'))),
    ).toBe('created');
  });

  test.each<ProviderState>(['Provisioned', 'Deprovisioning', 'DeProvisioned'])(
    'a circuit that was %s once is deprovisioned',
    (once) => {
      expect(
        situationOf(knownAfter(inState('NotProvisioned'), inState(once), inState('NotProvisioned'))),
      ).toBe('deprovisioned');
    },
  );

  test('at the first look at a subscription, routing domains tell that the provider has worked', () => {
    const seen = inState('NotProvisioned', { peerings: [aPeering()] });
    expect(situationOf(meetCircuit(seen, t0, true))).toBe('deprovisioned');
    expect(situationOf(meetCircuit(inState('NotProvisioned'), t0, true))).toBe('created');
  });

  test('later they do not: test providers let routing be configured on a new circuit', () => {
    const bare = inState('NotProvisioned');
    const routed = inState('NotProvisioned', { peerings: [aPeering()] });
    expect(situationOf(knownAfter(routed))).toBe('created');
    expect(situationOf(knownAfter(bare, routed))).toBe('created');
  });
});
