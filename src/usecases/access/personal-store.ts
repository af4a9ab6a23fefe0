import { isInSight } from '../../domain/access/sight.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Store } from '../store.ts';
import type { Sight } from './access-desk.ts';
import { createPersonalAlerts } from './personal-alerts.ts';

/**
 * The store as one person sees it: circuits out of their sight, and what tells of them, are not in it. For showing and
 * for finding what a person names. What is done for a channel or a request needs the whole store: a channel that a
 * scoped person brings back is told of all that it missed.
 */
export function createPersonalStore(whole: Store, { scopes }: Sight): Store {
  if (scopes.some(({ kind }) => kind === 'everything')) return whole;

  const sees = (id: CircuitId): boolean => {
    const address = parseCircuitAddress(id);
    return address.ok && isInSight(scopes, address.value);
  };

  return {
    ...whole,
    circuits: async (subscriptionId) =>
      (await whole.circuits(subscriptionId)).filter(({ circuit }) => sees(circuit.id)),
    circuit: async (id) => (sees(id) ? whole.circuit(id) : undefined),
    changes: async (query) => (await whole.changes(query)).filter(({ circuit }) => sees(circuit.id)),
    mutes: async () => (await whole.mutes()).filter(({ circuitId }) => sees(circuitId)),
    requests: async (query) => (await whole.requests(query)).filter(({ intent }) => sees(intent.target.id)),
    request: async (id) => {
      const request = await whole.request(id);
      return request && sees(request.intent.target.id) ? request : undefined;
    },
    cases: async (query) => (await whole.cases(query)).filter(({ circuit }) => sees(circuit.id)),
    case: async (id) => {
      const found = await whole.case(id);
      return found && sees(found.circuit.id) ? found : undefined;
    },
    connectivity: async () => new Map([...(await whole.connectivity())].filter(([id]) => sees(id))),
    registrations: async () => new Map([...(await whole.registrations())].filter(([id]) => sees(id))),
    ...createPersonalAlerts(whole, sees),
    orders: async () => new Map([...(await whole.orders())].filter(([id]) => sees(id))),
  };
}
