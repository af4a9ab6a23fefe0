import { describe, expect, test } from 'vitest';
import type { RecordStanding } from '../../../src/domain/operation/intent.ts';
import type { HolderSight } from '../../../src/domain/validation/evidence.ts';
import { checkSignature } from '../../../src/usecases/validation/check-signature.ts';
import { readSigned, type Signed } from '../../../src/usecases/validation/read-signed.ts';
import { t0 } from '../../support/a-circuit.ts';
import { aHolder, silent, told } from '../../support/a-prefix-evidence.ts';
import { omar, vera } from '../../support/beginning-deps.ts';
import { signatureOf, signed } from '../../support/signed.ts';
import { anAdvertised, aSigning, idOf, prefix } from './support/a-signing.ts';

type Signing = Awaited<ReturnType<typeof aSigning>>;

/** After the moment at which the fixture's certificates begin. */
const now = Date.UTC(2027, 0, 1);

function theSigned(signing: Signing, signature: string, certificate = signed.certificate): Signed {
  const read = readSigned(signing.signatures, { certificate, signature }, now);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

async function checked(signing: Signing, name = 'plain', caller = omar) {
  const asked = { prefix, signed: theSigned(signing, signatureOf(name)) };
  return checkSignature({ ...signing, now: () => now }, caller, signing.known, asked);
}

describe('a signature that fits', () => {
  test('becomes an intent with what the certificate is', async () => {
    const signing = await aSigning({ organizations: ['Contoso'] });
    const { value } = { value: undefined, ...(await checked(signing)) };
    expect(value).toEqual({
      operation: 'sign',
      target: expect.objectContaining({ name: 'lon-01' }),
      family: 'ipv4',
      prefix,
      signature: signatureOf('plain'),
      certificate: { fingerprint: expect.any(String), keyBits: 4_096, validTo: expect.any(Number) },
      record: 'holds-it',
      cautions: [],
    });
    expect(JSON.stringify(value)).not.toContain('Azure-SKEY');
  });

  test('is looked for in the registry by the canonical prefix', async () => {
    const odd = '203.0.113.7/24';
    const signing = await aSigning({ prefixes: [anAdvertised({ prefix: '2001:DB8::/32', family: 'ipv6' })] });
    const asked = { prefix: '2001:db8:0::/32', signed: theSigned(signing, signatureOf('plain')) };
    await checkSignature({ ...signing, now: () => now }, omar, signing.known, asked);
    expect(signing.looked).toEqual(['2001:db8::/32']);
    const refused = await checkSignature(signing, omar, signing.known, { ...asked, prefix: odd });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'prefix-not-advertised', prefix: odd } });
  });

  const none = aHolder({ certificates: [] });
  const another = aHolder({ certificates: [signed.otherCertificate] });
  const both = aHolder({ certificates: [signed.otherCertificate, signed.certificate] });
  test.each<readonly [RecordStanding, string, HolderSight]>([
    ['holds-it', '', told(both)],
    ['holds-another', 'certificate-not-in-registry', told(another)],
    ['holds-none', 'certificate-not-in-registry', told(none)],
    ['no-record', 'registry-unread', told(undefined)],
    ['unread', 'registry-unread', silent('timed-out')],
    ['unread', 'registry-unread', silent('not-configured')],
  ])('where the record %s is said: %s', async (record, caution, holder) => {
    const result = await checked(await aSigning({ holder }));
    expect(result).toMatchObject({ ok: true, value: { record, cautions: caution ? [caution] : [] } });
  });

  test('names of others are said, and do not hinder', async () => {
    const result = await checked(await aSigning({ organizations: ['Fabrikam'] }));
    expect(result).toMatchObject({ ok: true, value: { cautions: ['certificate-names-others'] } });
  });
});

describe('a signature that does not fit', () => {
  const others = {
    prefixes: [
      anAdvertised(),
      anAdvertised({ prefix: '198.51.100.0/24', validationId: idOf('198.51.100.0/24') }),
    ],
  };
  test.each<readonly [string, object, Parameters<typeof aSigning>[0]]>([
    ['newline', { kind: 'newline' }, {}],
    ['windows-newline', { kind: 'windows-newline' }, {}],
    ['byte-order-mark', { kind: 'byte-order-mark' }, {}],
    ['utf-16', { kind: 'utf-16' }, {}],
    ['quotes', { kind: 'quotes' }, {}],
    ['blanks', { kind: 'blanks' }, {}],
    ['other-prefix', { kind: 'other-prefix', prefix: '198.51.100.0/24' }, others],
    ['edited-prefix', { kind: 'other-prefix', prefix: '203.0.113.0/25' }, {}],
    ['other-text', { kind: 'other-text' }, {}],
    ['other-digest', { kind: 'other-digest', digest: 'sha512' }, {}],
    // A prefix that is advertised elsewhere is nothing that could be guessed.
    ['other-prefix', { kind: 'other-text' }, {}],
  ])('by %s is explained by %j', async (name, mistake, said) => {
    const result = await checked(await aSigning(said));
    expect(result.ok).toBe(true);
    expect(await checked(await aSigning(said), name)).toEqual({
      ok: false,
      refusal: { code: 'signature-mismatch', prefix, mistake },
    });
  });

  test('by an AS number that the peering knows is explained by it', async () => {
    const signing = await aSigning();
    const peerings = signing.known.circuit.peerings.map((one) => ({ ...one, peerAsn: 64_500 }));
    const known = { ...signing.known, circuit: { ...signing.known.circuit, peerings } };
    expect(await checked({ ...signing, known }, 'other-asn')).toMatchObject({
      refusal: { mistake: { kind: 'other-asn', asn: 64_500 } },
    });
  });

  test('by another key is explained by the registry record, where that key’s certificate stands', async () => {
    const asked = (signing: Signing) => ({
      prefix,
      signed: { ...theSigned(signing, signatureOf('plain')), signature: signatureOf('other-key') },
    });
    const elsewhere = await aSigning();
    expect(await checkSignature(elsewhere, omar, elsewhere.known, asked(elsewhere))).toMatchObject({
      refusal: { mistake: { kind: 'other-key' } },
    });
    const there = await aSigning({ holder: told(aHolder({ certificates: [signed.otherCertificate] })) });
    expect(await checkSignature(there, omar, there.known, asked(there))).toMatchObject({
      refusal: { mistake: { kind: 'registry-key' } },
    });
  });
});

describe('a signature is not looked at', () => {
  test('for somebody who may not operate, which is in the audit trail', async () => {
    const signing = await aSigning();
    expect(await checked(signing, 'plain', vera)).toMatchObject({
      ok: false,
      refusal: { code: 'role-needed' },
    });
    expect(signing.log).toEqual(['refuse']);
    expect(signing.looked).toEqual([]);
  });

  test.each([
    ['no-microsoft-peering', undefined],
    ['prefix-not-advertised', []],
    ['validation-id-missing', [{ family: 'ipv4', prefix } as const]],
    ['validation-id-odd', [anAdvertised({ validationId: "Azure'; rm -rf ~; echo '" })]],
    ['validation-id-odd', [anAdvertised({ validationId: '`' })]],
  ] as const)('%s', async (code, prefixes) => {
    expect(await checked(await aSigning({ prefixes }))).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('what was pasted', () => {
  test('is refused field by field, without asking anybody', async () => {
    const { signatures } = await aSigning();
    const read = (certificate: string, signature: string, at = now) =>
      readSigned(signatures, { certificate, signature }, at);
    const plain = signatureOf('plain');
    expect(read('', '')).toMatchObject({
      refusal: {
        certificate: { code: 'certificate-text', fault: 'none' },
        signature: { fault: { kind: 'empty' } },
      },
    });
    const broken = signed.certificate.replace(/^M/mu, 'N');
    expect(read(broken, plain)).toEqual({
      ok: false,
      refusal: { certificate: { code: 'certificate-text', fault: 'unreadable' } },
    });
    expect(read(signed.certificate, plain, t0)).toMatchObject({
      refusal: { certificate: { code: 'certificate-not-yet-valid' } },
    });
    expect(read(signed.certificate, plain, Date.UTC(2200, 0))).toMatchObject({
      refusal: { certificate: { code: 'certificate-expired' } },
    });
    expect(read(signed.ecCertificate, plain)).toMatchObject({
      refusal: { certificate: { code: 'certificate-key-kind', keyType: 'ec' } },
    });
    expect(read(signed.shortKeyCertificate, plain)).toMatchObject({
      refusal: { certificate: { code: 'certificate-key-short', bits: 1_024 } },
    });
    expect(read(signed.certificate, signatureOf('other-key'))).toEqual({
      ok: false,
      refusal: { signature: { code: 'signature-length', bytes: 256, expected: 512 } },
    });
  });
});
