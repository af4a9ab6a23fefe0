import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { CertificateFacts, Signatures } from '../usecases/validation/signatures.ts';
import { factsOf } from './certificate-facts.ts';
import { openSignature } from './open-signature.ts';

/** X.509 and signatures by node:crypto. Nothing throws: what does not parse is none, and verifies nothing. */
export function createSignatures(): Signatures {
  return {
    readCertificate(pem): CertificateFacts | undefined {
      const certificate = parsed(pem);
      return certificate && factsOf(pem, certificate);
    },
    verify(pem, text, signatureBase64) {
      const key = keyOf(pem);
      return key !== undefined && isMadeBy(key, text, Buffer.from(signatureBase64, 'base64'));
    },
    open(pem, signatureBase64) {
      const key = keyOf(pem);
      return key?.asymmetricKeyType === 'rsa'
        ? openSignature(key, Buffer.from(signatureBase64, 'base64'))
        : undefined;
    },
  };
}

function parsed(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** A certificate may hold a key of a kind that OpenSSL does not know. */
function keyOf(pem: string): KeyObject | undefined {
  try {
    return parsed(pem)?.publicKey;
  } catch {
    return undefined;
  }
}

function isMadeBy(key: KeyObject, text: string, signature: Buffer): boolean {
  try {
    return verify('sha256', Buffer.from(text, 'utf8'), key, signature);
  } catch {
    return false;
  }
}
