import type { Config } from '../config.ts';
import { createSignatures } from '../signing/create-signatures.ts';
import type { SigningDeps } from '../usecases/validation/check-signature.ts';
import type { PrefixReader } from '../usecases/validation/prefix-reader.ts';

/** What it takes to have prefixes signed, but for the registries. */
export function openSigning(
  { ORGANIZATION_NAMES }: Pick<Config, 'ORGANIZATION_NAMES'>,
  azure: PrefixReader,
): Pick<SigningDeps, 'prefixReader' | 'signatures' | 'organizations'> {
  return { prefixReader: azure, signatures: createSignatures(), organizations: ORGANIZATION_NAMES };
}
