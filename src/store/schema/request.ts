import { z } from 'zod';
import { roles } from '../../domain/access/role.ts';
import { Intent } from './intent.ts';
import { Plan } from './plan.ts';
import { calmStates, executing } from './request-state.ts';

export const Rule = z.object({
  approvals: z.number(),
  from: z.enum(roles),
  requesterMayApprove: z.boolean(),
  expiresAfterMs: z.number(),
});

export const Approvals = z.array(z.object({ by: z.string(), at: z.number() })).readonly();

const facts = {
  id: z.string(),
  revision: z.number(),
  intent: Intent,
  plan: Plan,
  rule: Rule,
  requestedBy: z.string(),
  requestedAt: z.number(),
  askedIn: z.string().optional(),
  shownIn: z.union([z.object({ channelId: z.string() }), z.object({ userId: z.string() })]),
  expiresAt: z.number(),
  approvals: Approvals,
};

export const Request = z
  .discriminatedUnion('state', [
    z.object({ ...facts, ...calmStates.requested }),
    z.object({ ...facts, ...calmStates.approved }),
    z.object({ ...facts, ...calmStates.rejected }),
    z.object({ ...facts, ...calmStates.withdrawn }),
    z.object({ ...facts, ...calmStates.expired }),
    z.object({ ...facts, ...calmStates.stale }),
    z.object({ ...facts, ...executing }),
    z.object({ ...facts, ...calmStates.succeeded }),
    z.object({ ...facts, ...calmStates.failed }),
  ])
  .transform((request) => ({ ...request, askedIn: request.askedIn }));
