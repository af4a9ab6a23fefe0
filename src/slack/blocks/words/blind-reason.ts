import type { BlindReason } from '../../../domain/alert/condition.ts';

/** Why, in a sentence. `who`: Azure or Slack. */
export function blindReason(reason: BlindReason, who: string): string {
  return reasons[reason].replace(/^It/u, who);
}

const reasons: Readonly<Record<BlindReason, string>> = {
  unreachable: 'It cannot be reached from here.',
  unavailable: 'It answers with errors of its own.',
  throttled: 'It turns requests away because there are too many.',
  'credentials-refused': 'It refuses the credentials.',
  'credentials-expiring': 'After that day no circuit is seen any more.',
  forbidden: 'It does not allow this to be read.',
  'not-found': 'It says that there is no such thing.',
  unreadable: 'What it answers cannot be understood.',
  overdue: 'None has ended for longer than it should take.',
  skewed: 'This machine’s clock and that of Azure or Slack differ.',
  'disk-full': 'The disk is full.',
  'read-only': 'The disk is read-only.',
  'not-writable': 'The store’s folder cannot be written.',
  'refused-message': 'Slack refused them for good, and they were put aside.',
};

/** What mends it; the log and `/circuit doctor` say more. */
export function blindMend(reason: BlindReason, who: string): string {
  return mends[reason].replace('its status page', `${who}’s status page`);
}

const mends: Readonly<Record<BlindReason, string>> = {
  unreachable: 'look at the network, DNS, proxy and firewall of the machine that I run on.',
  unavailable: 'nothing to do at first. If it lasts, look at its status page.',
  throttled: 'nothing to do at first. If it lasts, find what else uses this identity, or raise POLL_SECONDS.',
  'credentials-refused': 'renew the identity’s secret or certificate, or check its managed identity.',
  'credentials-expiring': 'renew the identity’s secret or certificate before.',
  forbidden: 'give my identity the role Reader (and Monitoring Reader for metrics) there.',
  'not-found': 'check AZURE_SUBSCRIPTION_IDS and the tenant of the identity.',
  unreadable: 'look into my log and see whether there is a newer Trunkline.',
  overdue: 'see in my log what the poll waits for. If there is nothing, start me again.',
  skewed: 'have the machine’s clock set by NTP.',
  'disk-full': 'make room on the disk of DATA_DIR.',
  'read-only': 'mount the disk of DATA_DIR so that it can be written.',
  'not-writable': 'give the user that I run as the right to write in DATA_DIR.',
  'refused-message': 'my log names each with Slack’s reason; `/circuit doctor` looks at the rest.',
};
