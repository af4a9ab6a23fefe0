import type { Instant } from '../../domain/instant.ts';

/** X.509 and signatures, behind a port: node:crypto stays out of the domain. Nothing is kept. */
export interface Signatures {
  /** Undefined: it does not parse as one X.509 certificate. */
  readCertificate(pem: string): CertificateFacts | undefined;
  /** Whether the RSA/SHA-256 (or ECDSA/SHA-256) signature of exactly this text was made by the certificate's key. */
  verify(pem: string, text: string, signatureBase64: string): boolean;
  /** Undefined: another key made it, or it is no RSA signature (PKCS #1 v1.5), which alone tells what it signed. */
  open(pem: string, signatureBase64: string): OpenedSignature | undefined;
}

/** What a signature says of the text that was signed. */
export type OpenedSignature = {
  /** As node:crypto names it: sha256, sha1 … */
  readonly digest: string;
  /** A string stands for its UTF-8. */
  isOf(content: string | Uint8Array): boolean;
};

export type CertificateFacts = {
  readonly pem: string;
  /** Distinguished names, attribute → value: CN, O, OU, C, L, ST, emailAddress. */
  readonly subject: Readonly<Record<string, string>>;
  readonly issuer: Readonly<Record<string, string>>;
  readonly isSelfSigned: boolean;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  /** rsa, ec, ed25519, … as node:crypto names it. */
  readonly keyType: string;
  /** RSA modulus length; undefined for other keys. */
  readonly keyBits?: number;
  /** SHA-256, upper-case hex with colons. */
  readonly fingerprint: string;
  /** Names of the certificate's extensions that people care for. */
  readonly subjectAltName?: string;
};
