import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { Permission } from '../../domain/access/role.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { addressOf, type CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import { operations } from '../../domain/operation/operation.ts';
import type { Result } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';
import type { Gatekeeper, Now } from '../ports.ts';
import type { Store } from '../store.ts';

export type PermissionDeps = {
  readonly gatekeeper: Gatekeeper;
  readonly store: Store;
  readonly now: Now;
  readonly newId: () => string;
};

/** Whether somebody may do this, to this circuit or at all. Who may not is in the audit trail. */
export async function checkPermission(
  deps: PermissionDeps,
  caller: Caller,
  permission: Permission,
  circuit?: CircuitAddress,
): Promise<Result<true, AccessRefusal>> {
  const where = circuit && addressOf(circuit);
  const leave = await deps.gatekeeper.check(caller.userId, permission, where);
  if (!leave.ok) {
    const entry = auditEntryOf(deps, caller, 'refuse', circuit);
    const operation = operations.find((one) => one === permission);
    const note = `${permission}: ${leave.refusal.code}`;
    await deps.store.commit({ audit: [{ ...entry, ...(operation ? { operation } : {}), note }] });
  }
  return leave;
}

/** Who did what, when, from where, to which circuit. */
export function auditEntryOf(
  { now, newId }: Pick<PermissionDeps, 'now' | 'newId'>,
  { userId, channelId }: Caller,
  act: AuditEntry['act'],
  circuit?: Pick<CircuitAddress, 'id' | 'name'>,
): AuditEntry {
  return {
    id: newId(),
    at: now(),
    by: userId,
    ...(channelId === undefined ? {} : { channelId }),
    act,
    ...(circuit ? { circuit: { id: circuit.id, name: circuit.name } } : {}),
  };
}
