import { z } from 'zod';
import { circuitStatuses, providerStates, provisioningStates } from '../../domain/circuit/states.ts';
import { CircuitId } from './circuit-id.ts';
import { open } from './open.ts';
import { Peering } from './peering.ts';

export const ProviderState = open(providerStates);
export const CircuitStatus = open(circuitStatuses);
export const Sku = z.object({ tier: z.string(), family: z.string() });
export const Tags = z.record(z.string(), z.string());

const CircuitService = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('provider'),
    provider: z.string(),
    peeringLocation: z.string(),
    bandwidthMbps: z.number(),
    providerState: ProviderState,
  }),
  z.object({ kind: z.literal('direct'), port: z.string(), bandwidthMbps: z.number() }),
]);

const Circuit = z.object({
  id: CircuitId,
  name: z.string(),
  resourceGroup: z.string(),
  subscriptionId: z.string(),
  region: z.string(),
  tags: Tags,
  sku: Sku,
  service: CircuitService,
  provisioningState: open(provisioningStates),
  status: CircuitStatus,
  peerings: z.array(Peering).readonly(),
  authorizations: z.array(z.object({ name: z.string(), inUse: z.boolean() })).readonly(),
});

const Lateness = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order-overdue'), promisedOn: z.string() }),
  z.object({ kind: z.literal('provider-stuck') }),
]);

export const KnownCircuit = z.object({
  circuit: Circuit,
  firstSeenAt: z.number(),
  changedAt: z.number(),
  wasProvisioned: z.boolean(),
  unsettled: z.literal(true).optional(),
  doubtedStatus: CircuitStatus.optional(),
  waitingSince: z.number().optional(),
  late: Lateness.optional(),
});

export const WatchedSubscription = z.object({
  subscriptionId: z.string(),
  firstReadAt: z.number(),
  lastReadAt: z.number(),
  emptyDoubted: z.literal(true).optional(),
});
