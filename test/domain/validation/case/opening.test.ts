import { describe, expect, it } from 'vitest';
import type { AddressFamily, PublicPrefixes } from '../../../../src/domain/peering/peering.ts';
import type { Session } from '../../../../src/domain/peering/session.ts';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import { factsOf, reasonToOpen } from '../../../../src/domain/validation/case/facts.ts';
import { shouldOpen } from '../../../../src/domain/validation/case/open-case.ts';
import { isSessionUp } from '../../../../src/domain/validation/case/session-up.ts';
import { aCase, aCaseFacts, aCasePrefix, aSettled, withEvents } from '../../../support/a-case.ts';
import { aCircuit, aMicrosoftPeering, aPeering, t0 } from '../../../support/a-circuit.ts';
import { omar } from '../../../support/a-request.ts';

const two = aCaseFacts({ prefixes: [aCasePrefix(), aCasePrefix({ prefix: '198.51.100.0/24' })] });

function closed(why: 'configured' | 'withdrawn' | 'by-hand', facts = two): Case {
  const closing = { at: t0, why, ...(why === 'by-hand' ? { by: omar, reason: 'Elsewhere' } : {}) };
  return withEvents(aCase({ facts }), [{ kind: 'closed', at: t0, closing }]);
}

function aList(overrides: Partial<PublicPrefixes>): PublicPrefixes {
  return { advertised: ['203.0.113.0/24'], state: 'Configured', each: [], ...overrides };
}

function withLists(ipv4: PublicPrefixes | undefined, ipv6?: PublicPrefixes) {
  const family = (publicPrefixes: PublicPrefixes | undefined) => (publicPrefixes ? { publicPrefixes } : {});
  return aCircuit({
    peerings: [aMicrosoftPeering('Configured', { ipv4: family(ipv4), ipv6: family(ipv6) })],
  });
}

describe('a case opens by itself', () => {
  it('where there was none, and where the last one ended by itself', () => {
    expect(shouldOpen(two, [])).toBe(true);
    expect(shouldOpen(two, [closed('configured')])).toBe(true);
    expect(shouldOpen(two, [closed('withdrawn')])).toBe(true);
  });

  it('but not beside an open one', () => {
    expect(shouldOpen(two, [aCase()])).toBe(false);
    expect(shouldOpen(two, [closed('configured'), aCase()])).toBe(false);
  });

  it('nor again for what somebody closed one for, as prefixes are accepted one by one', () => {
    expect(shouldOpen(two, [closed('by-hand')])).toBe(false);
    const less = aCaseFacts({
      prefixes: [aSettled('203.0.113.0/24'), aCasePrefix({ prefix: '198.51.100.0/24' })],
    });
    expect(shouldOpen(less, [closed('by-hand')])).toBe(false);
    expect(shouldOpen(two, [closed('configured'), closed('by-hand')])).toBe(false);
  });

  it.each([
    ['a prefix', aCaseFacts({ prefixes: [...two.prefixes, aCasePrefix({ prefix: '192.0.2.0/24' })] })],
    ['the peer ASN', { ...two, peerAsn: 64_511 }],
    ['the customer ASN', { ...two, customerAsn: undefined }],
    ['the registry', { ...two, routingRegistry: 'ARIN' }],
  ])('but again when %s changes', (_what, facts) => {
    expect(shouldOpen(facts, [closed('by-hand')])).toBe(true);
  });

  it('again when a prefix that was accepted then is not any more', () => {
    const then = aCaseFacts({ prefixes: [aCasePrefix(), aSettled('198.51.100.0/24')] });
    expect(shouldOpen(two, [closed('by-hand', then)])).toBe(true);
  });
});

describe('the reason to open', () => {
  it.each([
    [aList({ state: 'ValidationNeeded' }), 'validation-needed'],
    [aList({ each: [{ prefix: 'p', state: 'ValidationNeeded' }] }), 'validation-needed'],
    [aList({ each: [{ prefix: 'p', state: 'ValidationFailed' }] }), 'validation-needed'],
    [aList({ each: [{ prefix: 'p', state: 'ManualValidationNeeded' }] }), 'manual-validation'],
    [aList({ each: [{ prefix: 'p', state: 'SignatureVerificationFailed' }] }), undefined],
    [aList({ each: [{ prefix: 'p', state: { unrecognised: 'Hibernating' } }] }), undefined],
    [aList({ state: 'Configuring' }), undefined],
    [aList({ advertised: [], state: 'ValidationNeeded' }), undefined],
    [undefined, undefined],
  ])('of %j is %s', (list, reason) => {
    expect(reasonToOpen(withLists(list))).toBe(reason);
    expect(reasonToOpen(withLists(undefined, list))).toBe(reason);
  });

  it('is none where there is no Microsoft peering', () => {
    expect(reasonToOpen(aCircuit({ peerings: [aPeering()] }))).toBeUndefined();
  });
});

describe('what a case is about', () => {
  it('is both families, each prefix once, settled by its own state or by that of its list', () => {
    const circuit = withLists(
      aList({ state: 'ValidationNeeded', each: [{ prefix: '203.0.113.0/24', state: 'ManuallyVerified' }] }),
      aList({ advertised: ['2001:db8::/48'], customerAsn: 64_512, routingRegistry: 'ARIN' }),
    );
    expect(factsOf(circuit)).toEqual({
      peerAsn: 64_510,
      customerAsn: 64_512,
      routingRegistry: 'ARIN',
      prefixes: [
        { prefix: '203.0.113.0/24', family: 'ipv4', state: 'ManuallyVerified', isSettled: true },
        { prefix: '2001:db8::/48', family: 'ipv6', isSettled: true },
      ],
    });
  });

  it('is nothing where nothing is advertised', () => {
    expect(factsOf(withLists(aList({ advertised: [] })))).toBeUndefined();
    expect(factsOf(aCircuit())).toBeUndefined();
  });
});

describe('the BGP session', () => {
  const session = (family: AddressFamily, state: 'up' | 'down'): Session => ({
    peering: 'MicrosoftPeering',
    family,
    link: 'primary',
    state,
    since: t0,
    basis: 'routes',
  });
  const both = { prefixes: [aCasePrefix(), aCasePrefix({ prefix: '2001:db8::/48', family: 'ipv6' })] };
  const seen = (...sessions: readonly Session[]) => isSessionUp(both, { sessions });

  it('is up when each family has a link that is up', () => {
    expect(seen(session('ipv4', 'down'), session('ipv4', 'up'), session('ipv6', 'up'))).toBe(true);
    expect(seen(session('ipv4', 'up'), session('ipv6', 'down'))).toBe(false);
  });

  it('is not known where a family has none, or nobody looked', () => {
    expect(seen(session('ipv4', 'up'))).toBeUndefined();
    expect(isSessionUp(both, undefined)).toBeUndefined();
  });
});
