import { z } from 'zod';
import { auditActs } from '../../domain/audit/entry.ts';
import { operations } from '../../domain/operation/operation.ts';
import { FieldChange } from './change.ts';
import { CircuitId } from './circuit-id.ts';

export const AuditEntry = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string().optional(),
  channelId: z.string().optional(),
  act: z.enum(auditActs),
  operation: z.enum(operations).optional(),
  requestId: z.string().optional(),
  caseId: z.string().optional(),
  circuit: z.object({ id: CircuitId, name: z.string() }).optional(),
  changes: z.array(FieldChange).readonly().optional(),
  note: z.string().optional(),
});
