import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import {
  isInTransition,
  type NextStep,
  needsAttention,
  nextStepOf,
} from '../../../src/domain/circuit/next-step.ts';
import { layerTag } from '../../../src/domain/circuit/routing-owner.ts';
import type { ProviderState } from '../../../src/domain/circuit/states.ts';
import type { Peering } from '../../../src/domain/peering/peering.ts';
import {
  aCircuit,
  aDirectService,
  aKnownCircuit,
  aMicrosoftPeering,
  aPeering,
  aService,
} from '../../support/a-circuit.ts';
import { anOrder } from '../../support/an-order.ts';

function nextIn(providerState: ProviderState, wasProvisioned = true): string {
  return say(nextStepOf(aKnownCircuit({ service: aService({ providerState }) }, { wasProvisioned })));
}

function nextWith(circuit: Partial<Circuit>): string {
  return say(nextStepOf(aKnownCircuit(circuit)));
}

function nextWithPeerings(...peerings: readonly Peering[]): string {
  return nextWith({ peerings });
}

function say({ who, action }: NextStep): string {
  return `${who}: ${action}`;
}

const layer3 = { [layerTag]: '3' };

describe('who must do what in each situation', () => {
  test('just created: you give the service key to the provider', () => {
    expect(nextIn('NotProvisioned', false)).toBe('you: give-service-key');
  });
  test('the provider works on it: the provider', () => {
    expect(nextIn('Provisioning', false)).toBe('provider: wait-for-provisioning');
  });
  test('deprovisioned: you re-enable or delete it', () => {
    expect(nextIn('NotProvisioned')).toBe('you: reenable-or-delete');
  });
  test.each<ProviderState>(['Deprovisioning', 'DeProvisioned'])('%s: the provider', (state) => {
    expect(nextIn(state)).toBe('provider: wait-for-deprovisioning');
  });
  test('a state that is not known: you ask', () => {
    expect(nextIn({ unrecognised: 'OnHold' })).toBe('you: ask-about-unknown-state');
  });
  test('ready, layer 2: you configure routing', () => {
    expect(nextWith({ tags: { [layerTag]: '2' } })).toBe('you: configure-routing');
  });
  test('ready, layer 3: the provider configures routing', () => {
    expect(nextWith({ tags: layer3 })).toBe('provider: wait-for-provider-routing');
  });
  test('ready, layer not told: you', () => {
    expect(nextWith({})).toBe('you: configure-routing');
  });
  test('on ExpressRoute Direct you configure routing, whatever a tag says', () => {
    expect(nextWith({ service: aDirectService(), tags: layer3 })).toBe('you: configure-routing');
  });
});

describe('who configures routing when the order tells', () => {
  const theirs = aPeering({ state: 'Disabled', lastModifiedBy: 'Equinix' });
  test.each([
    [2, 'you: enable-peering'],
    [3, 'provider: wait-for-provider-routing'],
    [undefined, 'provider: wait-for-provider-routing'],
  ] as const)('layer %s wins over the tag and over who changed a peering: %s', (layer, next) => {
    const tags = layer === undefined ? layer3 : { [layerTag]: layer === 2 ? '3' : '2' };
    const known = aKnownCircuit({ peerings: [theirs], tags }, { order: anOrder({ layer }) });
    expect(say(nextStepOf(known))).toBe(next);
  });
});

describe('who configures routing when no tag tells', () => {
  test.each([
    ['Customer', 'you: enable-peering'],
    ['CUSTOMER', 'you: enable-peering'],
    ['Equinix', 'provider: wait-for-provider-routing'],
    [undefined, 'you: enable-peering'],
  ])('a disabled peering last changed by %s: %s', (lastModifiedBy, next) => {
    expect(nextWithPeerings(aPeering({ state: 'Disabled', lastModifiedBy }))).toBe(next);
  });
  test('one peering set by somebody else is enough for the provider', () => {
    const own = aPeering({ state: 'Disabled' });
    const theirs = aMicrosoftPeering('Configured', { lastModifiedBy: 'Equinix' });
    expect(nextWithPeerings(own, theirs)).toBe('provider: wait-for-provider-routing');
  });
  test('the tag wins, whatever its casing', () => {
    const peerings = [aPeering({ state: 'Disabled', lastModifiedBy: 'Equinix' })];
    expect(nextWith({ peerings, tags: { 'Trunkline-Layer': ' 2 ' } })).toBe('you: enable-peering');
  });
});

describe('what is in the way of routing', () => {
  test('nothing when every routing domain runs', () => {
    expect(nextWithPeerings(aPeering(), aMicrosoftPeering())).toBe('nobody: nothing');
  });
  test('prefixes that need validation come before a disabled peering', () => {
    expect(nextWithPeerings(aPeering({ state: 'Disabled' }), aMicrosoftPeering('ValidationNeeded'))).toBe(
      'you: prove-prefix-ownership',
    );
  });
  test('prefixes being checked: Microsoft', () => {
    expect(nextWithPeerings(aMicrosoftPeering('Configuring'))).toBe('microsoft: wait-for-prefix-validation');
  });
  test('a retired public peering is no routing', () => {
    expect(nextWithPeerings(aPeering({ name: 'AzurePublicPeering', type: 'AzurePublicPeering' }))).toBe(
      'you: configure-routing',
    );
  });
});

describe('what comes before everything else', () => {
  const created = { service: aService({ providerState: 'NotProvisioned' }) };
  test('a failed write is mended first', () => {
    expect(nextWith({ ...created, provisioningState: 'Failed', status: 'Disabled' })).toBe(
      'you: mend-failed-write',
    );
  });
  test.each(['Creating', 'Updating', 'Deleting'] as const)(
    'while %s: wait for Azure',
    (provisioningState) => {
      expect(nextWith({ ...created, provisioningState, status: 'Disabled' })).toBe(
        'microsoft: wait-for-azure',
      );
    },
  );
  test('then a status of Disabled', () => {
    expect(nextWith({ ...created, status: 'Disabled' })).toBe('you: mend-disabled-circuit');
  });
});

describe('needs:attention', () => {
  test('holds where you are the one to act, and only there', () => {
    expect(needsAttention(aKnownCircuit({}))).toBe(true);
    expect(needsAttention(aKnownCircuit({ tags: layer3 }))).toBe(false);
    expect(needsAttention(aKnownCircuit({ peerings: [aPeering()] }))).toBe(false);
  });
});

describe('a circuit in transition is looked at more often', () => {
  test.each<[string, Partial<Circuit>, boolean]>([
    ['Updating', { provisioningState: 'Updating' }, true],
    ['Provisioning', { service: aService({ providerState: 'Provisioning' }) }, true],
    ['Deprovisioning', { service: aService({ providerState: 'Deprovisioning' }) }, true],
    ['DeProvisioned', { service: aService({ providerState: 'DeProvisioned' }) }, true],
    ['prefixes Configuring', { peerings: [aMicrosoftPeering('Configuring')] }, true],
    ['waiting for people only', { peerings: [aMicrosoftPeering('ValidationNeeded')] }, false],
    ['Provisioned', {}, false],
    ['NotProvisioned', { service: aService({ providerState: 'NotProvisioned' }) }, false],
    ['an unknown state', { service: aService({ providerState: { unrecognised: 'OnHold' } }) }, false],
    ['Direct', { service: aDirectService() }, false],
  ])('%s', (_, circuit, moving) => {
    expect(isInTransition({ ...aKnownCircuit(), circuit: aCircuit(circuit) })).toBe(moving);
  });
});
