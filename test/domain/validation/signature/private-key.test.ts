import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsPrivateKey } from '../../../../src/domain/validation/signature/private-key.ts';
import { signatureOf, signed } from '../../../support/signed.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const edwards = generateKeyPairSync('ed25519').privateKey;

const pem = { format: 'pem' } as const;
const locked = { cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const pems = [
  ['RSA in PKCS #8', rsa.export({ ...pem, type: 'pkcs8' })],
  ['RSA in PKCS #1', rsa.export({ ...pem, type: 'pkcs1' })],
  ['RSA, encrypted', rsa.export({ ...pem, type: 'pkcs8', ...locked })],
  ['RSA in PKCS #1, encrypted', rsa.export({ ...pem, type: 'pkcs1', ...locked })],
  ['EC in PKCS #8', ec.export({ ...pem, type: 'pkcs8' })],
  ['EC in SEC 1', ec.export({ ...pem, type: 'sec1' })],
  ['Ed25519', edwards.export({ ...pem, type: 'pkcs8' })],
].map(([name = '', text = '']) => [String(name), String(text)] as const);
const bodyOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes(':') && !line.includes('-----'))
    .join('\n')
    .trim();

const remarks = (text: string) => text.replace(/^/gmu, 'remarks:        ');

describe('a private key is found', () => {
  test.each(pems)('%s', (_name, text) => {
    expect(holdsPrivateKey(text)).toBe(true);
    expect(holdsPrivateKey(`here it is: ${text.replaceAll('\n', ' ')}`)).toBe(true);
    expect(holdsPrivateKey(signed.certificate + text)).toBe(true);
    expect(holdsPrivateKey(text.replaceAll('-----', '—'))).toBe(true);
    expect(holdsPrivateKey(remarks(text))).toBe(true);
  });

  // A PKCS #1 key that is encrypted is noise without its header lines.
  test.each(pems.filter(([name]) => name !== 'RSA in PKCS #1, encrypted'))(
    '%s, without its first and last line',
    (_name, whole) => {
      const body = bodyOf(whole);
      for (const text of [body, body.replaceAll('\n', ''), `the key ${body}`, `"${body}"`, `\t${body}\r\n`])
        expect(holdsPrivateKey(text)).toBe(true);
    },
  );

  test.each([
    ['OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE'],
    ['OpenSSH, without its first line', 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB'],
    ['PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none'],
    ['PKCS #12', `MIIKkQIBAzCCClcGCSqGSIb3DQEHAaCCCkgEggpEMIIKQDCCBPcGCSqGSIb3DQEHBqCC`],
    ['a JWK', JSON.stringify(rsa.export({ format: 'jwk' }))],
    ['the XML of .NET', `<RSAKeyValue><D>${'Ab3+'.repeat(30)}</D></RSAKeyValue>`],
  ])('%s', (_name, text) => {
    expect(holdsPrivateKey(text)).toBe(true);
  });
});

describe('no private key is found', () => {
  test.each([
    ...Object.entries(signed).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
    ...Object.keys(signed.signatures).map((name) => [`the signature ${name}`, signatureOf(name)]),
    ['nothing', ''],
    ['words', 'I do not have it here, my colleague keeps the key.'],
  ])('in %s', (_name, text = '') => {
    expect(holdsPrivateKey(text)).toBe(false);
    expect(holdsPrivateKey(remarks(text))).toBe(false);
    expect(holdsPrivateKey(text.replaceAll('\n', ''))).toBe(false);
  });

  test('in any signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 512 }), (bytes) => {
        expect(holdsPrivateKey(Buffer.from(bytes).toString('base64'))).toBe(false);
      }),
    );
  });
});
