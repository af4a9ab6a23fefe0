import type { Change } from '../circuit/changes.ts';
import { nameOf, type Open } from '../open-enum.ts';
import type { Severity } from './severity.ts';

/** How much a change matters by itself. Where an incident is open about the same subject, the incident's severity counts. */
export function changeSeverity({ difference }: Pick<Change, 'difference'>): Severity {
  switch (difference.kind) {
    case 'circuit-found':
    case 'provisioning-recovered':
    case 'peering-added':
    case 'peering-changed':
    case 'bandwidth':
    case 'sku':
      return 'info';
    // It cannot be brought back: whoever did not mean it must know.
    case 'circuit-gone':
      return 'warning';
    // What ran before the write goes on running.
    case 'provisioning-failed':
      return 'warning';
    // Its routes are gone.
    case 'peering-removed':
      return 'warning';
    // Somebody must call the provider, in working hours.
    case 'order-overdue':
    case 'provider-stuck':
      return 'warning';
    // Where the provider works no more, no traffic flows, or soon none will.
    case 'provider-state':
      return isOneOf(difference.after, ['Provisioning', 'Provisioned']) ? 'info' : 'warning';
    // What Microsoft disabled carries nothing.
    case 'status':
      return isOneOf(difference.after, ['Enabled']) ? 'info' : 'critical';
    case 'peering-state':
      return isOneOf(difference.after, ['Enabled']) ? 'info' : 'warning';
    // Somebody must prove that the prefixes are theirs: BGP does not come up before.
    case 'prefixes-state':
    case 'prefix-state':
      return isOneOf(difference.after, soundStates) ? 'info' : 'warning';
    // Whether the other link carries the traffic is the incident's to say.
    case 'bgp-session':
    case 'arp':
      return difference.after === 'down' ? 'warning' : 'info';
    case 'prefix-count':
      return difference.turn === 'normal' ? 'info' : 'warning';
    // `Unknown` is what Azure says while it looks: no loss.
    case 'vnet-link':
      return isOneOf(difference.after, ['Connected', 'Connecting', 'Unknown']) ? 'info' : 'warning';
  }
}

const soundStates = ['NotConfigured', 'Configuring', 'Configured', 'ManuallyVerified'];

function isOneOf(value: Open<string>, names: readonly string[]): boolean {
  return names.includes(nameOf(value));
}
