import { expect, test } from 'vitest';
import { findCircuit } from '../../../src/domain/circuit/find.ts';
import { aKnownCircuit, circuitIdOf } from '../../support/a-circuit.ts';

const known = [
  aKnownCircuit({ name: 'lon-01', resourceGroup: 'RG-Net' }),
  aKnownCircuit({ name: 'lon-010', resourceGroup: 'rg-net' }),
  aKnownCircuit({ name: 'fra-02', resourceGroup: 'rg-a' }),
  aKnownCircuit({ name: 'fra-02', resourceGroup: 'rg-b' }),
  aKnownCircuit({ name: 'Ams & Co', resourceGroup: 'rg-b' }),
];

function find(text: string): string {
  const finding = findCircuit(text, known);
  switch (finding.kind) {
    case 'one':
      return `${finding.known.circuit.resourceGroup}/${finding.known.circuit.name}`;
    case 'several':
      return `${finding.candidates.length} candidates`;
    case 'none':
      return finding.didYouMean ? `did you mean ${finding.didYouMean}` : 'nothing';
  }
}

test.each([
  ['lon-01', 'RG-Net/lon-01'],
  ['LON-01', 'RG-Net/lon-01'],
  [' lon-01 ', 'RG-Net/lon-01'],
  ['lon-010', 'rg-net/lon-010'],
  ['rg-net/lon-01', 'RG-Net/lon-01'],
  ['rg-a/fra-02', 'rg-a/fra-02'],
  ['ams', 'rg-b/Ams & Co'],
  ['ams & co', 'rg-b/Ams & Co'],
  [circuitIdOf('fra-02', 'rg-b'), 'rg-b/fra-02'],
  [circuitIdOf('fra-02', 'rg-b').toUpperCase(), 'rg-b/fra-02'],
  ['fra-02', '2 candidates'],
  ['lon', '2 candidates'],
  ['rg-b', '2 candidates'],
  ['lno-01', 'did you mean lon-01'],
  ['tokyo', 'nothing'],
  ['', 'nothing'],
  ['   ', 'nothing'],
])('%j finds %s', (text, finding) => {
  expect(find(text)).toBe(finding);
});

test('nothing is found where nothing is known', () => {
  expect(findCircuit('lon-01', [])).toEqual({ kind: 'none', didYouMean: undefined });
});
