import { verify, X509Certificate } from 'node:crypto';

type Signed = {
  /** The validation ID. */
  readonly text: string;
  readonly signature: string;
  /** What stands in the registry's record of the prefix. */
  readonly remarks: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** Microsoft's check of a signed validation ID against the certificates in the registry. */
export function signatureVerdict({ text, signature, remarks, now }: Signed): string {
  if (!isOneLineOfBase64(signature)) return 'InvalidSignatureEncoding';
  const certificates = certificatesIn(remarks);
  if (certificates.length === 0) return 'CertificateMissingInRoutingRegistry';
  const signed = Buffer.from(text, 'utf8');
  const made = Buffer.from(signature, 'base64');
  const isGood = certificates.some(
    (certificate) => isValidAt(certificate, now) && isMadeBy(certificate, signed, made),
  );
  return isGood ? 'Configured' : 'SignatureVerificationFailed';
}

function isOneLineOfBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/u.test(text);
}

/** However the registry breaks its lines: the text between the markers is joined again. */
function certificatesIn(remarks: readonly string[]): readonly X509Certificate[] {
  const blocks = remarks
    .join('\n')
    .matchAll(/-----BEGIN CERTIFICATE-----(?<body>[^-]*)-----END CERTIFICATE-----/gu);
  return [...blocks].flatMap(({ groups }) => parse(groups?.body ?? ''));
}

function parse(body: string): readonly X509Certificate[] {
  try {
    return [new X509Certificate(Buffer.from(body.replaceAll(/\s+/gu, ''), 'base64'))];
  } catch {
    return [];
  }
}

function isValidAt({ validFromDate, validToDate }: X509Certificate, now: number): boolean {
  return validFromDate.getTime() <= now && now <= validToDate.getTime();
}

function isMadeBy({ publicKey }: X509Certificate, signed: Buffer, made: Buffer): boolean {
  try {
    return verify('sha256', signed, publicKey, made);
  } catch {
    // A key that makes no signatures of this kind.
    return false;
  }
}
