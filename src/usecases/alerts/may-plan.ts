import type { AccessRefusal } from '../../domain/access/grant.ts';
import { type CircuitFilter, matchesRef } from '../../domain/circuit/filter.ts';
import { circuitRef } from '../../domain/circuit/survey.ts';
import { answer, type Result } from '../../domain/result.ts';
import { checkPermission, type PermissionDeps } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';

/**
 * Whether somebody may say that work is done on all circuits that a filter fits: it changes what others are told of each
 * of them. Answers how many it fits now.
 */
export async function mayPlan(
  deps: PermissionDeps,
  caller: Caller,
  filter: CircuitFilter,
): Promise<Result<number, AccessRefusal>> {
  const anywhere = await checkPermission(deps, caller, 'maintenance');
  if (!anywhere.ok) return anywhere;
  const circuits = (await deps.store.circuits()).filter(({ circuit }) =>
    matchesRef(filter, circuitRef(circuit)),
  );
  for (const { circuit } of circuits) {
    const leave = await checkPermission(deps, caller, 'maintenance', circuit);
    if (!leave.ok) return leave;
  }
  return answer(circuits.length);
}
