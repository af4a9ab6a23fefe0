import type { Change, Difference } from '../../../domain/circuit/changes.ts';
import { nameOf } from '../../../domain/open-enum.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { familyName, peeringName } from './peering.ts';
import { isPrefixTrouble, prefixStateMeaning } from './prefix-state.ts';
import { bandwidth } from './units.ts';

/** How a change is told: its sign, what happened, what it means. */
export type ChangeWords = { readonly sign: string; readonly what: Mrkdwn; readonly meaning: Mrkdwn };

export function changeWords({
  difference,
  situation,
}: Pick<Change, 'difference' | 'situation'>): ChangeWords {
  switch (difference.kind) {
    case 'circuit-found':
      return say(
        ':new:',
        md`new circuit in Azure`,
        md`Somebody created it since the last look. Azure bills it from now on.`,
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
      return nameOf(difference.after) === 'Enabled'
        ? say(
            ':large_green_circle:',
            arrow('Status', difference),
            md`The circuit is enabled on Microsoft’s side again.`,
          )
        : say(
            ':red_circle:',
            arrow('Status', difference),
            md`Seen twice and outside of a change: Microsoft’s side does not carry traffic.`,
          );
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
        md`The provider must follow before the traffic can. It cannot be lowered again.`,
      );
    case 'sku':
      return say(
        ':large_blue_circle:',
        md`SKU ${difference.before.tier} ${difference.before.family} → *${difference.after.tier} ${difference.after.family}*`,
        md`Price and limits (routes, virtual networks, regions) follow the SKU.`,
      );
    default:
      return peeringWords(difference);
  }
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
        md`The connection is down, and Microsoft bills the circuit until it is deleted.`,
      );
    case 'created':
    case 'direct':
    case 'unrecognised':
      return say(':large_yellow_circle:', what, md`Shown as Azure says it.`);
  }
}

type PeeringDifference = Extract<Difference, { peering: unknown }>;

function peeringWords(difference: PeeringDifference): ChangeWords {
  const domain = md`${peeringName(difference.peering)}`;
  switch (difference.kind) {
    case 'peering-added':
      return say(
        ':large_blue_circle:',
        md`${domain} added, ${nameOf(difference.state)}`,
        md`A routing domain was configured.`,
      );
    case 'peering-removed':
      return say(
        ':large_yellow_circle:',
        md`${domain} removed`,
        md`Nothing is routed over this domain any more.`,
      );
    case 'peering-state':
      return nameOf(difference.after) === 'Enabled'
        ? say(
            ':large_green_circle:',
            md`${domain}: ${arrow('BGP provisioning', difference)}`,
            md`Azure accepts BGP on both links. Whether sessions are up is your router’s to say.`,
          )
        : say(
            ':red_circle:',
            md`${domain}: ${arrow('BGP provisioning', difference)}`,
            md`Azure does not run BGP for this routing domain: nothing is routed over it.`,
          );
    case 'peering-changed':
      return say(
        ':pencil2:',
        md`${domain} changed${difference.by ? md` (last modified by ${difference.by})` : ''}`,
        fieldLines(difference.fields),
      );
    case 'prefixes-state':
      return say(
        prefixSign(difference.after),
        md`${domain}, ${familyName(difference.family)}: ${arrow('advertised public prefixes', difference)}`,
        md`${capital(prefixStateMeaning(difference.after))}.`,
      );
    case 'prefix-state': {
      const before = difference.before ?? { unrecognised: 'not seen before' };
      return say(
        prefixSign(difference.after),
        md`${domain}: prefix ${arrow(difference.prefix, { before, after: difference.after })}`,
        md`${capital(prefixStateMeaning(difference.after))}.`,
      );
    }
  }
}

const fieldLimit = 8;

function fieldLines(fields: Extract<Difference, { kind: 'peering-changed' }>['fields']): Mrkdwn {
  const shown = fields
    .slice(0, fieldLimit)
    .map(({ field, before, after }) => md`• ${field}: ${before || 'none'} → *${after || 'none'}*`);
  const rest = fields.length > fieldLimit ? [md`• and ${fields.length - fieldLimit} more`] : [];
  return { mrkdwn: [...shown, ...rest].map(({ mrkdwn }) => mrkdwn).join('\n') };
}

function prefixSign(state: Parameters<typeof isPrefixTrouble>[0]): string {
  if (isPrefixTrouble(state)) return ':large_yellow_circle:';
  return nameOf(state) === 'Configuring' ? ':hourglass_flowing_sand:' : ':large_green_circle:';
}

function arrow(
  what: string,
  {
    before,
    after,
  }: { readonly before: Parameters<typeof nameOf>[0]; readonly after: Parameters<typeof nameOf>[0] },
): Mrkdwn {
  return md`${what} ${nameOf(before) || 'none'} → *${nameOf(after) || 'none'}*`;
}

function say(sign: string, what: Mrkdwn, meaning: Mrkdwn): ChangeWords {
  return { sign, what, meaning };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
