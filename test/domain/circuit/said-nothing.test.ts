import { expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { observeCircuit } from '../../../src/domain/circuit/observe.ts';
import { parseCircuitStatus, parseProviderState } from '../../../src/domain/circuit/states.ts';
import { isRoutingConfigured } from '../../../src/domain/circuit/workflow.ts';
import { aCircuit, aKnownCircuit, aMicrosoftPeering, t0 } from '../../support/a-circuit.ts';

const known = aKnownCircuit();
const { circuit } = known;

test('a status that Azure leaves out is no new status', () => {
  const seen: Circuit = { ...circuit, status: parseCircuitStatus('') };
  expect(observeCircuit(known, seen, t0 + 1)).toEqual({ known, differences: [] });
});

test('a provider state that Azure leaves out is no new state', () => {
  const { service } = circuit;
  if (service.kind !== 'provider') throw new Error('the builder makes provider circuits');
  const seen: Circuit = { ...circuit, service: { ...service, providerState: parseProviderState('') } };
  expect(observeCircuit(known, seen, t0 + 1)).toEqual({ known, differences: [] });
});

test('a bandwidth that Azure leaves out is no new bandwidth', () => {
  const seen: Circuit = { ...circuit, service: { ...circuit.service, bandwidthMbps: 0 } };
  expect(observeCircuit(known, seen, t0 + 1)).toEqual({ known, differences: [] });
});

test.each([
  ['Configured', true],
  ['ValidationNeeded', false],
  ['Configuring', false],
] as const)('routing whose prefixes are %s stands: %s', (state, stands) => {
  expect(isRoutingConfigured(aCircuit({ peerings: [aMicrosoftPeering(state)] }))).toBe(stands);
});
