import { z } from 'zod';
import { cautions } from '../../domain/operation/caution.ts';
import {
  failoverCategories,
  failoverLinks,
  recordStandings,
  settablePeerings,
} from '../../domain/operation/intent.ts';
import { addressFamilies } from '../../domain/peering/peering.ts';
import { Tags } from './circuit.ts';
import { CircuitAddress } from './circuit-address.ts';

const on = { target: CircuitAddress };

const FamilySettings = z.object({
  primarySubnet: z.string(),
  secondarySubnet: z.string(),
  advertisedPrefixes: z.array(z.string()).readonly().optional(),
  customerAsn: z.number().optional(),
  routingRegistry: z.string().optional(),
});

export const SettablePeering = z.enum(settablePeerings);

export const PeeringSettings = z.object({
  vlanId: z.number(),
  peerAsn: z.number(),
  sharedKey: z.string().optional(),
  ipv4: FamilySettings.optional(),
  ipv6: FamilySettings.optional(),
});

/** What a circuit is created with; the intent and the step name the same. */
export const newCircuit = {
  region: z.string(),
  provider: z.string(),
  peeringLocation: z.string(),
  bandwidthMbps: z.number(),
  tier: z.string(),
  family: z.string(),
  tags: Tags,
};

/** What can be changed of a circuit; the intent and the step name the same. */
export const circuitChange = {
  bandwidthMbps: z.number().optional(),
  tier: z.string().optional(),
  family: z.string().optional(),
};

/** Whose signature it is and what it says; the intent and the step name the same. */
export const signedPrefix = {
  family: z.enum(addressFamilies),
  prefix: z.string(),
  signature: z.string(),
};

const SigningCertificate = z.object({
  fingerprint: z.string(),
  keyBits: z.number(),
  validTo: z.number(),
});

const PeeringIntent = z.discriminatedUnion('deed', [
  z.object({
    operation: z.literal('peering'),
    deed: z.literal('set'),
    peering: SettablePeering,
    settings: PeeringSettings,
    overrideLayer3: z.boolean(),
    edgeConfirmed: z.boolean(),
    ...on,
  }),
  z.object({
    operation: z.literal('peering'),
    deed: z.literal('remove'),
    peering: z.string(),
    overrideLayer3: z.boolean(),
    ...on,
  }),
]);

const LinkIntent = z.discriminatedUnion('deed', [
  z.object({
    operation: z.literal('link'),
    deed: z.literal('connect'),
    gatewayId: z.string(),
    connectionName: z.string(),
    routingWeight: z.number(),
    fastPath: z.boolean(),
    ...on,
  }),
  z.object({
    operation: z.literal('link'),
    deed: z.literal('authorize'),
    authorizationName: z.string(),
    ...on,
  }),
]);

const Unlinked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connection'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('authorization'), name: z.string() }),
]);

export const Intent = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('create'), ...newCircuit, ...on }),
  PeeringIntent,
  z.object({
    operation: z.literal('sign'),
    ...signedPrefix,
    certificate: SigningCertificate,
    record: z.enum(recordStandings),
    cautions: z.array(z.enum(cautions)).readonly(),
    ...on,
  }),
  LinkIntent,
  z.object({ operation: z.literal('unlink'), what: Unlinked, ...on }),
  z.object({ operation: z.literal('resize'), ...circuitChange, ...on }),
  z.object({ operation: z.literal('deprovision'), thenDelete: z.boolean(), ...on }),
  z.object({ operation: z.literal('delete'), ...on }),
  z.object({
    operation: z.literal('failover'),
    link: z.enum(failoverLinks),
    category: z.enum(failoverCategories),
    minutes: z.number(),
    ...on,
  }),
]);
