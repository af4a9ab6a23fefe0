import { constants, createHash, type KeyObject, publicDecrypt } from 'node:crypto';
import type { OpenedSignature } from '../usecases/validation/signatures.ts';

/** What stands before the hash in a PKCS #1 v1.5 signature, by digest. Source: RFC 8017, 9.2, note 1. */
const heads: readonly (readonly [digest: string, head: string])[] = [
  ['sha1', '3021300906052b0e03021a05000414'],
  ['sha224', '302d300d06096086480165030402040500041c'],
  ['sha256', '3031300d060960864801650304020105000420'],
  ['sha384', '3041300d060960864801650304020205000430'],
  ['sha512', '3051300d060960864801650304020305000440'],
  ['md5', '3020300c06082a864886f70d020505000410'],
];

/** Undefined: the key did not make it. */
export function openSignature(key: KeyObject, signature: Buffer): OpenedSignature | undefined {
  const signed = unpadded(key, signature)?.toString('hex');
  const [digest, head] = heads.find(([, prefix]) => signed?.startsWith(prefix)) ?? [];
  if (!signed || !digest || !head) return undefined;
  const hash = signed.slice(head.length);
  return { digest, isOf: (content) => createHash(digest).update(content).digest('hex') === hash };
}

function unpadded(key: KeyObject, signature: Buffer): Buffer | undefined {
  try {
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return undefined;
  }
}
