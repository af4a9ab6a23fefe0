import type { AccessRefusal } from '../domain/access/grant.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { UnlinkRefusal } from '../domain/operation/plans/unlink.ts';
import { isResourceName } from '../domain/operation/resource-name.ts';
import { answer, type Result, refuse } from '../domain/result.ts';
import { auditEntryOf, checkPermission, type PermissionDeps } from './access/check-permission.ts';
import type { Caller } from './caller.ts';
import type { AzureWriter } from './ports.ts';

type AuthorizationGone = Extract<UnlinkRefusal, { code: 'authorization-gone' }>;

export type AuthorizationKeyDeps = PermissionDeps & {
  readonly writer: Pick<AzureWriter, 'readAuthorizationKey'>;
};

/**
 * The key of an authorization, for this person's eyes alone. Secret. That it was seen is written down first: when that
 * cannot be done (StoreFault), nothing is shown.
 */
export async function viewAuthorizationKey(
  deps: AuthorizationKeyDeps,
  caller: Caller,
  { circuit }: KnownCircuit,
  authorization: string,
): Promise<Result<string, AuthorizationGone | AccessRefusal>> {
  const leave = await checkPermission(deps, caller, 'key', circuit);
  if (!leave.ok) return leave;
  const key = isResourceName(authorization)
    ? await deps.writer.readAuthorizationKey(circuit, authorization)
    : undefined;
  if (key === undefined) {
    const on = { id: circuit.id, name: circuit.name };
    return refuse({ code: 'authorization-gone', on, authorization });
  }
  const entry = auditEntryOf(deps, caller, 'view-key', circuit);
  await deps.store.commit({
    audit: [{ ...entry, operation: 'key', note: `authorization ${authorization}` }],
  });
  return answer(key);
}
