import fc from 'fast-check';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { CircuitId } from '../../../src/domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { circuitStatuses, providerStates, provisioningStates } from '../../../src/domain/circuit/states.ts';
import type { Open } from '../../../src/domain/open-enum.ts';
import { links } from '../../../src/domain/peering/link.ts';
import {
  addressFamilies,
  type Peering,
  peeringStates,
  peeringTypes,
} from '../../../src/domain/peering/peering.ts';
import { prefixesStates, prefixStates } from '../../../src/domain/peering/prefix-states.ts';
import { type Address, circuitId } from './builders.ts';

/** Any text, with control characters and halves of surrogate pairs. */
export const text = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 }));

export const time = fc.integer({ min: 0, max: 50 });

function open<const T extends string>(known: readonly T[]): fc.Arbitrary<Open<T>> {
  return fc.oneof(fc.constantFrom(...known), fc.record({ unrecognised: text }));
}

export const peeringType = open(peeringTypes);
export const peeringState = open(peeringStates);
export const prefixesState = open(prefixesStates);
export const prefixState = open(prefixStates);
export const addressFamily = fc.constantFrom(...addressFamilies);
export const link = fc.constantFrom(...links);
export const providerState = open(providerStates);
export const status = open(circuitStatuses);
export const sku = fc.record({ tier: text, family: text });

/** `__proto__` is no name that a tag can have here: zod drops it from every record. */
export const tags = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  text,
  { maxKeys: 2, noNullPrototype: true },
);

/** Few, so that transactions meet the same circuits again. */
export const anyAddress: fc.Arbitrary<Address> = fc.record({
  subscriptionId: fc.constantFrom('sub-1', 'sub-2'),
  resourceGroup: fc.constantFrom('rg-A', 'rg-b'),
  name: fc.constantFrom('lon-01', 'LON-02', 'ams-01'),
});
export const anyCircuitId: fc.Arbitrary<CircuitId> = anyAddress.map(circuitId);

const prefixes = fc.record(
  {
    advertised: fc.array(text, { maxLength: 2 }),
    state: prefixesState,
    customerAsn: fc.nat(),
    routingRegistry: text,
    each: fc.array(fc.record({ prefix: text, state: prefixState }, { requiredKeys: ['prefix'] }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ['advertised', 'state', 'each'] },
);

const family = fc.record(
  { primarySubnet: text, secondarySubnet: text, publicPrefixes: prefixes, routeFilter: text },
  { requiredKeys: [] },
);

const peering: fc.Arbitrary<Peering> = fc.record(
  {
    name: text,
    type: peeringType,
    state: peeringState,
    provisioningState: open(provisioningStates),
    vlanId: fc.nat(),
    peerAsn: fc.nat(),
    azureAsn: fc.option(fc.nat(), { nil: undefined }),
    lastModifiedBy: fc.option(text, { nil: undefined }),
    ipv4: family,
    ipv6: family,
  },
  { requiredKeys: ['name', 'type', 'state', 'provisioningState'] },
);

const service = fc.oneof(
  fc.record({
    kind: fc.constant('provider' as const),
    provider: text,
    peeringLocation: text,
    bandwidthMbps: fc.nat(),
    providerState,
  }),
  fc.record({ kind: fc.constant('direct' as const), port: text, bandwidthMbps: fc.nat() }),
);

const circuit: fc.Arbitrary<Circuit> = fc
  .record({
    address: anyAddress,
    region: text,
    tags,
    sku,
    service,
    provisioningState: open(provisioningStates),
    status,
    peerings: fc.array(peering, { maxLength: 2 }),
    authorizations: fc.array(fc.record({ name: text, inUse: fc.boolean() }), { maxLength: 1 }),
  })
  .map(({ address: own, ...rest }) => ({ id: circuitId(own), ...own, ...rest }));

export const knownCircuit: fc.Arbitrary<KnownCircuit> = fc.record(
  {
    circuit,
    firstSeenAt: time,
    changedAt: time,
    wasProvisioned: fc.boolean(),
    unsettled: fc.constant(true as const),
    doubtedStatus: status,
    waitingSince: time,
    late: fc.oneof(
      fc.record({ kind: fc.constant('order-overdue' as const), promisedOn: text }),
      fc.constant({ kind: 'provider-stuck' } as const),
    ),
  },
  { requiredKeys: ['circuit', 'firstSeenAt', 'changedAt', 'wasProvisioned'] },
);
