import type { AccessRefusal } from '../domain/access/grant.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Order } from '../domain/circuit/order.ts';
import { orderChanges } from '../domain/circuit/order-changes.ts';
import { answer, type Result, refuse } from '../domain/result.ts';
import { auditEntryOf, checkPermission, type PermissionDeps } from './access/check-permission.ts';
import type { Caller } from './caller.ts';

/** ExpressRoute Direct: nobody is ordered from. */
export type OrderRefusal = { readonly code: 'order-not-needed'; readonly name: string };

export type OrderDraft = Omit<Order, 'recordedBy' | 'recordedAt'>;

/** Writes down what was ordered, in place of what was written down before; the audit trail has both. */
export async function recordOrder(
  deps: PermissionDeps,
  caller: Caller,
  { circuit }: KnownCircuit,
  draft: OrderDraft,
): Promise<Result<Order, OrderRefusal | AccessRefusal>> {
  const leave = await checkPermission(deps, caller, 'order', circuit);
  if (!leave.ok) return leave;
  if (circuit.service.kind === 'direct') return refuse({ code: 'order-not-needed', name: circuit.name });
  const before = (await deps.store.orders()).get(circuit.id);
  const order = { ...draft, recordedBy: caller.userId, recordedAt: deps.now() };
  const changes = orderChanges(before, order);
  if (before && changes.length === 0) return answer(before);
  const entry = auditEntryOf(deps, caller, 'order', circuit);
  await deps.store.commit({
    putOrders: [{ circuitId: circuit.id, order }],
    audit: [{ ...entry, operation: 'order', changes }],
  });
  return answer(order);
}
