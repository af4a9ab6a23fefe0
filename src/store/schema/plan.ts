import { z } from 'zod';
import { cautions } from '../../domain/operation/caution.ts';
import { policyKeys } from '../../domain/operation/plan.ts';
import { FieldChange } from './change.ts';
import { circuitChange, newCircuit, PeeringSettings, SettablePeering, signedPrefix } from './intent.ts';

const failoverTest = { link: z.string(), category: z.string() };

const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create-circuit'), ...newCircuit }),
  z.object({ kind: z.literal('change-circuit'), ...circuitChange }),
  z.object({ kind: z.literal('delete-circuit') }),
  z.object({ kind: z.literal('put-peering'), peering: SettablePeering, settings: PeeringSettings }),
  z.object({ kind: z.literal('delete-peering'), peering: z.string() }),
  z.object({ kind: z.literal('put-signature'), ...signedPrefix, again: z.literal(true).optional() }),
  z.object({ kind: z.literal('put-authorization'), name: z.string() }),
  z.object({ kind: z.literal('delete-authorization'), name: z.string() }),
  z.object({
    kind: z.literal('put-connection'),
    connectionId: z.string(),
    gatewayId: z.string(),
    region: z.string(),
    routingWeight: z.number(),
    fastPath: z.boolean(),
    redeems: z.string().optional(),
  }),
  z.object({ kind: z.literal('delete-connection'), connectionId: z.string() }),
  z.object({ kind: z.literal('start-failover-test'), ...failoverTest }),
  z.object({ kind: z.literal('stop-failover-test'), ...failoverTest }),
  z.object({ kind: z.literal('await-deprovisioned') }),
  z.object({ kind: z.literal('hold'), forMs: z.number() }),
]);

/** What people see of a plan; a request and its view hold the same. */
export const shownOfPlan = {
  changes: z.array(FieldChange).readonly(),
  seen: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
  cautions: z.array(z.enum(cautions)).readonly(),
};

export const Plan = z.object({
  ...shownOfPlan,
  resourceGuid: z.string().optional(),
  policy: z.enum(policyKeys),
  steps: z.array(Step).readonly(),
});
