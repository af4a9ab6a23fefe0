import { describe, expect, test } from 'vitest';
import {
  certificateCautions,
  certificateRefusal,
  type Expected,
  type ReadCertificate,
} from '../../../../src/domain/validation/signature/certificate-fitness.ts';
import { t0 } from '../../../support/a-circuit.ts';

const dayMs = 86_400_000;

function aCertificate(overrides: Partial<ReadCertificate> = {}): ReadCertificate {
  return {
    subject: { O: 'Contoso Ltd', CN: 'AS64496 203.0.113.0/24' },
    isSelfSigned: true,
    validFrom: t0 - dayMs,
    validTo: t0 + 364 * dayMs,
    keyType: 'rsa',
    keyBits: 4_096,
    ...overrides,
  };
}

const expected: Expected = { organizations: ['Contoso'], asn: 64_496, prefix: '203.0.113.0/24' };

describe('a certificate', () => {
  test.each<readonly [string, Partial<ReadCertificate>, unknown]>([
    ['in order', {}, undefined],
    ['of an elliptic key', { keyType: 'ec' }, { code: 'certificate-key-kind', keyType: 'ec' }],
    ['of RSA-PSS', { keyType: 'rsa-pss' }, { code: 'certificate-key-kind', keyType: 'rsa-pss' }],
    ['of 2,047 bits', { keyBits: 2_047 }, { code: 'certificate-key-short', bits: 2_047, least: 2_048 }],
    ['of 2,048 bits', { keyBits: 2_048 }, undefined],
    ['that ends now', { validTo: t0 }, { code: 'certificate-expired', since: t0 }],
    ['that ends in a moment', { validTo: t0 + 1 }, undefined],
    ['that begins later', { validFrom: t0 + 1 }, { code: 'certificate-not-yet-valid', from: t0 + 1 }],
    ['that begins now', { validFrom: t0 }, undefined],
  ])('%s', (_what, overrides, refusal) => {
    expect(certificateRefusal(aCertificate(overrides), t0)).toEqual(refusal);
  });
});

describe('what is said of a certificate that is taken', () => {
  const names = (subject: ReadCertificate['subject']) => ({ subject });
  test.each<readonly [string, Partial<ReadCertificate>, readonly string[]]>([
    ['all in order', {}, []],
    ['29 days to go', { validTo: t0 + 29 * dayMs }, ['certificate-ends-soon']],
    ['30 days to go', { validTo: t0 + 30 * dayMs }, []],
    ['2,048 bits', { keyBits: 2_048 }, ['certificate-key-shorter-than-asked']],
    ['signed by another key', { isSelfSigned: false }, ['certificate-not-self-signed']],
    ['no names at all', names({}), []],
    ['its organisation, spelt in full', names({ O: 'CONTOSO, LTD.' }), []],
    ['another organisation', names({ O: 'Fabrikam' }), ['certificate-names-others']],
    ['another AS number', names({ CN: 'AS64500' }), ['certificate-names-others']],
    ['another AS number among others', names({ CN: 'AS64500 and ASN-64496' }), []],
    ['another range', names({ CN: '198.51.100.0/24' }), ['certificate-names-others']],
    ['a range around it', names({ CN: '203.0.112.0/22' }), []],
    ['a range of the other family', names({ OU: '2001:db8::/32' }), ['certificate-names-others']],
  ])('%s', (_what, overrides, cautions) => {
    expect(certificateCautions(aCertificate(overrides), expected, t0)).toEqual(cautions);
  });

  test('names are not held against what is not known', () => {
    const others = aCertificate({ subject: { O: 'Fabrikam', CN: 'AS64500' } });
    expect(certificateCautions(others, { organizations: [], asn: undefined, prefix: '?' }, t0)).toEqual([]);
  });
});
