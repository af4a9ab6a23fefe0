import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CircuitFilter,
  filterKeys,
  matchesFilter,
  matchesRef,
  parseFilter,
  renderFilter,
} from '../../../src/domain/circuit/filter.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { parseWords } from '../../../src/domain/text/words.ts';
import {
  aCircuitRef,
  aDirectService,
  aKnownCircuit,
  aMicrosoftPeering,
  aService,
} from '../../support/a-circuit.ts';
import { aValue } from '../support/a-value.ts';

function parse(text: string) {
  const words = parseWords(text);
  if (!words.ok) throw new Error(words.refusal.code);
  return parseFilter(words.value);
}

function filterOf(text: string): CircuitFilter {
  const filter = parse(text);
  if (!filter.ok) throw new Error(filter.refusal.code);
  return filter.value;
}

const lon = aKnownCircuit({
  tags: { Env: 'Prod', site: '' },
  peerings: [aMicrosoftPeering('ValidationNeeded')],
});

describe('what a filter lets through', () => {
  test.each<[string, boolean]>([
    ['', true],
    ['state:ready', true],
    ['state:PROVISIONED', true],
    ['state:enabled', true],
    ['state:succeeded', true],
    ['state:ValidationNeeded', true],
    ['state:prov', false],
    ['state:created', false],
    ['provider:equi', true],
    ['provider:colt', false],
    ['location:LONDON', true],
    ['subscription:11111111', true],
    ['subscription:1111-4111', false],
    ['tag:env', true],
    ['tag:env=prod', true],
    ['tag:ENV=PROD', true],
    ['tag:env=test', false],
    ['tag:site=', true],
    ['tag:owner', false],
    ['lon', true],
    ['circuit:rg-net/lon-01', true],
    ['ams', false],
    ['needs:attention', true],
    ['provider:equinix location:london', true],
    ['provider:equinix location:paris', false],
  ])('%s: %s', (text, passes) => {
    expect(matchesFilter(filterOf(text), lon)).toBe(passes);
  });

  test('what is deprovisioned is not created, though Azure calls both NotProvisioned', () => {
    const known = (wasProvisioned: boolean): KnownCircuit =>
      aKnownCircuit({ service: aService({ providerState: 'NotProvisioned' }) }, { wasProvisioned });
    expect(matchesFilter(filterOf('state:deprovisioned'), known(true))).toBe(true);
    expect(matchesFilter(filterOf('state:deprovisioned'), known(false))).toBe(false);
    expect(matchesFilter(filterOf('state:notprovisioned'), known(true))).toBe(true);
  });

  test('a state that is not known is found under the name that came', () => {
    const odd = aKnownCircuit({ service: aService({ providerState: { unrecognised: 'OnHold' } }) });
    expect(matchesFilter(filterOf('state:onhold'), odd)).toBe(true);
  });

  test('a circuit on ExpressRoute Direct is found by that name and by its port', () => {
    const direct = aKnownCircuit({ service: aDirectService() });
    expect(matchesFilter(filterOf('provider:direct location:ams state:direct'), direct)).toBe(true);
  });

  test('a change is never held back by a passing state', () => {
    expect(matchesRef(filterOf('state:created needs:attention'), aCircuitRef())).toBe(true);
    expect(matchesRef(filterOf('state:ready provider:colt'), aCircuitRef())).toBe(false);
  });
});

describe('what cannot be a filter', () => {
  test.each([
    ['provder:x', { code: 'filter-key-unknown', key: 'provder', didYouMean: 'provider' }],
    ['zzzzzzzz:x', { code: 'filter-key-unknown', key: 'zzzzzzzz', didYouMean: undefined }],
    ['provider:', { code: 'filter-value-missing', key: 'provider' }],
    ['tag:""', { code: 'filter-value-missing', key: 'tag' }],
    ['""', { code: 'filter-value-missing', key: 'circuit' }],
    ['needs:coffee', { code: 'filter-value-unknown', key: 'needs', value: 'coffee', allowed: ['attention'] }],
  ])('%s', (text, refusal) => {
    expect(parse(text)).toEqual({ ok: false, refusal });
  });
});

describe('laws', () => {
  const filters = fc.array(
    fc
      .record({ key: fc.constantFrom(...filterKeys), value: aValue })
      .map((term) => (term.key === 'needs' ? { ...term, value: 'attention' } : term)),
    { maxLength: 4 },
  );

  test('a filter that is rendered and read is the filter', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterOf(renderFilter(filter))).toEqual(filter);
      }),
    );
  });

  test('whatever a person types, what was understood survives render and read', () => {
    const pieces = fc.constantFrom(
      'provider:',
      'lon',
      '"',
      '\\',
      ' ',
      ':',
      'tag:env=',
      '”',
      '\u200b',
      'ä',
      'NEEDS:',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const words = parseWords(text);
        const filter = words.ok ? parseFilter(words.value) : words;
        if (!filter.ok) return;
        expect(filterOf(renderFilter(filter.value))).toEqual(filter.value);
      }),
    );
  });
});
