import type { Instant } from '../../instant.ts';
import type { Caution } from '../../operation/caution.ts';
import { isOverlapping, networkAround } from '../../peering/addresses.ts';
import { isSameOrganization } from '../organization-name.ts';

/** What of a certificate decides; node:crypto reads it, see usecases/validation/signatures.ts. */
export type ReadCertificate = {
  readonly subject: Readonly<Record<string, string>>;
  readonly isSelfSigned: boolean;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly keyType: string;
  readonly keyBits?: number;
};

export type CertificateRefusal =
  | { readonly code: 'certificate-expired'; readonly since: Instant }
  | { readonly code: 'certificate-not-yet-valid'; readonly from: Instant }
  | { readonly code: 'certificate-key-kind'; readonly keyType: string }
  | { readonly code: 'certificate-key-short'; readonly bits: number; readonly least: number };

/** Microsoft's own lines make RSA 4096 (facts/registry.md 1); NIST SP 800-131A forbids signatures below 2048. */
export const keyBits = { least: 2_048, asked: 4_096 } as const;

const soonMs = 30 * 86_400_000;

/** Why Azure cannot take anything that was signed with it, if so. */
export function certificateRefusal(
  { validFrom, validTo, keyType, keyBits: bits = 0 }: ReadCertificate,
  now: Instant,
): CertificateRefusal | undefined {
  if (keyType !== 'rsa') return { code: 'certificate-key-kind', keyType };
  if (bits < keyBits.least) return { code: 'certificate-key-short', bits, least: keyBits.least };
  if (validTo <= now) return { code: 'certificate-expired', since: validTo };
  if (validFrom > now) return { code: 'certificate-not-yet-valid', from: validFrom };
  return undefined;
}

/** Whose it should be: names as configured, the AS number and the prefix of the validation ID. */
export type Expected = {
  readonly organizations: readonly string[];
  readonly asn: number | undefined;
  readonly prefix: string;
};

/**
 * What people should know of it before they save a signature. Names are cautions, never refusals: Microsoft's lines
 * leave the subject to whoever makes the certificate, and no source says that Azure reads it.
 */
export function certificateCautions(
  certificate: ReadCertificate,
  expected: Expected,
  now: Instant,
): readonly Caution[] {
  const { validTo, keyBits: bits = 0, isSelfSigned, subject } = certificate;
  return [
    ...(validTo - now < soonMs ? (['certificate-ends-soon'] as const) : []),
    ...(bits < keyBits.asked ? (['certificate-key-shorter-than-asked'] as const) : []),
    ...(isSelfSigned ? [] : (['certificate-not-self-signed'] as const)),
    ...(namesOthers(subject, expected) ? (['certificate-names-others'] as const) : []),
  ];
}

/** It names an organisation, an AS number or a range, and none that is meant. What it does not name is not missed. */
function namesOthers(subject: ReadCertificate['subject'], { organizations, asn, prefix }: Expected): boolean {
  const all = Object.values(subject).join('\n');
  const asns = [...all.matchAll(/\bASN?[- ]?(\d{1,10})\b/giu)].map(([, number]) => Number(number));
  const ranges = [...all.matchAll(/[0-9a-f.:]{3,45}\/\d{1,3}/giu)].flatMap(
    ([text]) => networkAround(text) ?? [],
  );
  const own = networkAround(prefix);
  const holder = subject.O;
  return (
    (holder !== undefined &&
      organizations.length > 0 &&
      !organizations.some((name) => isSameOrganization(name, holder))) ||
    (asns.length > 0 && asn !== undefined && !asns.includes(asn)) ||
    (ranges.length > 0 && own !== undefined && !ranges.some((range) => isOverlapping(range, own)))
  );
}
