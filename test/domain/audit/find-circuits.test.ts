import { expect, test } from 'vitest';
import { circuitsNamed, nameOf } from '../../../src/domain/audit/find-circuits.ts';
import { circuitIdOf } from '../../support/a-circuit.ts';

const lon = circuitIdOf('lon-01', 'rg-a');
const twin = circuitIdOf('LON-01', 'rg-b');
const longer = circuitIdOf('lon-010', 'rg-a');
const ids = [lon, twin, longer];

test.each([
  ['lon-01', [lon, twin]],
  ['LON-01 ', [lon, twin]],
  ['rg-b/lon-01', [twin]],
  ['RG-A', [lon, longer]],
  [longer.toUpperCase(), [longer]],
  ['on-0', [lon, twin, longer]],
  ['fra', []],
  [' ', []],
])('%j stands for all circuits that it can mean, the most exact way first', (text, found) => {
  expect(circuitsNamed(text, ids)).toEqual(found);
});

test('a circuit is called by the last part of its id', () => {
  expect(nameOf(lon)).toBe('lon-01');
});
