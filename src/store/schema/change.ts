import { z } from 'zod';
import { situations } from '../../domain/circuit/situation.ts';
import { addressFamilies } from '../../domain/peering/peering.ts';
import { CircuitStatus, ProviderState, Sku, Tags } from './circuit.ts';
import { CircuitId } from './circuit-id.ts';
import { NextStep } from './next-step.ts';
import { PeeringState, PeeringType, PrefixesState, PrefixState } from './peering.ts';

const peeringPart = { peering: PeeringType };
const prefixPart = { ...peeringPart, family: z.enum(addressFamilies) };
export const FieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() });

const Difference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circuit-found') }),
  z.object({ kind: z.literal('circuit-gone') }),
  z.object({ kind: z.literal('provider-state'), before: ProviderState, after: ProviderState }),
  z.object({ kind: z.literal('status'), before: CircuitStatus, after: CircuitStatus }),
  z.object({ kind: z.literal('provisioning-failed') }),
  z.object({ kind: z.literal('provisioning-recovered') }),
  z.object({ kind: z.literal('peering-added'), state: PeeringState, ...peeringPart }),
  z.object({ kind: z.literal('peering-removed'), ...peeringPart }),
  z.object({ kind: z.literal('peering-state'), before: PeeringState, after: PeeringState, ...peeringPart }),
  z.object({
    kind: z.literal('peering-changed'),
    by: z.string().optional(),
    fields: z.array(FieldChange).readonly(),
    ...peeringPart,
  }),
  z.object({ kind: z.literal('prefixes-state'), before: PrefixesState, after: PrefixesState, ...prefixPart }),
  z.object({
    kind: z.literal('prefix-state'),
    prefix: z.string(),
    before: PrefixState.optional(),
    after: PrefixState,
    ...prefixPart,
  }),
  z.object({ kind: z.literal('bandwidth'), beforeMbps: z.number(), afterMbps: z.number() }),
  z.object({ kind: z.literal('sku'), before: Sku, after: Sku }),
  z.object({ kind: z.literal('order-overdue'), promisedOn: z.string() }),
  z.object({ kind: z.literal('provider-stuck'), sinceDays: z.number() }),
]);

const CircuitRef = z.object({
  id: CircuitId,
  name: z.string(),
  resourceGroup: z.string(),
  subscriptionId: z.string(),
  provider: z.string(),
  peeringLocation: z.string(),
  tags: Tags,
});

export const Situation = z.enum(situations);

export const Change = z.object({
  id: z.string(),
  at: z.number(),
  circuit: CircuitRef,
  difference: Difference,
  situation: Situation,
  next: NextStep,
});
