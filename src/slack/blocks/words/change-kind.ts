import type { ChangeKind } from '../../../domain/circuit/changes.ts';

/** What each kind of change is called in forms, menus and counts. */
export const kindNames: Readonly<Record<ChangeKind, string>> = {
  'circuit-found': 'Circuit found',
  'circuit-gone': 'Circuit gone',
  'provider-state': 'Provider state',
  status: 'Status',
  'provisioning-failed': 'Provisioning failed',
  'provisioning-recovered': 'Provisioning recovered',
  'peering-added': 'Peering added',
  'peering-removed': 'Peering removed',
  'peering-state': 'BGP provisioning state of a peering',
  'peering-changed': 'Peering changed by somebody',
  'prefixes-state': 'Advertised public prefixes state',
  'prefix-state': 'State of one prefix',
  bandwidth: 'Bandwidth',
  sku: 'SKU',
  'order-overdue': 'Provider late by its promise',
  'provider-stuck': 'Provider waited for too long',
  'bgp-session': 'BGP session up or down',
  arp: 'ARP answered or not',
  'prefix-count': 'Number of prefixes received',
  'vnet-link': 'Connection of a virtual network',
};
