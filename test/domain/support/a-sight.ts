import fc from 'fast-check';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { circuitStatuses, providerStates, provisioningStates } from '../../../src/domain/circuit/states.ts';
import type { Open } from '../../../src/domain/open-enum.ts';
import { type Peering, peeringStates, peeringTypes } from '../../../src/domain/peering/peering.ts';
import { prefixesStates, prefixStates } from '../../../src/domain/peering/prefix-states.ts';
import { aCircuit, aDirectService, aService } from '../../support/a-circuit.ts';

function open<const T extends string>(known: readonly T[]): fc.Arbitrary<Open<T>> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom({ unrecognised: 'Odd' }, { unrecognised: '' }) },
  );
}

const prefixes = ['203.0.113.0/25', '203.0.113.128/25', '2001:db8::/48'];

const publicPrefixes = fc
  .record({
    advertised: fc.shuffledSubarray(prefixes),
    state: open(prefixesStates),
    states: fc.array(fc.option(open(prefixStates), { nil: undefined }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ advertised, state, states }) => ({
    advertised,
    state,
    each: advertised.map((prefix, index) => ({ prefix, state: states[index] })),
  }));

const family = fc.record(
  { primarySubnet: fc.constantFrom('192.0.2.0/30', '192.0.2.8/30'), publicPrefixes },
  { requiredKeys: ['primarySubnet'] },
);

function peering(name: (typeof peeringTypes)[number]): fc.Arbitrary<Peering> {
  return fc.record(
    {
      name: fc.constant(name),
      type: fc.constant(name),
      state: open(peeringStates),
      provisioningState: open(provisioningStates),
      vlanId: fc.constantFrom(100, 200),
      azureAsn: fc.constant(12_076),
      lastModifiedBy: fc.constantFrom('Customer', 'Equinix'),
      ipv4: family,
      ipv6: family,
    },
    { requiredKeys: ['name', 'type', 'state', 'provisioningState'] },
  );
}

const service = fc.oneof(
  { weight: 5, arbitrary: open(providerStates).map((providerState) => aService({ providerState })) },
  { weight: 1, arbitrary: fc.constantFrom(200, 500).map((bandwidthMbps) => aService({ bandwidthMbps })) },
  { weight: 1, arbitrary: fc.constant(aDirectService()) },
);

/** Anything that one and the same circuit may look like in a poll. */
export const aSight: fc.Arbitrary<Circuit> = fc
  .record({
    service,
    provisioningState: open(provisioningStates),
    status: open(circuitStatuses),
    peerings: fc.subarray([...peeringTypes]).chain((names) => fc.tuple(...names.map(peering))),
    tags: fc.constantFrom<Circuit['tags'][]>({}, { env: 'prod' }, { env: 'prod', site: 'lon' }),
  })
  .map((overrides) => ({ ...aCircuit(), ...overrides }));
