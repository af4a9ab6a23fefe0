import type { Instant } from '../../domain/instant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { certificateRefusal } from '../../domain/validation/signature/certificate-fitness.ts';
import { readCertificateText } from '../../domain/validation/signature/certificate-text.ts';
import { holdsPrivateKey } from '../../domain/validation/signature/private-key.ts';
import { readSignatureText } from '../../domain/validation/signature/signature-text.ts';
import type { CertificateFacts, Signatures } from './signatures.ts';
import type { PastedRefusal } from './signing-refusal.ts';

export const pastedFields = ['certificate', 'signature'] as const;
export type PastedField = (typeof pastedFields)[number];

/** What somebody pasted, field by field. */
export type Pasted = Readonly<Record<PastedField, string>>;

/** `keyBits`: an RSA key, by now. */
export type Signed = {
  readonly certificate: CertificateFacts;
  readonly keyBits: number;
  readonly signature: string;
};

/** What is wrong with which field; a field that is not named is in order. */
export type PastedProblems = Readonly<Partial<Record<PastedField, PastedRefusal>>>;

/** Everything that can be said of what was pasted without asking anybody: in time for Slack to show it at the field. */
export function readSigned(
  signatures: Signatures,
  pasted: Pasted,
  now: Instant,
): Result<Signed, PastedProblems> {
  const withKey = pastedFields.filter((field) => holdsPrivateKey(pasted[field]));
  if (withKey.length > 0)
    return refuse(
      Object.fromEntries(withKey.map((field) => [field, { code: 'private-key-pasted' } as const])),
    );
  const certificate = readCertificate(signatures, pasted.certificate, now);
  const signature = readSignatureText(pasted.signature);
  if (!certificate.ok || !signature.ok) {
    return refuse({
      ...(certificate.ok ? {} : { certificate: certificate.refusal }),
      ...(signature.ok ? {} : { signature: { code: 'signature-text', fault: signature.refusal } as const }),
    });
  }
  const { keyBits = 0 } = certificate.value;
  const { base64, bytes } = signature.value;
  const expected = Math.ceil(keyBits / 8);
  return bytes === expected
    ? answer({ certificate: certificate.value, keyBits, signature: base64 })
    : refuse({ signature: { code: 'signature-length', bytes, expected } });
}

function readCertificate(
  signatures: Signatures,
  pasted: string,
  now: Instant,
): Result<CertificateFacts, PastedRefusal> {
  const text = readCertificateText(pasted);
  if (!text.ok) return refuse({ code: 'certificate-text', fault: text.refusal });
  const facts = signatures.readCertificate(text.value);
  if (!facts) return refuse({ code: 'certificate-text', fault: 'unreadable' });
  const refusal = certificateRefusal(facts, now);
  return refusal ? refuse(refusal) : answer(facts);
}
