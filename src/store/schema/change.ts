import { z } from 'zod';
import { situations } from '../../domain/circuit/situation.ts';
import { CircuitStatus, ProviderState, Sku } from './circuit.ts';
import { CircuitRef } from './circuit-ref.ts';
import { SessionState } from './connectivity.ts';
import { NextStep } from './next-step.ts';
import { AddressFamily, Link, PeeringState, PeeringType, PrefixesState, PrefixState } from './peering.ts';

const peeringPart = { peering: PeeringType };
const prefixPart = { ...peeringPart, family: AddressFamily };
const linkPart = { ...peeringPart, link: Link };
const standing = { before: SessionState, after: z.enum(['up', 'down']) };
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
  z.object({
    kind: z.literal('bgp-session'),
    bgpState: z.string().optional(),
    ...linkPart,
    ...prefixPart,
    ...standing,
  }),
  z.object({ kind: z.literal('arp'), ...linkPart, ...standing }),
  z.object({
    kind: z.literal('prefix-count'),
    before: z.number(),
    after: z.number(),
    turn: z.enum(['fell', 'near-limit', 'normal']),
    limit: z.number(),
    ...linkPart,
    ...prefixPart,
  }),
  z.object({
    kind: z.literal('vnet-link'),
    connection: z.string(),
    resourceGroup: z.string(),
    gateway: z.string(),
    before: z.string(),
    after: z.string(),
  }),
]);

export const Situation = z.enum(situations);

export const Change = z.object({
  id: z.string(),
  at: z.number(),
  circuit: CircuitRef,
  difference: Difference,
  situation: Situation,
  next: NextStep,
});
