import { describe, expect, test } from 'vitest';
import { registrationConditions } from '../../../../src/domain/alert/conditions/registration-conditions.ts';
import type { Subject } from '../../../../src/domain/alert/subject.ts';
import type { RegisteredPrefix } from '../../../../src/domain/validation/registration/registration.ts';
import { aKnownCircuit, aMicrosoftPeering, circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { aRegisteredPrefix, aRegistration } from '../../../support/a-registration.ts';

const circuitId = circuitIdOf('lon-01');
const registry: Subject = { kind: 'registry', circuitId, family: 'ipv4' };
const certificate: Subject = { kind: 'certificate', circuitId };
const day = 24 * 3_600_000;

function verdictsOf(
  prefixes: readonly RegisteredPrefix[],
  {
    state = 'Configured',
    open = [] as readonly Subject[],
    now = t0,
    peerings = [aMicrosoftPeering(state)],
  } = {},
) {
  const conditions = registrationConditions(
    aKnownCircuit({ peerings }),
    aRegistration(circuitId, { prefixes }),
    open,
    now,
  );
  return Object.fromEntries(conditions.map(({ subject, verdict }) => [subject.kind, verdict]));
}

const noRoute = aRegisteredPrefix({
  irr: [{ server: 'whois.ripe.net:43', at: 1_000, routes: [], had: [{ source: 'RIPE', isExact: true }] }],
});
const noRouteNow = { kind: 'route-gone', sources: ['RIPE'], isCovered: false } as const;

describe('what the registries have', () => {
  test('is good while it is what it was', () => {
    expect(verdictsOf([aRegisteredPrefix()])).toEqual({ registry: { kind: 'good' } });
  });

  test('is bad when something of an accepted prefix is gone', () => {
    expect(verdictsOf([noRoute])).toEqual({
      registry: {
        kind: 'bad',
        severity: 'warning',
        trouble: {
          kind: 'registry',
          prefixes: [{ prefix: '203.0.113.0/24', asn: 64_510, losses: [noRouteNow] }],
          omitted: 0,
        },
      },
    });
  });

  test('is the validation’s to tell where Microsoft does not accept the prefix, and does not end before it is back', () => {
    expect(verdictsOf([noRoute], { state: 'ValidationNeeded' })).toEqual({ registry: { kind: 'unknown' } });
    expect(verdictsOf([aRegisteredPrefix()], { state: 'ValidationNeeded' })).toEqual({
      registry: { kind: 'good' },
    });
  });

  test('is unknown while a loss is doubted, and where nobody ever said anything', () => {
    expect(verdictsOf([{ ...noRoute, doubted: ['route-gone'] }]).registry).toEqual({ kind: 'unknown' });
    const { rpki: _, record: __, ...unheard } = aRegisteredPrefix({ irr: [] });
    expect(verdictsOf([unheard]).registry).toEqual({ kind: 'unknown' });
  });

  test('carries at most fifty prefixes and counts the others', () => {
    const advertised = Array.from({ length: 60 }, (_, index) => `203.0.113.${index}/32`);
    const publicPrefixes = { advertised, state: 'Configured', each: [] } as const;
    const peerings = [aMicrosoftPeering('Configured', { ipv4: { publicPrefixes } })];
    const { registry: verdict } = verdictsOf(
      advertised.map((prefix) => ({ ...noRoute, prefix })),
      { peerings },
    );
    expect(verdict).toMatchObject({ trouble: { omitted: 10 } });
  });

  test('counts no longer once the prefixes or the peering are taken out', () => {
    const open = [registry, certificate];
    const other = { ...noRoute, prefix: '198.51.100.0/24' };
    expect(verdictsOf([other], { open })).toEqual({
      registry: { kind: 'gone', why: 'not-expected' },
      certificate: { kind: 'gone', why: 'not-expected' },
    });
    expect(verdictsOf([noRoute], { open, peerings: [] }).registry).toEqual({
      kind: 'gone',
      why: 'peering-removed',
    });
  });
});

describe('a certificate that signed', () => {
  function signed(days: number, prefix = '203.0.113.0/24', isThere = true) {
    const signer = { fingerprint: 'AA', validTo: t0 + days * day };
    return aRegisteredPrefix({
      prefix,
      record: { at: t0, certificates: isThere ? [signer] : [], signer },
    });
  }

  test.each([
    [31, undefined, undefined],
    [30, 'month', 'info'],
    [8, 'month', 'info'],
    [7, 'week', 'warning'],
    [1, 'week', 'warning'],
    [0, 'ended', 'warning'],
    [-40, 'ended', 'warning'],
  ])('%d days before its end is %s', (days, stage, severity) => {
    expect(verdictsOf([signed(days)]).certificate).toMatchObject(
      stage ? { kind: 'bad', severity, trouble: { stage } } : { kind: 'good' },
    );
  });

  test('is told with all that end as soon, the first to end first', () => {
    const advertised = ['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24'];
    const publicPrefixes = { advertised, state: 'Configured', each: [] } as const;
    const peerings = [aMicrosoftPeering('Configured', { ipv4: { publicPrefixes } })];
    const prefixes = [signed(6), signed(3, '198.51.100.0/24'), signed(20, '192.0.2.0/24')];
    expect(verdictsOf(prefixes, { peerings }).certificate).toMatchObject({
      trouble: {
        stage: 'week',
        prefixes: [{ prefix: '198.51.100.0/24' }, { prefix: '203.0.113.0/24' }],
        omitted: 0,
      },
    });
  });

  test('and is gone from the record is the registry’s trouble', () => {
    expect(verdictsOf([signed(3, '203.0.113.0/24', false)])).toMatchObject({
      registry: { kind: 'bad', trouble: { prefixes: [{ losses: [{ kind: 'certificate-gone' }] }] } },
    });
    expect(verdictsOf([signed(3, '203.0.113.0/24', false)]).certificate).toBeUndefined();
  });
});
