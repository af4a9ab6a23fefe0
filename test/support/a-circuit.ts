import type { Owed } from '../../src/domain/alert/notice.ts';
import type { Change, CircuitRef } from '../../src/domain/circuit/changes.ts';
import type { Circuit, DirectService, ProviderService } from '../../src/domain/circuit/circuit.ts';
import { type CircuitId, parseCircuitAddress } from '../../src/domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import { circuitRef } from '../../src/domain/circuit/survey.ts';
import type { Peering } from '../../src/domain/peering/peering.ts';

/** 2026-03-02 03:12 UTC: the moment at which things happen in tests, unless they say otherwise. */
export const t0 = Date.UTC(2026, 2, 2, 3, 12);

export const subscription1 = '11111111-1111-4111-8111-111111111111';
export const subscription2 = '22222222-2222-4222-8222-222222222222';

export function circuitIdOf(
  name: string,
  resourceGroup = 'rg-net',
  subscriptionId = subscription1,
): CircuitId {
  const text = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/expressRouteCircuits/${name}`;
  const address = parseCircuitAddress(text);
  if (!address.ok) throw new Error(address.refusal);
  return address.value.id;
}

export function aService(overrides: Partial<ProviderService> = {}): ProviderService {
  return {
    kind: 'provider',
    provider: 'Equinix',
    peeringLocation: 'London',
    bandwidthMbps: 200,
    providerState: 'Provisioned',
    ...overrides,
  };
}

export function aDirectService(overrides: Partial<DirectService> = {}): DirectService {
  return { kind: 'direct', port: 'port-ams', bandwidthMbps: 10_000, ...overrides };
}

/** A usable circuit without routing: Provisioned, Enabled, Succeeded. Its id follows from its names. */
export function aCircuit(overrides: Partial<Circuit> = {}): Circuit {
  const { name = 'lon-01', resourceGroup = 'rg-net', subscriptionId = subscription1 } = overrides;
  return {
    id: circuitIdOf(name, resourceGroup, subscriptionId),
    name,
    resourceGroup,
    subscriptionId,
    region: 'uksouth',
    tags: {},
    sku: { tier: 'Standard', family: 'MeteredData' },
    service: aService(),
    provisioningState: 'Succeeded',
    status: 'Enabled',
    peerings: [],
    authorizations: [],
    ...overrides,
  };
}

/** A settled Azure private peering that the customer made. */
export function aPeering(overrides: Partial<Peering> = {}): Peering {
  return {
    name: 'AzurePrivatePeering',
    type: 'AzurePrivatePeering',
    state: 'Enabled',
    provisioningState: 'Succeeded',
    vlanId: 100,
    peerAsn: 65_010,
    azureAsn: 12_076,
    lastModifiedBy: 'Customer',
    ipv4: { primarySubnet: '192.168.15.16/30', secondarySubnet: '192.168.15.20/30' },
    ...overrides,
  };
}

/** A settled Microsoft peering that advertises one prefix, whose state is given for the list and for the prefix. */
export function aMicrosoftPeering(state = 'Configured', overrides: Partial<Peering> = {}): Peering {
  const prefix = '203.0.113.0/24';
  return aPeering({
    name: 'MicrosoftPeering',
    type: 'MicrosoftPeering',
    vlanId: 300,
    peerAsn: 64_510,
    ipv4: {
      primarySubnet: '198.51.100.0/30',
      secondarySubnet: '198.51.100.4/30',
      publicPrefixes: {
        advertised: [prefix],
        state: openState(state),
        customerAsn: 64_510,
        routingRegistry: 'RIPENCC',
        each: [{ prefix, state: openState(state) }],
      },
    },
    ...overrides,
  });
}

function openState(state: string) {
  switch (state) {
    case 'NotConfigured':
    case 'Configuring':
    case 'Configured':
    case 'ValidationNeeded':
      return state;
    default:
      return { unrecognised: state };
  }
}

export function aKnownCircuit(
  circuit: Partial<Circuit> = {},
  memory: Partial<Omit<KnownCircuit, 'circuit'>> = {},
): KnownCircuit {
  return {
    circuit: aCircuit(circuit),
    firstSeenAt: t0,
    changedAt: t0,
    wasProvisioned: true,
    ...memory,
  };
}

export function aCircuitRef(overrides: Partial<Circuit> = {}): CircuitRef {
  return circuitRef(aCircuit(overrides));
}

export function aChange(overrides: Partial<Change> = {}): Change {
  return {
    id: 'poll-1.0.0',
    at: t0,
    circuit: aCircuitRef(),
    difference: { kind: 'provider-state', before: 'Provisioning', after: 'Provisioned' },
    situation: 'ready',
    next: { who: 'you', action: 'configure-routing' },
    ...overrides,
  };
}

export function anOwed(overrides: Partial<Owed> = {}): Owed {
  return {
    key: 'poll-1.0.0@C0NETOPS001',
    to: { channelId: 'C0NETOPS001' },
    notice: { kind: 'change', change: aChange() },
    owedAt: t0,
    ...overrides,
  };
}
