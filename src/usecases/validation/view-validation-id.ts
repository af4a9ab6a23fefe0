import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Result } from '../../domain/result.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import { findPrefix, type SignablePrefix } from './find-prefix.ts';
import { type PrefixDeps, readPrefixes } from './read-prefixes.ts';
import type { SigningRefusal } from './signing-refusal.ts';

/**
 * What has to be signed for a prefix, for this person's eyes alone: it holds the service key. That it was seen is written
 * down first: when that cannot be done (StoreFault), nothing is shown. Throws AzureFault.
 */
export async function viewValidationId(
  deps: PrefixDeps,
  caller: Caller,
  known: KnownCircuit,
  asked: string,
): Promise<Result<SignablePrefix, SigningRefusal | AccessRefusal>> {
  const read = await readPrefixes(deps, caller, known);
  if (!read.ok) return read;
  const found = findPrefix(known, read.value, asked);
  if (!found.ok) return found;
  const entry = auditEntryOf(deps, caller, 'view-key', known.circuit);
  const note = `validation ID of ${found.value.prefix}`;
  await deps.store.commit({ audit: [{ ...entry, operation: 'sign', note }] });
  return found;
}
