import type { AuditEntry } from '../../domain/audit/entry.ts';
import { type CircuitId, parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Gatekeeper } from '../ports.ts';

/** What of the audit trail a person may see. */
export type AuditSight = {
  readonly circuits: readonly CircuitId[];
  readonly sees: (entry: AuditEntry) => boolean;
};

/** Only a role on everything covers a circuit that is nowhere. */
const nowhere = parseCircuitAddress(
  '/subscriptions/-/resourceGroups/-/providers/Microsoft.Network/expressRouteCircuits/-',
);

/** Whose role is for some circuits sees what was done to these, and what they did themselves. */
export async function auditSightOf(
  { gatekeeper }: { readonly gatekeeper: Gatekeeper },
  userId: string,
  circuits: readonly CircuitId[],
): Promise<AuditSight> {
  if (nowhere.ok && (await gatekeeper.check(userId, 'audit', nowhere.value)).ok) {
    return { circuits, sees: () => true };
  }
  const seen = new Set<CircuitId>();
  for (const id of circuits) {
    const where = parseCircuitAddress(id);
    if (where.ok && (await gatekeeper.check(userId, 'audit', where.value)).ok) seen.add(id);
  }
  return {
    circuits: [...seen],
    sees: ({ circuit, by }) => (circuit ? seen.has(circuit.id) : by === userId),
  };
}
