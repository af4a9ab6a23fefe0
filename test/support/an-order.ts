import type { Order } from '../../src/domain/circuit/order.ts';
import { t0 } from './a-circuit.ts';

/** A layer 2 order at Equinix, promised for 2026-03-20. */
export function anOrder(overrides: Partial<Order> = {}): Order {
  return {
    provider: 'Equinix',
    orderNumber: 'A-4711',
    contact: 'noc@example.net',
    layer: 2,
    promisedOn: '2026-03-20',
    recordedBy: 'U0OMAR0001',
    recordedAt: t0,
    ...overrides,
  };
}
