/**
 * Whether a private key stands in what somebody pasted, in any of the forms that openssl, ssh-keygen, PuTTY and Windows
 * write, encrypted or not, with its header lines or without. Neither a certificate nor a signature looks like one.
 */
export function holdsPrivateKey(pasted: string): boolean {
  return /PRIVATE\s+KEY/iu.test(pasted) || isPrivateKeyWithin(pasted);
}

/** The same in what people write and upload, who may well speak of private keys without giving one away. */
export function isPrivateKeyWithin(text: string): boolean {
  return named.test(text) || [...text.matchAll(wordStart)].some(({ index }) => isKeyAt(text, index));
}

/** A header line; PuTTY's file; a JWK with its private part; .NET's XML. */
const named =
  /BEGIN [A-Z0-9 ]{0,40}PRIVATE\s+KEY|PuTTY-User-Key-File-\d|"d"\s*:\s*"[\w-]{20,}"|<D>[A-Za-z0-9+/=\s]{20,}<\/D>/iu;

/** Where the base64 of a DER sequence may begin, or openssh's. */
const wordStart = /(?<![A-Za-z0-9+/])[Mb]/gu;

function isKeyAt(pasted: string, index: number): boolean {
  const [text = ''] =
    /^[A-Za-z0-9+/]{0,64}/u.exec(pasted.slice(index, index + 200).replace(/\s+/gu, '')) ?? [];
  if (text.startsWith('b3BlbnNzaC1rZXktdjE')) return true; // openssh-key-v1
  const body = insideSequence(bytesOf(text));
  return body !== undefined && (beginsAsKey(body) || beginsAsEncryptedKey(body));
}

/** PKCS #1 and #8 begin with version 0 or 1, SEC 1 with 1, a PKCS #12 store with 3; a certificate with a sequence. */
function beginsAsKey([tag, length, version = -1]: readonly number[]): boolean {
  return tag === 0x02 && length === 0x01 && [0, 1, 3].includes(version);
}

/** 1.2.840.113549.1, and below it PKCS #5 or PKCS #12: what an encrypted PKCS #8 begins with. */
const pkcs = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01];
const encryptions = [0x05, 0x0c];

function beginsAsEncryptedKey(body: readonly number[]): boolean {
  const [tag, , ...oid] = insideSequence(body) ?? [];
  return (
    tag === 0x06 &&
    pkcs.every((byte, index) => oid[index] === byte) &&
    encryptions.includes(oid[pkcs.length] ?? -1)
  );
}

/** What follows the head of a DER sequence. */
function insideSequence(bytes: readonly number[]): readonly number[] | undefined {
  const [tag, length = 0] = bytes;
  if (tag !== 0x30) return undefined;
  return bytes.slice(length < 0x80 ? 2 : 2 + (length & 0x7f));
}

function bytesOf(base64: string): readonly number[] {
  const whole = base64.slice(0, base64.length - (base64.length % 4));
  return [...atob(whole)].map((character) => character.charCodeAt(0));
}
