import { describe, expect, test } from 'vitest';
import { kindsOf, subjectKey } from '../../../src/domain/alert/subject.ts';
import { subjectOf } from '../../../src/domain/alert/subject-of-change.ts';
import type { Difference } from '../../../src/domain/circuit/changes.ts';
import { aChange, circuitIdOf } from '../../support/a-circuit.ts';
import { everyChange } from '../../support/every-difference.ts';

const lon = circuitIdOf('lon-01');
const place = { peering: 'AzurePrivatePeering', link: 'primary', family: 'ipv4' } as const;
const keyOf = (difference: Difference) => {
  const subject = subjectOf(aChange({ difference }));
  return subject && subjectKey(subject);
};
const counted = (turn: 'fell' | 'near-limit' | 'normal', before: number, after: number) =>
  keyOf({ kind: 'prefix-count', ...place, before, after, turn, limit: 4_000 });

describe('a change is a step of an incident', () => {
  test('about the connectivity of a peering, whichever link, family or layer', () => {
    const bgp = keyOf({ kind: 'bgp-session', ...place, before: 'up', after: 'down' });
    const { peering } = place;
    expect(bgp).toBe(`connectivity ${lon} AzurePrivatePeering`);
    expect(keyOf({ kind: 'arp', peering, link: 'secondary', before: 'down', after: 'up' })).toBe(bgp);
  });

  test('about the number of prefixes: too many, or too few', () => {
    expect(counted('near-limit', 3_000, 3_900)).toBe(`prefix-limit ${lon} AzurePrivatePeering ipv4`);
    expect(counted('fell', 40, 2)).toBe(`prefix-drop ${lon} AzurePrivatePeering ipv4`);
  });

  test('that ends, when the number is normal again from the side that it comes from', () => {
    expect(counted('normal', 3_900, 3_000)).toBe(counted('near-limit', 3_000, 3_900));
    expect(counted('normal', 2, 40)).toBe(counted('fell', 40, 2));
  });

  test('under whose kinds it is subscribed and muted', () => {
    for (const change of everyChange()) {
      const subject = subjectOf(change);
      if (subject) expect(kindsOf(subject)).toContain(change.difference.kind);
    }
  });
});

test('changes of which no incident is made have no subject', () => {
  const without = everyChange()
    .filter((change) => !subjectOf(change))
    .map(({ difference }) => difference.kind);
  expect(without).toEqual(
    expect.arrayContaining(['circuit-found', 'circuit-gone', 'bandwidth', 'peering-state', 'order-overdue']),
  );
});
