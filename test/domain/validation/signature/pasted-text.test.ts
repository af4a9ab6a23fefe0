import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCertificateText } from '../../../../src/domain/validation/signature/certificate-text.ts';
import { readSignatureText } from '../../../../src/domain/validation/signature/signature-text.ts';
import { signatureOf, signed } from '../../../support/signed.ts';

const { certificate } = signed;
const plain = signatureOf('plain');
const wrapped = (plain.match(/.{1,64}/gu) ?? []).join('\n');

describe('a pasted certificate', () => {
  test.each([
    ['as openssl writes it', certificate],
    ['with blanks around it', `\n  ${certificate}\n\n`],
    ['indented', certificate.replace(/^/gmu, '    ')],
    ['with Windows line ends', certificate.replaceAll('\n', '\r\n')],
    ['in one line', certificate.replaceAll('\n', ' ')],
    ['below what -text prints', `Certificate:\n    Data:\n        Version: 3 (0x2)\n${certificate}`],
  ])('is read %s', (_how, text) => {
    expect(readCertificateText(text)).toEqual({ ok: true, value: certificate });
  });

  test.each([
    ['request', signed.request],
    ['public-key', signed.publicKey],
    ['signature', plain],
    ['none', 'certificate.pem'],
    ['none', ''],
    ['several', certificate + certificate],
    ['cut', certificate.slice(0, 900)],
  ])('is refused as %s', (fault, text) => {
    expect(readCertificateText(text)).toEqual({ ok: false, refusal: fault });
  });
});

describe('a pasted signature', () => {
  test('is read with blanks around it, which pasting leaves', () => {
    const value = { base64: plain, bytes: 512 };
    for (const text of [plain, `${plain}\n`, `  ${plain}\r\n`])
      expect(readSignatureText(text)).toEqual({ ok: true, value });
  });

  test('has as many bytes as its base64 stands for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 600 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64');
        const read = readSignatureText(base64);
        // Short ones may look like something else: hexadecimal, say.
        if (read.ok) expect(read.value.bytes).toBe(bytes.length);
        else expect(read.refusal.kind).toBe('hex');
      }),
    );
  });

  test.each([
    ['empty', ''],
    ['empty', ' \n '],
    ['certificate', certificate],
    ['digest', `SHA2-256(validation-id.txt)= ${'ab'.repeat(32)}`],
    ['digest', `RSA-SHA2-256(validation-id.txt)= ${'ab'.repeat(512)}`],
    ['lines', wrapped],
    ['lines', wrapped.replaceAll('\n', '\r\n')],
    ['blanks', plain.replace('+', ' ')],
    ['quotes', `"${plain}"`],
    ['quotes', `“${plain}”`],
    ['hex', 'ab'.repeat(512)],
    ['hex', Array.from({ length: 512 }, () => 'ab').join(':')],
    ['url', plain.replaceAll('+', '-').replaceAll('/', '_')],
    ['cut', plain.slice(0, 500).slice(0, -1)],
    ['cut', `${plain.slice(0, 100)}=${plain.slice(101)}`],
    ['cut', `${plain}===`],
  ])('is refused as %s', (kind, text) => {
    expect(readSignatureText(text)).toEqual({ ok: false, refusal: { kind } });
  });

  test('names the character that base64 has not', () => {
    expect(readSignatureText(`${plain.slice(0, 50)}%${plain.slice(50)}`)).toEqual({
      ok: false,
      refusal: { kind: 'character', character: '%' },
    });
  });
});
