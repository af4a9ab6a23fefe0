import { z } from 'zod';
import { addressFamilies } from '../../domain/peering/peering.ts';
import { prefixStates } from '../../domain/peering/prefix-states.ts';
import { byHandReasons, evidenceKinds, openReasons } from '../../domain/validation/case/case.ts';
import { CircuitAddress } from './circuit-address.ts';
import { open } from './open.ts';
import { Approvals } from './request.ts';

export const CasePrefix = z.object({
  prefix: z.string(),
  family: z.enum(addressFamilies),
  state: open(prefixStates).optional(),
  isSettled: z.literal(true).optional(),
});

const settings = {
  peerAsn: z.number().optional(),
  customerAsn: z.number().optional(),
  routingRegistry: z.string().optional(),
};

export const CaseFacts = z.object({ ...settings, prefixes: z.array(CasePrefix).readonly() });

const begun = {
  startedAt: z.number(),
  since: z.number(),
  remindedAt: z.number().optional(),
  assignee: z.string().optional(),
  round: z.number(),
  approvals: Approvals,
};

const work = { doneBy: z.string().optional(), note: z.string().optional() };

const StepRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), assignee: z.string().optional(), round: z.number() }),
  z.object({
    state: z.literal('open'),
    ...begun,
    sentBack: z.object({ by: z.string().optional(), at: z.number(), reason: z.string() }).optional(),
  }),
  z.object({ state: z.literal('review'), ...begun, ...work }),
  z.object({
    state: z.literal('done'),
    startedAt: z.number(),
    doneAt: z.number(),
    approvals: Approvals,
    round: z.number(),
    ...work,
  }),
  z.object({ state: z.literal('skipped'), round: z.number() }),
]);

const Steps = z.object({
  prefixes: StepRecord,
  registries: StepRecord,
  evidence: StepRecord,
  'ticket-text': StepRecord,
  submission: StepRecord,
  answers: StepRecord,
  configured: StepRecord,
});

export const CaseFile = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(evidenceKinds),
  bytes: z.number(),
  sha256: z.string(),
  at: z.number(),
  by: z.string().optional(),
  isRemoved: z.literal(true).optional(),
});

export const CasePreflight = z.object({
  at: z.number(),
  fileId: z.string(),
  verdicts: z.array(z.object({ prefix: z.string(), verdict: z.string(), reason: z.string() })).readonly(),
  silent: z.array(z.string()).readonly(),
});

export const TicketText = z.object({
  title: z.string(),
  body: z.string(),
  at: z.number(),
  author: z.string().optional(),
});

const Submission = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('checking'), notBefore: z.number() }),
  z.object({ phase: z.literal('uploading'), notBefore: z.number() }),
  z.object({ phase: z.literal('creating'), notBefore: z.number(), workspace: z.string().optional() }),
  z.object({ phase: z.literal('numbering'), notBefore: z.number(), since: z.number() }),
  z.object({
    phase: z.literal('by-hand'),
    since: z.number(),
    why: z.enum(byHandReasons),
    detail: z.string().optional(),
  }),
  z.object({ phase: z.literal('submitted') }),
]);

const Ticket = z.object({
  name: z.string().optional(),
  number: z.string(),
  how: z.enum(['api', 'by-hand']),
  at: z.number(),
  by: z.string().optional(),
  status: z.string(),
  seen: z.array(z.string()).readonly(),
  messages: z
    .array(
      z.object({
        id: z.string(),
        from: z.enum(['microsoft', 'us']),
        at: z.number(),
        by: z.string().optional(),
        body: z.string(),
        delivery: z.enum(['owed', 'sent', 'by-hand']).optional(),
      }),
    )
    .readonly(),
});

export const Closing = z.object({
  at: z.number(),
  why: z.enum(['configured', 'withdrawn', 'by-hand']),
  by: z.string().optional(),
  reason: z.string().optional(),
  filesRemoved: z.literal(true).optional(),
});

/** What a channel is shown of it too. */
const shown = {
  id: z.string(),
  circuit: CircuitAddress,
  opened: z.object({ at: z.number(), by: z.string().optional(), why: z.enum(openReasons) }),
  steps: Steps,
  closed: Closing.optional(),
};

export const Case = z.object({
  ...shown,
  revision: z.number(),
  channelId: z.string(),
  facts: CaseFacts,
  files: z.array(CaseFile).readonly(),
  preflight: CasePreflight.optional(),
  text: TicketText.optional(),
  submission: Submission.optional(),
  ticket: Ticket.optional(),
});

export const CaseView = z.object({
  ...shown,
  facts: z.object({
    ...settings,
    prefixes: z.array(CasePrefix).readonly(),
    omitted: z.number(),
    settled: z.number(),
    total: z.number(),
  }),
  files: z.array(z.object({ name: z.string(), kind: z.enum(evidenceKinds) })).readonly(),
  verdicts: z
    .object({
      at: z.number(),
      counts: z.record(z.string(), z.number()),
      silent: z.array(z.string()).readonly(),
    })
    .optional(),
  textBy: z.string().optional(),
  submission: z
    .object({
      phase: z.enum(['checking', 'uploading', 'creating', 'numbering', 'by-hand', 'submitted']),
      why: z.string().optional(),
      detail: z.string().optional(),
    })
    .optional(),
  ticket: z
    .object({
      number: z.string(),
      how: z.enum(['api', 'by-hand']),
      status: z.string(),
      isMirrored: z.boolean(),
      lastFrom: z.enum(['microsoft', 'us']).optional(),
      lastAt: z.number().optional(),
    })
    .optional(),
});
