import { nameOf } from '../../../domain/open-enum.ts';
import type { PrefixesState, PrefixState } from '../../../domain/peering/prefix-states.ts';

/** What Azure's word means, in a clause. Sources: facts/azure.md 1.2 and 4.3. */
const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NotConfigured: 'not checked yet',
    Configuring: 'Microsoft is checking the routing registries',
    Configured: 'validated, it may be advertised',
    ValidationNeeded: 'ownership could not be confirmed, the BGP session is not enabled',
    ValidationFailed: 'validation failed',
    ManualValidationNeeded: 'needs a support ticket with proof of ownership',
    AsnValidationFailed: 'the AS number could not be matched with the prefix',
    CertificateMissingInRoutingRegistry: "the certificate is not in the prefix's registry record",
    InvalidSignatureEncoding: 'the signature is not base64 in one line',
    SignatureVerificationFailed: 'the signature does not fit the validation ID',
    ManuallyVerified: 'verified by Microsoft by hand',
  }),
);

export function prefixStateMeaning(state: PrefixesState | PrefixState): string {
  return meanings.get(nameOf(state)) ?? 'a state that Trunkline does not know';
}

export function isPrefixTrouble(state: PrefixesState | PrefixState): boolean {
  return !['NotConfigured', 'Configuring', 'Configured', 'ManuallyVerified'].includes(nameOf(state));
}
