import type { Change, ChangeKind, Difference } from '../../src/domain/circuit/changes.ts';
import { aChange } from './a-circuit.ts';

const peering = 'MicrosoftPeering';
const prefixPart = { peering, family: 'ipv4' } as const;
const sessionPlace = { ...prefixPart, link: 'primary' } as const;

/** One difference of every kind; a kind that is forgotten here does not compile. */
const differences: { readonly [K in ChangeKind]: Extract<Difference, { readonly kind: K }> } = {
  'circuit-found': { kind: 'circuit-found' },
  'circuit-gone': { kind: 'circuit-gone' },
  'provider-state': { kind: 'provider-state', before: 'Provisioning', after: 'Provisioned' },
  status: { kind: 'status', before: 'Enabled', after: 'Disabled' },
  'provisioning-failed': { kind: 'provisioning-failed' },
  'provisioning-recovered': { kind: 'provisioning-recovered' },
  'peering-added': { kind: 'peering-added', peering, state: 'Enabled' },
  'peering-removed': { kind: 'peering-removed', peering },
  'peering-state': { kind: 'peering-state', peering, before: 'Enabled', after: 'Disabled' },
  'peering-changed': {
    kind: 'peering-changed',
    peering,
    by: 'Equinix',
    fields: [{ field: 'VLAN ID', before: '300', after: '301' }],
  },
  'prefixes-state': {
    kind: 'prefixes-state',
    ...prefixPart,
    before: 'Configuring',
    after: 'ValidationNeeded',
  },
  'prefix-state': {
    kind: 'prefix-state',
    ...prefixPart,
    prefix: '203.0.113.0/24',
    before: 'Configuring',
    after: 'ValidationFailed',
  },
  bandwidth: { kind: 'bandwidth', beforeMbps: 200, afterMbps: 500 },
  sku: {
    kind: 'sku',
    before: { tier: 'Standard', family: 'MeteredData' },
    after: { tier: 'Premium', family: 'MeteredData' },
  },
  'order-overdue': { kind: 'order-overdue', promisedOn: '2026-03-01' },
  'provider-stuck': { kind: 'provider-stuck', sinceDays: 15 },
  'bgp-session': {
    kind: 'bgp-session',
    ...sessionPlace,
    before: 'up',
    after: 'down',
    bgpState: 'Idle',
  },
  arp: { kind: 'arp', peering, link: 'primary', before: 'up', after: 'down' },
  'prefix-count': {
    kind: 'prefix-count',
    ...sessionPlace,
    before: 47,
    after: 3,
    turn: 'fell',
    limit: 200,
  },
  'vnet-link': {
    kind: 'vnet-link',
    connection: 'conn-hub',
    resourceGroup: 'rg-net',
    gateway: 'gw-hub',
    before: 'Connected',
    after: 'NotConnected',
  },
};

export function everyDifference(): readonly Difference[] {
  return Object.values(differences);
}

/** A change of every kind, each with its own id. */
export function everyChange(overrides: Partial<Change> = {}): readonly Change[] {
  return everyDifference().map((difference, index) =>
    aChange({ id: `poll-1.0.${index}`, difference, ...overrides }),
  );
}
