import type { KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '../usecases/validation/signatures.ts';

/** node:crypto's certificate → what is judged of it. Undefined: it has no key that can be read. */
export function factsOf(pem: string, certificate: X509Certificate): CertificateFacts | undefined {
  const key = publicKeyOf(certificate);
  if (!key?.asymmetricKeyType) return undefined;
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  const { subjectAltName } = certificate;
  return {
    pem,
    subject: namesIn(certificate.subject),
    issuer: namesIn(certificate.issuer),
    isSelfSigned: isSelfSigned(certificate, key),
    validFrom: certificate.validFromDate.getTime(),
    validTo: certificate.validToDate.getTime(),
    keyType: key.asymmetricKeyType,
    ...(modulusLength === undefined ? {} : { keyBits: modulusLength }),
    fingerprint: certificate.fingerprint256,
    ...(subjectAltName === undefined ? {} : { subjectAltName }),
  };
}

function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
}

/** Its own key signed it; that it names itself as issuer would prove nothing. */
function isSelfSigned(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.verify(key);
  } catch {
    return false;
  }
}

/** `O=Contoso Ltd\nCN=AS64496`; of an attribute that comes twice, both. Undefined: an empty name. */
function namesIn(name: string | undefined): Readonly<Record<string, string>> {
  const names = new Map<string, string>();
  for (const line of (name ?? '').split('\n')) {
    const [, attribute, value] = /^([^=]+)=(.*)$/u.exec(line) ?? [];
    if (!attribute || value === undefined) continue;
    const before = names.get(attribute);
    names.set(attribute, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(names);
}
