import { z } from 'zod';
import { byHandReasons } from '../../domain/validation/case/case.ts';
import type { CaseEntry } from '../../domain/validation/case/event.ts';
import { caseSteps } from '../../domain/validation/case/steps.ts';
import { CaseFacts, CaseFile, CasePreflight, Closing, TicketText } from './case.ts';
import { CircuitAddress } from './circuit-address.ts';

const step = z.enum(caseSteps);
const at = z.number();
const by = z.string();
const by0 = by.optional();
const how = z.enum(['api', 'by-hand']);

/** Spelt out so that an entry added to the domain does not compile until it can be read back. */
const entries = {
  'step-begun': z.object({ kind: z.literal('step-begun'), at, step }),
  'review-asked': z.object({ kind: z.literal('review-asked'), at, step, by: by0, note: by0 }),
  approved: z.object({ kind: z.literal('approved'), at, step, by, missing: z.number() }),
  'step-done': z.object({ kind: z.literal('step-done'), at, step, by: by0, note: by0 }),
  'sent-back': z.object({ kind: z.literal('sent-back'), at, step, by: by0, reason: z.string() }),
  assigned: z.object({ kind: z.literal('assigned'), at, step, by, to: z.string() }),
  reminded: z.object({ kind: z.literal('reminded'), at, step }),
  'step-expired': z.object({ kind: z.literal('step-expired'), at, step }),
  commented: z.object({ kind: z.literal('commented'), at, by, text: z.string() }),
  'file-added': z.object({ kind: z.literal('file-added'), at, file: CaseFile }),
  'file-removed': z.object({ kind: z.literal('file-removed'), at, fileId: z.string(), name: z.string(), by }),
  'preflight-attached': z.object({
    kind: z.literal('preflight-attached'),
    at,
    preflight: CasePreflight,
    file: CaseFile,
  }),
  'text-written': z.object({ kind: z.literal('text-written'), at, text: TicketText }),
  'unlike-ticket': z.object({
    kind: z.literal('unlike-ticket'),
    at,
    changes: z.array(z.string()).readonly(),
  }),
  'facts-read': z.object({
    kind: z.literal('facts-read'),
    at,
    facts: CaseFacts,
    settled: z.array(z.string()).readonly(),
  }),
  'files-left-out': z.object({ kind: z.literal('files-left-out'), at, why: z.string() }),
  'to-be-submitted-by-hand': z.object({
    kind: z.literal('to-be-submitted-by-hand'),
    at,
    why: z.enum(byHandReasons),
    detail: z.string().optional(),
  }),
  submitted: z.object({
    kind: z.literal('submitted'),
    at,
    number: z.string(),
    name: z.string().optional(),
    how,
    by: by0,
    status: z.string(),
  }),
  'ticket-found': z.object({ kind: z.literal('ticket-found'), at, name: z.string() }),
  'status-changed': z.object({ kind: z.literal('status-changed'), at, status: z.string(), by: by0 }),
  answered: z.object({
    kind: z.literal('answered'),
    at,
    id: z.string(),
    from: z.enum(['microsoft', 'us']),
    body: z.string(),
    sender: z.string().optional(),
    by: by0,
  }),
  replied: z.object({
    kind: z.literal('replied'),
    at,
    id: z.string(),
    by,
    body: z.string(),
    delivery: z.enum(['owed', 'by-hand']),
  }),
  'reply-sent': z.object({ kind: z.literal('reply-sent'), at, id: z.string() }),
  'reply-refused': z.object({ kind: z.literal('reply-refused'), at, id: z.string(), why: z.string() }),
  'step-skipped': z.object({ kind: z.literal('step-skipped'), at, step }),
  closed: z.object({ kind: z.literal('closed'), at, closing: Closing }),
  'files-removed': z.object({ kind: z.literal('files-removed'), at }),
} as const satisfies Record<CaseEntry['kind'], z.ZodObject>;

export const CaseEntries = z.object({
  kind: z.literal('case-entries'),
  caseId: z.string(),
  circuit: CircuitAddress,
  entries: z
    .array(
      z.discriminatedUnion('kind', [
        entries['step-begun'],
        entries['review-asked'],
        entries.approved,
        entries['step-done'],
        entries['sent-back'],
        entries.assigned,
        entries.reminded,
        entries['step-expired'],
        entries.commented,
        entries['file-added'],
        entries['file-removed'],
        entries['preflight-attached'],
        entries['text-written'],
        entries['unlike-ticket'],
        entries['facts-read'],
        entries['files-left-out'],
        entries['to-be-submitted-by-hand'],
        entries.submitted,
        entries['ticket-found'],
        entries['status-changed'],
        entries.answered,
        entries.replied,
        entries['reply-sent'],
        entries['reply-refused'],
        entries['step-skipped'],
        entries.closed,
        entries['files-removed'],
      ]),
    )
    .readonly(),
  assignee: z.string().optional(),
});
