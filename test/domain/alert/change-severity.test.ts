import { expect, test } from 'vitest';
import { changeSeverity } from '../../../src/domain/alert/change-severity.ts';
import type { Severity } from '../../../src/domain/alert/severity.ts';
import type { Difference } from '../../../src/domain/circuit/changes.ts';

const peering = 'MicrosoftPeering';
const prefixes = { peering, family: 'ipv4' } as const;
const place = { ...prefixes, link: 'primary' } as const;
const vnet = { connection: 'vnet-1', resourceGroup: 'rg', gateway: 'gw-1', before: 'Connected' } as const;
const count = { ...place, before: 40, after: 4, limit: 200 } as const;
const sku = { tier: 'Standard', family: 'MeteredData' } as const;

test.each<[Severity, Difference]>([
  ['info', { kind: 'circuit-found' }],
  ['warning', { kind: 'circuit-gone' }],
  ['info', { kind: 'provider-state', before: 'Provisioning', after: 'Provisioned' }],
  ['info', { kind: 'provider-state', before: 'NotProvisioned', after: 'Provisioning' }],
  ['warning', { kind: 'provider-state', before: 'Provisioned', after: 'Deprovisioning' }],
  ['warning', { kind: 'provider-state', before: 'Provisioned', after: { unrecognised: 'Lost' } }],
  ['critical', { kind: 'status', before: 'Enabled', after: 'Disabled' }],
  ['info', { kind: 'status', before: 'Disabled', after: 'Enabled' }],
  ['warning', { kind: 'provisioning-failed' }],
  ['info', { kind: 'provisioning-recovered' }],
  ['info', { kind: 'peering-added', peering, state: 'Enabled' }],
  ['warning', { kind: 'peering-removed', peering }],
  ['warning', { kind: 'peering-state', peering, before: 'Enabled', after: 'Disabled' }],
  ['info', { kind: 'peering-state', peering, before: 'Disabled', after: 'Enabled' }],
  ['info', { kind: 'peering-changed', peering, fields: [] }],
  ['warning', { kind: 'prefixes-state', ...prefixes, before: 'Configuring', after: 'ValidationNeeded' }],
  ['info', { kind: 'prefixes-state', ...prefixes, before: 'Configuring', after: 'Configured' }],
  ['warning', { kind: 'prefix-state', ...prefixes, prefix: '203.0.113.0/24', after: 'ValidationFailed' }],
  ['info', { kind: 'prefix-state', ...prefixes, prefix: '203.0.113.0/24', after: 'ManuallyVerified' }],
  ['info', { kind: 'bandwidth', beforeMbps: 200, afterMbps: 500 }],
  ['info', { kind: 'sku', before: sku, after: sku }],
  ['warning', { kind: 'order-overdue', promisedOn: '2026-03-01' }],
  ['warning', { kind: 'provider-stuck', sinceDays: 15 }],
  ['warning', { kind: 'bgp-session', ...place, before: 'up', after: 'down' }],
  ['info', { kind: 'bgp-session', ...place, before: 'down', after: 'up' }],
  ['warning', { kind: 'arp', peering, link: 'primary', before: 'up', after: 'down' }],
  ['info', { kind: 'arp', peering, link: 'primary', before: 'down', after: 'up' }],
  ['warning', { kind: 'prefix-count', ...count, turn: 'fell' }],
  ['warning', { kind: 'prefix-count', ...count, turn: 'near-limit' }],
  ['info', { kind: 'prefix-count', ...count, turn: 'normal' }],
  ['warning', { kind: 'vnet-link', ...vnet, after: 'NotConnected' }],
  ['info', { kind: 'vnet-link', ...vnet, after: 'Unknown' }],
])('%s: %j', (severity, difference) => {
  expect(changeSeverity({ difference })).toBe(severity);
});
