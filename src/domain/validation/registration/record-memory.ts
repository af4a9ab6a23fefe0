import type { HolderSight } from '../evidence.ts';
import type { KnownCertificate, RecordMemory } from './registration.ts';
import type { Turn } from './turn.ts';

/** So many certificates of one registration are kept. Ours. */
const certificatesKept = 10;

/**
 * Who signed for a prefix. `by`: the certificate of its registration with which Azure's signature verifies;
 * `unmatched`: there is a signature, and none of these made it. Where nobody could tell, it is not given.
 */
export type SignatureSight =
  | { readonly kind: 'none' }
  | { readonly kind: 'by'; readonly certificate: KnownCertificate }
  | { readonly kind: 'unmatched' };

/** `certificates`: those of the registration that can be read. Undefined: nothing was ever told. */
export function rememberRecord(
  before: RecordMemory | undefined,
  sight: HolderSight,
  certificates: readonly KnownCertificate[],
  signature: SignatureSight | undefined,
  turn: Turn,
): RecordMemory | undefined {
  if (sight.kind === 'silent') return sight.why === 'not-configured' ? undefined : before;
  const { handle, organization } = sight.value ?? {};
  const signer = signerAfter(before?.signer, signature, turn);
  return {
    at: sight.at,
    ...(handle === undefined ? {} : { handle }),
    ...(organization === undefined ? {} : { organization }),
    certificates: certificates
      .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
      .slice(0, certificatesKept),
    ...(signer === undefined ? {} : { signer }),
  };
}

function signerAfter(
  before: KnownCertificate | undefined,
  signature: SignatureSight | undefined,
  { isFresh }: Turn,
): KnownCertificate | undefined {
  switch (signature?.kind) {
    case 'by':
      return signature.certificate;
    case 'none':
      return undefined;
    case 'unmatched':
      return isFresh ? undefined : before;
    case undefined:
      return before;
  }
}
