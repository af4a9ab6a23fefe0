import fc from 'fast-check';
import { type AuditEntry, auditActs } from '../../../src/domain/audit/entry.ts';
import type { Order } from '../../../src/domain/circuit/order.ts';
import { operations } from '../../../src/domain/operation/operation.ts';
import { fieldChange } from './arbitrary-change.ts';
import { anyCircuitId, text, time } from './arbitrary-circuit.ts';

export const order: fc.Arbitrary<Order> = fc.record(
  {
    provider: text,
    orderNumber: text,
    contact: text,
    layer: fc.constantFrom(2, 3),
    promisedOn: text,
    recordedBy: text,
    recordedAt: time,
  },
  { requiredKeys: ['provider', 'recordedBy', 'recordedAt'] },
);

export const entryId = fc.nat({ max: 9 }).map((index) => `entry-${index}`);

export const auditEntry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    id: entryId,
    at: time,
    by: text,
    channelId: text,
    act: fc.constantFrom(...auditActs),
    operation: fc.constantFrom(...operations),
    requestId: text,
    caseId: text,
    circuit: fc.record({ id: anyCircuitId, name: text }),
    changes: fc.array(fieldChange, { maxLength: 2 }),
    note: text,
  },
  { requiredKeys: ['id', 'at', 'act'] },
);
