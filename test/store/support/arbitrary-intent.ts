import fc from 'fast-check';
import type { CircuitAddress } from '../../../src/domain/circuit/circuit-id.ts';
import { cautions } from '../../../src/domain/operation/caution.ts';
import {
  failoverCategories,
  failoverLinks,
  type Intent,
  recordStandings,
  settablePeerings,
} from '../../../src/domain/operation/intent.ts';
import { addressFamilies } from '../../../src/domain/peering/peering.ts';
import { anyAddress, tags, text } from './arbitrary-circuit.ts';
import { circuitId } from './builders.ts';

const count = fc.nat({ max: 100_000 });
export const target: fc.Arbitrary<CircuitAddress> = anyAddress.map((address) => ({
  id: circuitId(address),
  ...address,
}));
const on = { target };

const family = fc.record(
  {
    primarySubnet: text,
    secondarySubnet: text,
    advertisedPrefixes: fc.array(text, { maxLength: 2 }),
    customerAsn: count,
    routingRegistry: text,
  },
  { requiredKeys: ['primarySubnet', 'secondarySubnet'] },
);

export const settablePeering = fc.constantFrom(...settablePeerings);

export const peeringSettings = fc.record(
  { vlanId: count, peerAsn: count, sharedKey: text, ipv4: family, ipv6: family },
  { requiredKeys: ['vlanId', 'peerAsn'] },
);

export const newCircuit = {
  region: text,
  provider: text,
  peeringLocation: text,
  bandwidthMbps: count,
  tier: text,
  family: text,
  tags,
};

export const circuitChange = { bandwidthMbps: count, tier: text, family: text };

export const signedPrefix = {
  family: fc.constantFrom(...addressFamilies),
  prefix: text,
  signature: text,
};

function ofOperation<O extends Intent['operation'], T>(
  operation: O,
  fields: { [F in keyof T]: fc.Arbitrary<T[F]> },
) {
  return fc.record<T>(fields).map((rest) => ({ operation, ...rest }));
}

const peering = fc.oneof(
  ofOperation('peering', {
    ...on,
    deed: fc.constant('set' as const),
    peering: settablePeering,
    settings: peeringSettings,
    overrideLayer3: fc.boolean(),
    edgeConfirmed: fc.boolean(),
  }),
  ofOperation('peering', {
    ...on,
    deed: fc.constant('remove' as const),
    peering: text,
    overrideLayer3: fc.boolean(),
  }),
);

const link = fc.oneof(
  ofOperation('link', {
    ...on,
    deed: fc.constant('connect' as const),
    gatewayId: text,
    connectionName: text,
    routingWeight: count,
    fastPath: fc.boolean(),
  }),
  ofOperation('link', { ...on, deed: fc.constant('authorize' as const), authorizationName: text }),
);

const unlinked = fc.oneof(
  fc.record({ kind: fc.constant('connection' as const), id: text, name: text }),
  fc.record({ kind: fc.constant('authorization' as const), name: text }),
);

/** One of each operation: one added to the domain does not compile until it is here. */
const intents: { readonly [O in Intent['operation']]: fc.Arbitrary<Intent & { readonly operation: O }> } = {
  create: ofOperation('create', { ...on, ...newCircuit }),
  peering,
  sign: ofOperation('sign', {
    ...on,
    ...signedPrefix,
    certificate: fc.record({ fingerprint: text, keyBits: count, validTo: count }),
    record: fc.constantFrom(...recordStandings),
    cautions: fc.array(fc.constantFrom(...cautions), { maxLength: 2 }),
  }),
  link,
  unlink: ofOperation('unlink', { ...on, what: unlinked }),
  resize: fc
    .record({ ...on, ...circuitChange }, { requiredKeys: ['target'] })
    .map((rest) => ({ operation: 'resize' as const, ...rest })),
  deprovision: ofOperation('deprovision', { ...on, thenDelete: fc.boolean() }),
  delete: ofOperation('delete', on),
  failover: ofOperation('failover', {
    ...on,
    link: fc.constantFrom(...failoverLinks),
    category: fc.constantFrom(...failoverCategories),
    minutes: count,
  }),
};

export const intent: fc.Arbitrary<Intent> = fc.oneof(...Object.values(intents));
