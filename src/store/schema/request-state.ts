import { z } from 'zod';
import { FieldChange } from './change.ts';

const StaleReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    changes: z.array(FieldChange).readonly(),
    by: z.string().optional(),
  }),
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
  z.object({ kind: z.literal('not-allowed'), userId: z.string() }),
]);

const Failure = z.object({
  code: z.string(),
  message: z.string(),
  details: z.array(z.string()).readonly(),
  correlationId: z.string().optional(),
});

/** All but `executing`, of which a request knows more than its view. */
export const calmStates = {
  requested: { state: z.literal('requested') },
  approved: { state: z.literal('approved'), at: z.number() },
  rejected: { state: z.literal('rejected'), at: z.number(), by: z.string(), reason: z.string() },
  withdrawn: { state: z.literal('withdrawn'), at: z.number(), by: z.string() },
  expired: { state: z.literal('expired'), at: z.number() },
  stale: { state: z.literal('stale'), at: z.number(), why: StaleReason },
  succeeded: { state: z.literal('succeeded'), at: z.number(), startedAt: z.number() },
  failed: {
    state: z.literal('failed'),
    at: z.number(),
    startedAt: z.number(),
    failure: Failure,
    step: z.number(),
  },
};

const Phase = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    notBefore: z.number(),
    because: z.enum(['locked', 'throttled', 'unreachable']).optional(),
  }),
  z.object({ kind: z.literal('sending'), since: z.number() }),
  z
    .object({
      kind: z.literal('following'),
      url: z.string().optional(),
      since: z.number(),
      nextLookAt: z.number(),
    })
    .transform((phase) => ({ ...phase, url: phase.url })),
  z.object({ kind: z.literal('waiting-for-provider'), since: z.number() }),
  z.object({ kind: z.literal('holding'), since: z.number(), until: z.number() }),
]);

export const executing = {
  state: z.literal('executing'),
  startedAt: z.number(),
  step: z.number(),
  phase: Phase,
};
