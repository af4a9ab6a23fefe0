import type { Difference } from '../../../domain/circuit/changes.ts';
import { nameOf } from '../../../domain/open-enum.ts';
import type { PeeringState } from '../../../domain/peering/peering.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { familyName, peeringName } from './peering.ts';
import { isPrefixTrouble, prefixStateMeaning } from './prefix-state.ts';
import { arrow, type ChangeWords, say, unknownState } from './say.ts';
import { capital } from './units.ts';

type PeeringDifference = Exclude<
  Extract<Difference, { peering: unknown }>,
  { kind: 'bgp-session' | 'arp' | 'prefix-count' }
>;

/** How a change of a routing domain is told. */
export function peeringWords(difference: PeeringDifference): ChangeWords {
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
      return peeringStateWords(md`${domain}: ${arrow('BGP provisioning', difference)}`, difference.after);
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
      const { prefix, before, after } = difference;
      return say(
        prefixSign(after),
        before === undefined
          ? md`${domain}: prefix ${prefix} is *${nameOf(after)}*`
          : md`${domain}: prefix ${arrow(prefix, { before, after })}`,
        md`${capital(prefixStateMeaning(difference.after))}.`,
      );
    }
  }
}

function peeringStateWords(what: Mrkdwn, after: PeeringState): ChangeWords {
  switch (after) {
    case 'Enabled':
      return say(
        ':large_green_circle:',
        what,
        md`Azure accepts BGP on both links. Whether sessions are up is your router’s to say.`,
      );
    case 'Disabled':
      return say(
        ':red_circle:',
        what,
        md`Azure does not run BGP for this routing domain: nothing is routed over it.`,
      );
    default:
      return say(':large_yellow_circle:', what, unknownState);
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
