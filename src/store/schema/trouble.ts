import { z } from 'zod';
import { blindReasons } from '../../domain/alert/condition.ts';
import { CircuitStatus } from './circuit.ts';
import { SessionState, sessionStanding } from './connectivity.ts';
import { Link, PrefixesState, PrefixState } from './peering.ts';
import { RegistryLoss } from './registration.ts';

const SessionSight = z.object({
  ...sessionStanding,
  peerAddress: z.string().optional(),
  peerAsn: z.number().optional(),
  arp: SessionState,
});

export const Trouble = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('connectivity'),
    extent: z.enum(['degraded', 'down', 'layer-2']),
    sessions: z.array(SessionSight).readonly(),
  }),
  z.object({ kind: z.literal('prefix-limit'), link: Link, prefixes: z.number(), limit: z.number() }),
  z.object({
    kind: z.literal('prefix-drop'),
    link: Link,
    prefixes: z.number(),
    usualPrefixes: z.number(),
    since: z.number(),
  }),
  z.object({ kind: z.literal('provisioning'), parts: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('status'), status: CircuitStatus }),
  z.object({
    kind: z.literal('validation'),
    state: PrefixesState,
    prefixes: z.array(z.object({ prefix: z.string(), state: PrefixState })).readonly(),
    omitted: z.number(),
  }),
  z.object({
    kind: z.literal('registry'),
    prefixes: z
      .array(z.object({ prefix: z.string(), asn: z.number(), losses: z.array(RegistryLoss).readonly() }))
      .readonly(),
    omitted: z.number(),
  }),
  z.object({
    kind: z.literal('certificate'),
    stage: z.enum(['month', 'week', 'ended']),
    prefixes: z.array(z.object({ prefix: z.string(), endsAt: z.number() })).readonly(),
    omitted: z.number(),
  }),
  z.object({
    kind: z.literal('vnet-link'),
    connection: z.string(),
    gateway: z.string(),
    status: z.string(),
  }),
  z.object({
    kind: z.literal('blind'),
    reason: z.enum(blindReasons),
    detail: z.string().optional(),
    since: z.number().optional(),
    lastGoodAt: z.number().optional(),
    amount: z.number().optional(),
  }),
]);
