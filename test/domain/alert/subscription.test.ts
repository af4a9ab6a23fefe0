import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../../../src/domain/alert/severity.ts';
import type { BlindSpot } from '../../../src/domain/alert/subject.ts';
import {
  parseWish,
  renderWish,
  type Wish,
  wants,
  wantsIncident,
} from '../../../src/domain/alert/subscription.ts';
import { changeKinds } from '../../../src/domain/circuit/changes.ts';
import { filterKeys, isLasting } from '../../../src/domain/circuit/filter.ts';
import { parseWords } from '../../../src/domain/text/words.ts';
import { aChange, aCircuitRef, subscription1, subscription2 } from '../../support/a-circuit.ts';
import { anIncident } from '../../support/an-incident.ts';
import { everyChange } from '../../support/every-difference.ts';
import { aValue } from '../support/a-value.ts';

function parse(text: string) {
  const words = parseWords(text);
  if (!words.ok) throw new Error(words.refusal.code);
  return parseWish(words.value);
}

function wishOf(text: string): Wish {
  const wish = parse(text);
  if (!wish.ok) throw new Error(wish.refusal.code);
  return wish.value;
}

describe('what a channel wishes', () => {
  test('everything, when it says nothing', () => {
    expect(everyChange().every((change) => wants(wishOf(''), change, 'info'))).toBe(true);
  });

  test.each(changeKinds)('only kind:%s', (kind) => {
    const wanted = everyChange().filter((change) =>
      wants(wishOf(`kind:${kind.toUpperCase()}`), change, 'info'),
    );
    expect(wanted.map(({ difference }) => difference.kind)).toEqual([kind]);
  });

  test('several kinds, each once', () => {
    expect(wishOf('kind:status,sku kind:sku').kinds).toEqual(['status', 'sku']);
  });

  test.each([
    ['circuit:lon', true],
    ['location:london provider:equinix', true],
    ['tag:env=prod', true],
    ['tag:env=test', false],
    ['circuit:ams', false],
    ['circuit:lon kind:sku', false],
    ['severity:warning', true],
    ['severity:info', true],
    ['severity:critical', false],
  ])('%s: %s', (text, wanted) => {
    const change = aChange({ circuit: aCircuitRef({ tags: { env: 'prod' } }) });
    expect(wants(wishOf(text), change, 'warning')).toBe(wanted);
  });
});

describe('an incident is wanted', () => {
  const wantedBy = (text: string, incident = anIncident()) => wantsIncident(wishOf(text), incident);

  test.each([
    ['', true],
    ['severity:warning', true],
    ['severity:critical', false],
    ['kind:bgp-session', true],
    ['kind:sku,arp', true],
    ['kind:sku', false],
    ['circuit:lon', true],
    ['circuit:ams', false],
  ])('by %s: %s', (text, wanted) => {
    expect(wantedBy(text)).toBe(wanted);
  });

  const blind = (spot: BlindSpot, scope = '') =>
    anIncident({ subject: { kind: 'blind', spot, scope }, circuit: undefined });

  test.each([
    ['circuit:ams kind:sku', blind('subscription', subscription1), true],
    ['subscription:1111', blind('subscription', subscription1), true],
    ['subscription:1111', blind('metrics', `${subscription2}/uksouth`), false],
    ['subscription:1111', blind('polls'), true],
    ['severity:critical', blind('disk'), false],
  ])('by %s, when Trunkline is blind', (text, incident, wanted) => {
    expect(wantedBy(text, incident)).toBe(wanted);
  });
});

describe('what cannot be wished', () => {
  test.each([
    ['kind:provider-stat', { code: 'kind-unknown', value: 'provider-stat', didYouMean: 'provider-state' }],
    ['kind:', { code: 'kind-unknown', value: '', didYouMean: undefined }],
    ['severity:critcal', { code: 'severity-unknown', value: 'critcal', didYouMean: 'critical' }],
    ['severity:', { code: 'severity-unknown', value: '', didYouMean: undefined }],
    ['state:ready', { code: 'filter-passing', key: 'state' }],
    ['needs:attention', { code: 'filter-passing', key: 'needs' }],
    ['colour:red', { code: 'filter-key-unknown', key: 'colour', didYouMean: undefined }],
  ])('%s', (text, refusal) => {
    expect(parse(text)).toEqual({ ok: false, refusal });
  });
});

test('a wish that is rendered and read is the wish', () => {
  const wishes = fc.record(
    {
      filter: fc.array(fc.record({ key: fc.constantFrom(...filterKeys.filter(isLasting)), value: aValue }), {
        maxLength: 3,
      }),
      kinds: fc.subarray([...changeKinds]),
      atLeast: fc.constantFrom(...severities),
    },
    { requiredKeys: ['filter', 'kinds'] },
  );
  fc.assert(
    fc.property(wishes, (wish) => {
      expect(wishOf(renderWish(wish))).toEqual(wish);
    }),
  );
});
