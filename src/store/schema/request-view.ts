import { z } from 'zod';
import { requestOperations } from '../../domain/operation/operation.ts';
import type { Step } from '../../domain/operation/step.ts';
import { CircuitAddress } from './circuit-address.ts';
import { shownOfPlan } from './plan.ts';
import { Approvals, Rule } from './request.ts';
import { calmStates } from './request-state.ts';

/** Spelt out so that a kind of step added to the domain does not compile until it can be read back. */
const stepKinds = {
  'create-circuit': 'create-circuit',
  'change-circuit': 'change-circuit',
  'delete-circuit': 'delete-circuit',
  'put-peering': 'put-peering',
  'delete-peering': 'delete-peering',
  'put-signature': 'put-signature',
  'put-authorization': 'put-authorization',
  'delete-authorization': 'delete-authorization',
  'put-connection': 'put-connection',
  'delete-connection': 'delete-connection',
  'start-failover-test': 'start-failover-test',
  'stop-failover-test': 'stop-failover-test',
  'await-deprovisioned': 'await-deprovisioned',
  hold: 'hold',
} as const satisfies { [K in Step['kind']]: K };

const ExecutingView = z.object({
  state: z.literal('executing'),
  startedAt: z.number(),
  step: z.number(),
  steps: z.number(),
  doing: z.enum(stepKinds),
  waitsFor: z.enum(['azure', 'lock', 'quota', 'network', 'provider', 'time']),
  until: z.number().optional(),
});

export const RequestView = z.object({
  id: z.string(),
  operation: z.enum(requestOperations),
  target: CircuitAddress,
  ...shownOfPlan,
  rule: Rule,
  requestedBy: z.string(),
  requestedAt: z.number(),
  askedIn: z.string().optional(),
  expiresAt: z.number(),
  approvals: Approvals,
  authorization: z.string().optional(),
  state: z.discriminatedUnion('state', [
    z.object(calmStates.requested),
    z.object(calmStates.approved),
    z.object(calmStates.rejected),
    z.object(calmStates.withdrawn),
    z.object(calmStates.expired),
    z.object(calmStates.stale),
    ExecutingView,
    z.object(calmStates.succeeded),
    z.object(calmStates.failed),
  ]),
});
