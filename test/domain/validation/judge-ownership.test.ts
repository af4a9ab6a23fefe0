import { describe, expect, test } from 'vitest';
import type { PrefixEvidence } from '../../../src/domain/validation/evidence.ts';
import { judgePreflight } from '../../../src/domain/validation/judge-preflight.ts';
import { aHolder, aRoute, aVrp, radb, ripe, silent, told } from '../../support/a-prefix-evidence.ts';
import { aQuestion, judgeOne, kindsOf } from './support/a-question.ts';

const routes = (...objects: ReturnType<typeof aRoute>[]): Pick<PrefixEvidence, 'irr'> => ({
  irr: [{ server: ripe, told: told(objects) }],
});
const none = routes();
const leased = { holder: told(aHolder({ organization: 'Fabrikam Hosting B.V.' })) };

describe('a prefix without a route object is to be signed', () => {
  test('when it is ours; a route object would do as well', () => {
    expect(judgeOne(none)).toMatchObject({
      verdict: 'sign',
      todo: { kind: 'sign', hasCertificate: false, orRegister: { source: 'RIPE', asn: 64_510 } },
    });
  });

  test('with one step less when a certificate is in its record', () => {
    const holder = told(aHolder({ certificates: ['-----BEGIN CERTIFICATE-----'] }));
    const judged = judgeOne({ ...none, holder });
    expect(judged.todo).toMatchObject({ kind: 'sign', hasCertificate: true });
    expect(kindsOf(judged)).toContain('certificate-there');
  });

  test('where the peering names no registry, or one that Azure does not look into', () => {
    for (const routingRegistry of [undefined, 'NONE', 'LEVEL3'])
      expect(judgeOne({}, { routingRegistry }).verdict, routingRegistry).toBe('sign');
    expect(kindsOf(judgeOne(none, { routingRegistry: 'LEVEL3' }))).toContain('registry-not-asked');
  });

  test('but naming the registry that has the right object is easier', () => {
    const todo = { kind: 'name-registry', registry: 'RIPENCC' };
    expect(judgeOne({}, { routingRegistry: 'NONE' }).todo).toEqual(todo);
    const irr = [{ server: radb, told: told([aRoute()]) }];
    expect(judgeOne({ irr }, { routingRegistry: 'ARIN' })).toMatchObject({ verdict: 'sign', todo });
  });

  test('where only a larger block is registered, which Azure does not ask for', () => {
    const judged = judgeOne(routes(aRoute({ prefix: '203.0.112.0/23' }), aRoute({ prefix: '203.0.0.0/16' })));
    expect(judged.verdict).toBe('sign');
    expect(judged.reasons[1]).toEqual({
      kind: 'route-covering',
      object: aRoute({ prefix: '203.0.112.0/23' }),
    });
  });

  test('with RPKI against it as a warning: a signature proves it all the same', () => {
    const judged = judgeOne({ ...none, rpki: told({ vrps: [aVrp({ asn: 64_511 })] }) });
    expect(judged.verdict).toBe('sign');
    expect(kindsOf(judged)).toContain('rpki-invalid');
  });

  test('and is not to be signed twice', () => {
    expect(judgeOne(none, { isSigned: true }).todo).toMatchObject({ kind: 'sign', isSigned: true });
  });
});

describe('a prefix needs a support ticket', () => {
  test.each([
    ['when somebody else holds the addresses', leased, 'holder'],
    ['when nobody does', { holder: told(undefined) }, 'unregistered'],
    [
      'when LACNIC has it, whose records take no certificate',
      { holder: told(aHolder({ registry: 'rdap.lacnic.net' })) },
      'no-certificates',
    ],
  ])('%s', (_name, holder, why) => {
    expect(judgeOne({ ...none, ...holder })).toMatchObject({
      verdict: 'manual',
      todo: { kind: 'open-ticket', why },
    });
  });

  test.each([
    ['peer', { peerAsn: 65_010 }, { customerAsn: 64_510 }],
    ['peer', { peerAsn: 4_200_000_000 }, {}],
    ['customer', {}, { customerAsn: 65_010 }],
  ])('when the %s ASN is private, though it is registered', (whose, question, asked) => {
    const judged = judgeOne({}, asked, question);
    expect(judged).toMatchObject({ verdict: 'manual', todo: { kind: 'open-ticket', why: 'private-asn' } });
    expect(judged.reasons[0]).toMatchObject({ kind: 'asn-private', whose });
  });
});

describe('whose addresses they are', () => {
  test.each([
    ['NORTHWIND TRADERS, Ltd.', 'sign'],
    ['Northwind Traders B.V.', 'sign'],
    ['Northwind Traders Hosting', 'manual'],
    ['Ltd', 'manual'],
  ])('%s is %s', (organization, verdict) => {
    expect(judgeOne({ ...none, holder: told(aHolder({ organization })) }).verdict).toBe(verdict);
  });

  test('a network’s own name counts only where no organisation is told', () => {
    const name = 'Northwind Traders';
    expect(judgeOne({ ...none, holder: told(aHolder({ organization: 'Fabrikam', name })) }).verdict).toBe(
      'manual',
    );
    expect(judgeOne({ ...none, holder: told(aHolder({ organization: undefined, name })) }).verdict).toBe(
      'sign',
    );
  });

  test('is not clear where nobody said who we are, or the registry does not tell', () => {
    const unnamed = { organizationNames: [] };
    expect(judgeOne(none, {}, unnamed)).toMatchObject({
      verdict: 'unclear',
      todo: { kind: 'tell-names', organization: 'Northwind Traders' },
    });
    const nobody = { holder: told(aHolder({ organization: undefined })) };
    expect(judgeOne({ ...none, ...nobody }).todo).toEqual({ kind: 'tell-names', organization: undefined });
  });

  test('a record of other addresses than the prefix is said', () => {
    const wider = { holder: told(aHolder({ firstAddress: '203.0.112.0' })) };
    expect(kindsOf(judgeOne({ ...none, ...wider }))).toContain('record-differs');
    expect(kindsOf(judgeOne(none))).not.toContain('record-differs');
  });
});

describe('who was silent', () => {
  test('makes it unclear when it would have decided', () => {
    expect(judgeOne({ irr: [{ server: ripe, told: silent() }] })).toMatchObject({
      verdict: 'unclear',
      todo: { kind: 'ask-again' },
    });
    expect(judgeOne({ rpki: silent('stale') }).verdict).toBe('unclear');
    expect(judgeOne({ ...none, holder: silent('throttled') }).verdict).toBe('unclear');
  });

  test('does not matter when another server has the object', () => {
    const irr = [
      { server: radb, told: silent() },
      { server: ripe, told: told([aRoute()]) },
    ];
    expect(judgeOne({ irr }).verdict).toBe('automatic');
  });

  test('does not matter when the registry’s own server has told that there is none', () => {
    const irr = [
      { server: radb, told: silent() },
      { server: ripe, told: told([]) },
    ];
    expect(judgeOne({ irr }).verdict).toBe('sign');
  });

  test('matters when only a mirror has told that there is none, or the registry’s server was not asked', () => {
    const irr = [
      { server: radb, told: told([]) },
      { server: ripe, told: silent() },
    ];
    expect(judgeOne({ irr }).verdict).toBe('unclear');
    expect(judgeOne(none, { routingRegistry: 'ARIN' })).toMatchObject({
      verdict: 'unclear',
      todo: { kind: 'configure-irr', source: 'ARIN' },
    });
  });

  test('is not needed where the registry’s own server has told: mirrors lag', () => {
    const irr = [
      { server: radb, told: told([aRoute()]) },
      { server: ripe, told: told([]) },
    ];
    expect(judgeOne({ irr }).verdict).toBe('sign');
    expect(judgeOne({ irr: irr.slice(0, 1) }).verdict).toBe('automatic');
  });

  test('counts for all where nobody was asked', () => {
    const { prefixes } = judgePreflight(aQuestion(), []);
    expect(prefixes).toMatchObject([{ verdict: 'unclear', todo: { kind: 'configure-irr' } }]);
    expect(judgeOne({}, {}, { peerAsn: undefined }).verdict).toBe('unclear');
  });
});
