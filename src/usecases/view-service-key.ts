import type { AccessRefusal } from '../domain/access/grant.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { answer, type Result, refuse } from '../domain/result.ts';
import { auditEntryOf, checkPermission, type PermissionDeps } from './access/check-permission.ts';
import type { Caller } from './caller.ts';
import type { AzureWriter } from './ports.ts';

export type KeyRefusal =
  /** ExpressRoute Direct: there is no provider to give it to. */
  | { readonly code: 'key-not-needed'; readonly name: string }
  /** Azure has not issued it yet, or is in the middle of a write. */
  | { readonly code: 'key-not-ready'; readonly name: string };

export type KeyDeps = PermissionDeps & { readonly writer: Pick<AzureWriter, 'readServiceKey'> };

/**
 * The service key, for this person's eyes alone. Secret. That it was seen is written down first: when that cannot be
 * done (StoreFault), nothing is shown.
 */
export async function viewServiceKey(
  deps: KeyDeps,
  caller: Caller,
  { circuit }: KnownCircuit,
): Promise<Result<string, KeyRefusal | AccessRefusal>> {
  const { name } = circuit;
  const leave = await checkPermission(deps, caller, 'key', circuit);
  if (!leave.ok) return leave;
  if (circuit.service.kind === 'direct') return refuse({ code: 'key-not-needed', name });
  const key = await deps.writer.readServiceKey(circuit);
  if (key === undefined) return refuse({ code: 'key-not-ready', name });
  const entry = auditEntryOf(deps, caller, 'view-key', circuit);
  await deps.store.commit({ audit: [{ ...entry, operation: 'key' }] });
  return answer(key);
}
