import type { AccessRefusal } from '../../domain/access/grant.ts';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { checkPermission, type PermissionDeps } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { AdvertisedPrefix, PrefixReader } from './prefix-reader.ts';
import type { SigningRefusal } from './signing-refusal.ts';

export type PrefixDeps = PermissionDeps & { readonly prefixReader: PrefixReader };

/** A prefix as everybody who may sign may see it: the validation ID is not in it. */
export type ListedPrefix = Pick<AdvertisedPrefix, 'family' | 'prefix' | 'state'>;

/** The prefixes that Microsoft peering advertises, each with its state, as Azure tells them now. Throws AzureFault. */
export async function listPrefixes(
  deps: PrefixDeps,
  caller: Caller,
  known: KnownCircuit,
): Promise<Result<readonly ListedPrefix[], SigningRefusal | AccessRefusal>> {
  const read = await readPrefixes(deps, caller, known);
  if (!read.ok) return read;
  return answer(
    read.value.map(({ family, prefix, state }) => ({ family, prefix, ...(state ? { state } : {}) })),
  );
}

/** The same with their validation IDs, which hold the service key. */
export async function readPrefixes(
  deps: PrefixDeps,
  caller: Caller,
  { circuit }: KnownCircuit,
): Promise<Result<readonly AdvertisedPrefix[], SigningRefusal | AccessRefusal>> {
  const leave = await checkPermission(deps, caller, 'sign', circuit);
  if (!leave.ok) return leave;
  const prefixes = await deps.prefixReader.readAdvertisedPrefixes(addressOf(circuit));
  return prefixes
    ? answer(prefixes)
    : refuse({ code: 'no-microsoft-peering', on: { id: circuit.id, name: circuit.name } });
}
