import type { Request, RequestFacts, RequestState } from '../../../src/domain/approval/request.ts';
import type { AuditEntry } from '../../../src/domain/audit/entry.ts';
import type { Order } from '../../../src/domain/circuit/order.ts';
import { circuitId, inLondon } from './builders.ts';

/** A request to delete lon-01, just asked for unless its state is given. */
export function aRequest(
  id: string,
  facts: Partial<RequestFacts> = {},
  state: RequestState = { state: 'requested' },
): Request {
  return {
    id,
    revision: 1,
    intent: { operation: 'delete', target: { id: circuitId(inLondon), ...inLondon } },
    plan: {
      changes: [{ field: 'Circuit', before: 'lon-01', after: '' }],
      seen: [{ name: 'Provider state', value: 'NotProvisioned' }],
      cautions: ['delete-is-final'],
      policy: 'delete',
      steps: [{ kind: 'delete-circuit' }],
    },
    rule: { approvals: 1, from: 'approver', requesterMayApprove: false, expiresAfterMs: 86_400_000 },
    requestedBy: 'U1',
    requestedAt: 1_000,
    askedIn: 'C1',
    shownIn: { channelId: 'C2' },
    expiresAt: 90_000_000,
    approvals: [],
    ...facts,
    ...state,
  };
}

export function anOrder(overrides: Partial<Order> = {}): Order {
  return { provider: 'Equinix', orderNumber: 'EQ-1', recordedBy: 'U1', recordedAt: 1_000, ...overrides };
}

export function anEntry(id: string, overrides: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id,
    at: 1_000,
    by: 'U1',
    channelId: 'C1',
    act: 'mute',
    circuit: { id: circuitId(inLondon), name: 'lon-01' },
    changes: [{ field: 'Muted until', before: '', after: '2026-11-22 05:12 UTC' }],
    ...overrides,
  };
}
