import { expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { workflowOf } from '../../../src/domain/circuit/workflow.ts';
import {
  aDirectService,
  aKnownCircuit,
  aMicrosoftPeering,
  aPeering,
  aService,
} from '../../support/a-circuit.ts';
import { anOrder } from '../../support/an-order.ts';

/** The marks of create, order, provision, routing, link. */
function marks(
  circuit: Partial<Circuit>,
  memory: Partial<KnownCircuit> = {},
  linkCount: number | undefined = 0,
): string {
  return workflowOf(aKnownCircuit(circuit, memory), linkCount)
    .map(({ mark }) => mark)
    .join(' ');
}

const inState = (providerState: 'NotProvisioned' | 'Provisioning' | 'Deprovisioning') => ({
  service: aService({ providerState }),
});
const routed = { peerings: [aPeering()] };

test('a circuit being created has not passed the first step', () => {
  expect(marks({ provisioningState: 'Creating' })).toBe('current ahead ahead ahead ahead');
  expect(marks({ provisioningState: 'Updating' }, { unsettled: true })).toBe(
    'current ahead ahead ahead ahead',
  );
});

test('created: it must be ordered from the provider', () => {
  expect(marks(inState('NotProvisioned'), { wasProvisioned: false })).toBe('done current ahead ahead ahead');
});

test('ordered: the provider must provision it', () => {
  expect(marks(inState('NotProvisioned'), { wasProvisioned: false, order: anOrder() })).toBe(
    'done done current ahead ahead',
  );
});

test('deprovisioned: it would have to be ordered again', () => {
  expect(marks(inState('NotProvisioned'))).toBe('done current ahead ahead ahead');
});

test('the provider works on it', () => {
  expect(marks(inState('Provisioning'))).toBe('done done current ahead ahead');
  expect(marks(inState('Deprovisioning'))).toBe('done done current ahead ahead');
});

test('ready without routing', () => {
  expect(marks({})).toBe('done done done current ahead');
});

test('an update of a ready circuit takes it no step back', () => {
  expect(marks({ provisioningState: 'Updating' })).toBe('done done done current ahead');
});

test('routed and not linked', () => {
  expect(marks(routed)).toBe('done done done done current');
});

test('routed and linked: all is done', () => {
  expect(marks(routed, {}, 2)).toBe('done done done done done');
});

test('links that could not be read are unknown, not missing', () => {
  expect(workflowOf(aKnownCircuit(routed), undefined).at(-1)).toEqual({ step: 'link', mark: 'unknown' });
});

test('prefixes that need validation hold routing back', () => {
  expect(marks({ peerings: [aMicrosoftPeering('ValidationNeeded')] })).toBe('done done done current ahead');
});

test('a retired or disabled peering is no routing', () => {
  const retired = aPeering({ name: 'AzurePublicPeering', type: 'AzurePublicPeering' });
  expect(marks({ peerings: [retired, aPeering({ state: 'Disabled' })] })).toBe(
    'done done done current ahead',
  );
});

test('on ExpressRoute Direct nothing is ordered', () => {
  expect(marks({ service: aDirectService() })).toBe('done skipped skipped current ahead');
  expect(marks({ service: aDirectService(), ...routed }, {}, 1)).toBe('done skipped skipped done done');
});

test('a state that is not known stands where the provider must be asked', () => {
  expect(marks({ service: aService({ providerState: { unrecognised: 'OnHold' } }) })).toBe(
    'done current ahead ahead ahead',
  );
});
