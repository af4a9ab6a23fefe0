import type { Change } from '../../src/domain/circuit/changes.ts';
import type { Circuit } from '../../src/domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import type { situations } from '../../src/domain/circuit/situation.ts';
import type { AddressFamily, Peering, PeeringFamily } from '../../src/domain/peering/peering.ts';
import { peeringTypes } from '../../src/domain/peering/peering.ts';
import { prefixesStates, prefixStates } from '../../src/domain/peering/prefix-states.ts';
import { aChange, aCircuitRef, aDirectService, aKnownCircuit, aService } from './a-circuit.ts';

/** The longest that Azure takes: a resource group's name has 90 characters, a circuit's 80. */
const longestGroup = 'rg-'.padEnd(90, 'network-');

function everyPrefix(family: AddressFamily): PeeringFamily['publicPrefixes'] {
  const prefixes = Array.from({ length: 200 }, (_, index) =>
    family === 'ipv4' ? `203.${index}.113.0/24` : `2001:db8:1234:5678:9abc:def0:${index}:0/125`,
  );
  return {
    advertised: prefixes,
    state: prefixesStates[3],
    customerAsn: 4_294_967_295,
    routingRegistry: 'RIPENCC',
    each: prefixes.map((prefix, index) => ({ prefix, state: prefixStates[index % prefixStates.length] })),
  };
}

function maximalPeering(type: (typeof peeringTypes)[number]): Peering {
  const family = (name: AddressFamily) => ({
    primarySubnet: name === 'ipv4' ? '192.168.115.116/30' : '2001:db8:ffff:ffff:ffff:ffff:ffff:fff0/126',
    secondarySubnet: name === 'ipv4' ? '192.168.115.120/30' : '2001:db8:ffff:ffff:ffff:ffff:ffff:fff4/126',
    publicPrefixes: everyPrefix(name),
    routeFilter: 'route-filter-'.padEnd(80, 'x'),
  });
  return {
    name: type,
    type,
    state: 'Disabled',
    provisioningState: 'Failed',
    vlanId: 4_094,
    peerAsn: 4_294_967_295,
    azureAsn: 12_076,
    lastModifiedBy: 'Customer'.padEnd(80, 's'),
    ipv4: family('ipv4'),
    ipv6: family('ipv6'),
  };
}

/** As much as Azure lets a circuit be, and a little more: three routing domains, 200 prefixes each family, 50 tags. */
export function aMaximalCircuit(name: string, overrides: Partial<Circuit> = {}): KnownCircuit {
  const tags = Array.from({ length: 50 }, (_, index) => [`tag-${index}`.padEnd(256, 'k'), 'v'.repeat(256)]);
  return aKnownCircuit({
    name,
    resourceGroup: longestGroup,
    region: 'australiacentral2',
    service: aService({
      provider: 'Provider Of Long Distance Lines '.repeat(3),
      peeringLocation: 'Location With A Long Name '.repeat(3),
      bandwidthMbps: 100_000,
    }),
    tags: Object.fromEntries(tags),
    peerings: peeringTypes.map(maximalPeering),
    authorizations: Array.from({ length: 100 }, (_, index) => ({ name: `auth-${index}`, inUse: true })),
    ...overrides,
  });
}

/** One circuit in every situation, with the history that the situation needs. */
export const circuitOfSituation: Readonly<Record<(typeof situations)[number], KnownCircuit>> = {
  created: aKnownCircuit(
    { name: 'created', service: aService({ providerState: 'NotProvisioned' }) },
    { wasProvisioned: false },
  ),
  'provider-working': aKnownCircuit({
    name: 'provider-working',
    service: aService({ providerState: 'Provisioning' }),
  }),
  ready: aKnownCircuit({ name: 'ready' }),
  deprovisioning: aKnownCircuit({
    name: 'deprovisioning',
    service: aService({ providerState: 'Deprovisioning' }),
  }),
  deprovisioned: aKnownCircuit({
    name: 'deprovisioned',
    service: aService({ providerState: 'NotProvisioned' }),
  }),
  direct: aKnownCircuit({ name: 'direct', service: aDirectService() }),
  unrecognised: aKnownCircuit({
    name: 'unrecognised',
    service: aService({ providerState: { unrecognised: 'Paused' } }),
  }),
};

/** A circuit whose every text is the one given; the names that make up its id are cut to Azure's lengths. */
export function aCircuitOf(text: string): KnownCircuit {
  const part = (limit: number) => text.replaceAll('/', '-').slice(0, limit) || '-';
  const unrecognised = { unrecognised: text };
  const family: PeeringFamily = {
    primarySubnet: text,
    secondarySubnet: text,
    routeFilter: text,
    publicPrefixes: {
      advertised: [text],
      state: unrecognised,
      routingRegistry: text,
      each: [{ prefix: text, state: unrecognised }],
    },
  };
  return aKnownCircuit({
    name: part(80),
    resourceGroup: part(90),
    region: text,
    tags: { [text]: text, env: text },
    sku: { tier: text, family: text },
    service: aService({ provider: text, peeringLocation: text, providerState: unrecognised }),
    provisioningState: unrecognised,
    status: unrecognised,
    authorizations: [{ name: text, inUse: true }],
    peerings: [
      {
        name: text,
        type: unrecognised,
        state: unrecognised,
        provisioningState: unrecognised,
        lastModifiedBy: text,
        ipv4: family,
        ipv6: family,
      },
    ],
  });
}

/** A change of a circuit of whatever texts. */
export function aChangeOf(
  known: KnownCircuit,
  difference: Change['difference'],
  more: Partial<Change> = {},
): Change {
  return aChange({ circuit: aCircuitRef(known.circuit), difference, ...more });
}
