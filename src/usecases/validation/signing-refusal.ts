import type { SignPlanRefusal } from '../../domain/operation/plans/sign.ts';
import type { CertificateRefusal } from '../../domain/validation/signature/certificate-fitness.ts';
import type { CertificateTextFault } from '../../domain/validation/signature/certificate-text.ts';
import type { Mistake } from '../../domain/validation/signature/mistake.ts';
import type { SignatureTextFault } from '../../domain/validation/signature/signature-text.ts';

/** Why something pasted is not taken. None of them repeats what was pasted. */
export type PastedRefusal =
  | { readonly code: 'private-key-pasted' }
  | { readonly code: 'certificate-text'; readonly fault: CertificateTextFault | 'unreadable' }
  | CertificateRefusal
  | { readonly code: 'signature-text'; readonly fault: SignatureTextFault }
  /** The key makes signatures of `expected` bytes. */
  | { readonly code: 'signature-length'; readonly bytes: number; readonly expected: number };

/** Why a prefix cannot be signed now. */
export type SigningRefusal =
  | PastedRefusal
  | Extract<SignPlanRefusal, { readonly code: 'no-microsoft-peering' | 'prefix-not-advertised' }>
  /** Azure makes it by itself, some time after the prefix was added. */
  | { readonly code: 'validation-id-missing'; readonly prefix: string }
  /** In a form that was never met: it cannot be put into a command line. */
  | { readonly code: 'validation-id-odd'; readonly prefix: string }
  | { readonly code: 'signature-mismatch'; readonly prefix: string; readonly mistake: Mistake };
