import { isSame, type Open, parseOpen } from '../open-enum.ts';

/** advertisedPublicPrefixesState of a Microsoft peering: the BGP session needs Configured. */
export const prefixesStates = ['NotConfigured', 'Configuring', 'Configured', 'ValidationNeeded'] as const;
export type PrefixesState = Open<(typeof prefixesStates)[number]>;

/** validationState of one advertised public prefix. Source: API 2026-01-01 and, for the last, a support wiki. */
export const prefixStates = [
  'NotConfigured',
  'Configuring',
  'Configured',
  'ValidationNeeded',
  'ValidationFailed',
  'ManualValidationNeeded',
  'AsnValidationFailed',
  'CertificateMissingInRoutingRegistry',
  'InvalidSignatureEncoding',
  'SignatureVerificationFailed',
  'ManuallyVerified',
] as const;
export type PrefixState = Open<(typeof prefixStates)[number]>;

const accepted: readonly PrefixState[] = ['Configured', 'ManuallyVerified'];

/** Whether Microsoft has validated the prefix, by itself or by hand. */
export function isAccepted(state: PrefixState | undefined): boolean {
  return accepted.some((one) => isSame(one, state));
}

export const parsePrefixesState = (text: string): PrefixesState => parseOpen(prefixesStates, text);
export const parsePrefixState = (text: string): PrefixState => parseOpen(prefixStates, text);
