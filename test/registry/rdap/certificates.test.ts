import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificatesIn } from '../../../src/registry/rdap/certificates.ts';
import { certificate } from '../support/certificate.ts';

/** Base64 of a DER SEQUENCE of that many bytes. */
const anyBase64 = fc
  .uint8Array({ minLength: 60, maxLength: 400 })
  .map((bytes) => Buffer.concat([Buffer.of(0x30, 0x82), bytes]).toString('base64'))
  .filter((text) => text.startsWith('MI'));

function pemOf(base64: string): string {
  const lines = base64.match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** How registries give a text back: what stands where a line ended, and how long lines are. */
const anyBreaking = fc.record({
  between: fc.constantFrom('\n', ' ', '\\n', '\r\n', '   ', ''),
  width: fc.integer({ min: 10, max: 90 }),
});

describe('certificates in a registry record', () => {
  it('are found however they were broken up', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyBase64, anyBreaking), { maxLength: 3 }), (all) => {
        const lines = all.flatMap(([base64, { between, width }]) => {
          const body = base64.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
          const text = ['-----BEGIN CERTIFICATE-----', ...body, '-----END CERTIFICATE-----'].join(between);
          return ['Some words', ...text.split('\n'), 'and more'];
        });
        expect(certificatesIn(lines)).toEqual([...new Set(all.map(([base64]) => pemOf(base64)))]);
      }),
    );
  });

  it('are what they were, and can be read', () => {
    const [found] = certificatesIn([
      'see below',
      ...certificate
        .trim()
        .split('\n')
        .map((line) => `  ${line} `),
    ]);
    expect(found).toBe(certificate);
    expect(new X509Certificate(found ?? '').subject).toBe('CN=contoso');
  });

  it.each([
    ['without an end', ['-----BEGIN CERTIFICATE-----', 'MIIBIjAN']],
    ['without a beginning', ['MIIBIjAN', '-----END CERTIFICATE-----']],
    ['with something else in them', ['-----BEGIN CERTIFICATE-----', 'MII*', '-----END CERTIFICATE-----']],
    ['that are no DER', ['-----BEGIN CERTIFICATE-----', 'aGVsbG8gd29ybGQh', '-----END CERTIFICATE-----']],
    ['that lost a character', ['-----BEGIN CERTIFICATE-----', 'MIIBIjANB', '-----END CERTIFICATE-----']],
    ['that are keys', ['-----BEGIN PUBLIC KEY-----', 'MIIBIjAN', '-----END PUBLIC KEY-----']],
  ])('are none %s', (_, lines) => {
    expect(certificatesIn(lines)).toEqual([]);
  });

  it('are looked for without effort where there are none', () => {
    expect(certificatesIn(Array.from({ length: 30_000 }, () => '-----BEGIN CERTIFICATE-----MIIB'))).toEqual(
      [],
    );
  });
});
