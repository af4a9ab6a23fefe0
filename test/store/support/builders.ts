import type { Mute } from '../../../src/domain/alert/mute.ts';
import type { Owed } from '../../../src/domain/alert/notice.ts';
import type { Subscription } from '../../../src/domain/alert/subscription.ts';
import type { Change } from '../../../src/domain/circuit/changes.ts';
import { type CircuitId, parseCircuitAddress } from '../../../src/domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import type { Parked } from '../../../src/usecases/store.ts';

export type Address = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
};

export const inLondon: Address = { subscriptionId: 'sub-1', resourceGroup: 'rg-net', name: 'lon-01' };

export function circuitId({ subscriptionId, resourceGroup, name }: Address): CircuitId {
  const address = parseCircuitAddress(
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/expressRouteCircuits/${name}`,
  );
  if (!address.ok) throw new Error(address.refusal);
  return address.value.id;
}

export function aKnownCircuit(
  overrides: Partial<Address> = {},
  memory: Partial<KnownCircuit> = {},
): KnownCircuit {
  const address = { ...inLondon, ...overrides };
  return {
    circuit: {
      id: circuitId(address),
      ...address,
      region: 'uksouth',
      tags: { env: 'prod' },
      sku: { tier: 'Standard', family: 'MeteredData' },
      service: {
        kind: 'provider',
        provider: 'Equinix',
        peeringLocation: 'London',
        bandwidthMbps: 200,
        providerState: 'Provisioned',
      },
      provisioningState: 'Succeeded',
      status: 'Enabled',
      peerings: [],
      authorizations: [],
    },
    firstSeenAt: 1_000,
    changedAt: 1_000,
    wasProvisioned: true,
    ...memory,
  };
}

export function aChange(overrides: Partial<Change> = {}): Change {
  const circuit = { id: circuitId(inLondon), ...inLondon, provider: 'Equinix', peeringLocation: 'London' };
  return {
    id: 'poll-1.0',
    at: 1_000,
    circuit: { ...circuit, tags: {} },
    difference: { kind: 'provider-state', before: 'Provisioning', after: 'Provisioned' },
    situation: 'ready',
    next: { who: 'you', action: 'configure-routing' },
    ...overrides,
  };
}

export function anOwed(key: string, overrides: Partial<Owed> = {}): Owed {
  const notice = { kind: 'change', change: aChange() } as const;
  return { key, to: { channelId: 'C1' }, notice, owedAt: 1_000, ...overrides };
}

export function aParked(key: string, parkedAt = 1_000): Parked {
  return { owed: anOwed(key), reason: 'invalid_blocks', parkedAt };
}

export function aSubscription(id: string, overrides: Partial<Subscription> = {}): Subscription {
  const wish = { filter: [], kinds: [] };
  return { id, channelId: 'C1', ownerId: 'U1', createdAt: 1_000, wish, ...overrides };
}

export function aMute(overrides: Partial<Mute> = {}): Mute {
  const circuitName = inLondon.name;
  return {
    channelId: 'C1',
    circuitId: circuitId(inLondon),
    circuitName,
    until: 9_000,
    byUserId: 'U1',
    ...overrides,
  };
}
