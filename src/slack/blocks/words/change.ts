import type { Change, Difference } from '../../../domain/circuit/changes.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { peeringWords } from './peering-change.ts';
import { arrow, type ChangeWords, say, unknownState } from './say.ts';
import { sessionWords } from './session-change.ts';
import { bandwidth, skuName } from './units.ts';

export function changeWords({
  difference,
  situation,
}: Pick<Change, 'difference' | 'situation'>): ChangeWords {
  switch (difference.kind) {
    case 'circuit-found':
      return say(
        ':new:',
        md`new circuit in Azure`,
        md`Somebody created it since the last look, or let Trunkline see it. Microsoft bills it from its creation on.`,
      );
    case 'circuit-gone':
      return say(
        ':wastebasket:',
        md`circuit is gone from Azure`,
        md`It was deleted, or Trunkline may no longer read it.`,
      );
    case 'provider-state':
      return providerStateWords(difference, situation);
    case 'status':
      return statusWords(difference);
    case 'provisioning-failed':
      return say(
        ':red_circle:',
        md`Azure's last write failed`,
        md`Traffic usually goes on, but routes may be held and further changes refused.`,
      );
    case 'provisioning-recovered':
      return say(
        ':large_green_circle:',
        md`Azure's writes succeed again`,
        md`The circuit's provisioning state is Succeeded.`,
      );
    case 'bandwidth':
      return say(
        ':large_blue_circle:',
        md`bandwidth ${bandwidth(difference.beforeMbps)} → *${bandwidth(difference.afterMbps)}*`,
        bandwidthMeaning(difference, situation),
      );
    case 'sku':
      return say(
        ':large_blue_circle:',
        md`SKU ${skuName(difference.before)} → *${skuName(difference.after)}*`,
        md`Price and limits (routes, virtual networks, regions) follow the SKU.`,
      );
    case 'order-overdue':
      return say(
        ':large_yellow_circle:',
        md`the provider is late: promised for *${difference.promisedOn}*`,
        md`That day is over (UTC) and the circuit is not Provisioned. Microsoft bills it all the same.`,
      );
    case 'provider-stuck':
      return say(
        ':large_yellow_circle:',
        md`the provider has been waited for *${difference.sinceDays} days*`,
        md`No day is on record by which it will be done. Microsoft bills the circuit all the same.`,
      );
    case 'bgp-session':
    case 'arp':
    case 'prefix-count':
    case 'vnet-link':
      return sessionWords(difference);
    default:
      return peeringWords(difference);
  }
}

function statusWords(difference: Extract<Difference, { kind: 'status' }>): ChangeWords {
  const what = arrow('Status', difference);
  switch (difference.after) {
    case 'Enabled':
      return say(':large_green_circle:', what, md`The circuit is enabled on Microsoft’s side again.`);
    case 'Disabled':
      return say(
        ':red_circle:',
        what,
        md`Seen twice and outside of a change: Microsoft’s side does not carry traffic.`,
      );
    default:
      return say(':large_yellow_circle:', what, unknownState);
  }
}

/** Azure raises a bandwidth in place and never lowers it (facts/azure.md 5). */
function bandwidthMeaning(
  { beforeMbps, afterMbps }: Extract<Difference, { kind: 'bandwidth' }>,
  situation: Change['situation'],
): Mrkdwn {
  if (afterMbps <= 0) return md`Azure does not tell it any more.`;
  if (afterMbps < beforeMbps)
    return md`Azure lowers no bandwidth in place: ask who changed the circuit, and how.`;
  if (situation === 'direct') return md`It cannot be lowered again.`;
  return md`The provider must raise it too before the traffic can follow. It cannot be lowered again.`;
}

type ProviderStateDifference = Extract<Difference, { kind: 'provider-state' }>;

function providerStateWords(
  difference: ProviderStateDifference,
  situation: Change['situation'],
): ChangeWords {
  const what = arrow('provider state', difference);
  switch (situation) {
    case 'ready':
      return say(
        ':large_green_circle:',
        what,
        md`The provider is done: the circuit can be used. Routing can be configured now.`,
      );
    case 'provider-working':
      return say(':hourglass_flowing_sand:', what, md`The provider has the service key and works on it.`);
    case 'deprovisioning':
      return say(':large_yellow_circle:', what, md`The provider is taking the connection down.`);
    case 'deprovisioned':
      return say(
        ':large_yellow_circle:',
        what,
        md`The connection is down: nothing goes over this circuit any more.`,
      );
    case 'created':
      return say(':large_yellow_circle:', what, md`The provider has given the order back, or never took it.`);
    case 'direct':
    case 'unrecognised':
      return say(':large_yellow_circle:', what, unknownState);
  }
}
