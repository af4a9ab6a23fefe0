import { describe, expect, test } from 'vitest';
import { createSignatures } from '../../src/signing/create-signatures.ts';
import { signatureOf, signed } from '../support/signed.ts';

const { validationId, certificate, otherCertificate, ecCertificate, issuedCertificate } = signed;
const signatures = createSignatures();

describe('a certificate', () => {
  test('tells whose it is, how long, and which key it has', () => {
    expect(signatures.readCertificate(certificate)).toMatchObject({
      pem: certificate,
      subject: { O: 'Contoso Ltd', CN: 'AS64496 203.0.113.0/24' },
      issuer: { O: 'Contoso Ltd', CN: 'AS64496 203.0.113.0/24' },
      isSelfSigned: true,
      keyType: 'rsa',
      keyBits: 4_096,
      fingerprint: expect.stringMatching(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/u),
    });
    const { validFrom = 0, validTo = 0 } = signatures.readCertificate(certificate) ?? {};
    expect(Math.round((validTo - validFrom) / 86_400_000)).toBe(36_500);
  });

  test('of another kind of key has no length', () => {
    expect(signatures.readCertificate(ecCertificate)).toMatchObject({ keyType: 'ec', isSelfSigned: true });
    expect(signatures.readCertificate(ecCertificate)).not.toHaveProperty('keyBits');
  });

  test('that another key signed is not self-signed', () => {
    expect(signatures.readCertificate(issuedCertificate)).toMatchObject({ isSelfSigned: false });
  });

  test.each([
    ['nothing', ''],
    ['a request', signed.request],
    ['a public key', signed.publicKey],
    ['half a certificate', `${certificate.slice(0, 800)}\n-----END CERTIFICATE-----\n`],
  ])('is not read from %s', (_what, text) => {
    expect(signatures.readCertificate(text)).toBeUndefined();
  });
});

describe('a signature', () => {
  test('is verified against exactly the text that was signed', () => {
    expect(signatures.verify(certificate, validationId, signatureOf('plain'))).toBe(true);
    expect(signatures.verify(certificate, `${validationId}\n`, signatureOf('newline'))).toBe(true);
    expect(signatures.verify(certificate, validationId, signatureOf('newline'))).toBe(false);
    expect(signatures.verify(ecCertificate, validationId, signatureOf('ec'))).toBe(true);
  });

  test('of another key, and what is none, verifies nothing', () => {
    for (const text of [signatureOf('other-key'), '', 'AAAA', 'not base64 at all']) {
      expect(signatures.verify(certificate, validationId, text)).toBe(false);
      expect(signatures.open(certificate, text)).toBeUndefined();
    }
    expect(signatures.verify('no certificate', validationId, signatureOf('plain'))).toBe(false);
    expect(signatures.open('no certificate', signatureOf('plain'))).toBeUndefined();
  });

  test('tells with which digest it was made, and of what', () => {
    const plain = signatures.open(certificate, signatureOf('plain'));
    expect(plain?.digest).toBe('sha256');
    expect(plain?.isOf(validationId)).toBe(true);
    expect(plain?.isOf(`${validationId}\n`)).toBe(false);
    const other = signatures.open(certificate, signatureOf('other-digest'));
    expect(other?.digest).toBe('sha512');
    expect(other?.isOf(Buffer.from(validationId))).toBe(true);
    expect(signatures.open(otherCertificate, signatureOf('other-key'))?.isOf(validationId)).toBe(true);
    expect(signatures.open(ecCertificate, signatureOf('ec'))).toBeUndefined();
  });
});
