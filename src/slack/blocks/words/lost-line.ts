import type { SessionSight } from '../../../domain/alert/condition.ts';
import { joinMd, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import { familyName } from './peering.ts';
import { listed } from './units.ts';

/** Sessions that were lost together. */
type Loss = readonly [SessionSight, ...SessionSight[]];

const togetherMs = 60_000;

/**
 * Which sessions, since when: `BGP to 203.0.113.1 and 2001:db8::1 (AS 64510) was lost today 03:12.` Of two links, each
 * with its time: `BGP on the primary link (203.0.113.1, AS 64510) was lost today 03:12, on the secondary link … 03:14.` The
 * AS number is that of the peering, so it is said once.
 */
export function lostLine(down: readonly SessionSight[]): Mrkdwn {
  const [first, ...later] = lossesOf(down.filter(({ neverUp }) => !neverUp));
  if (!first) return missingLine(down);
  const where = new Set(down.map(({ link }) => link)).size === 1 ? peersOf : placeOf;
  const parts = [
    md`BGP ${where(first, first[0].peerAsn)} was lost ${moment(first[0].since)}`,
    ...later.map((loss) => md`${where(loss)} ${moment(loss[0].since)}`),
  ];
  return md`${joinMd(parts, ', ')}.`;
}

/** Those that never came up, together: there is no time to tell them apart. */
function missingLine([first, ...rest]: readonly SessionSight[]): Mrkdwn {
  if (!first) return nothing;
  const where = rest.every(({ link }) => link === first.link) ? peersOf : placeOf;
  return md`BGP ${where([first, ...rest], first.peerAsn)} has not come up since it was configured.`;
}

function lossesOf(down: readonly SessionSight[]): readonly Loss[] {
  const losses: Loss[] = [];
  for (const session of down.toSorted((a, b) => a.since - b.since)) {
    const last = losses.at(-1);
    if (last && session.since - last[0].since < togetherMs) losses[losses.length - 1] = [...last, session];
    else losses.push([session]);
  }
  return losses;
}

/** `to 203.0.113.1 (AS 64510)`; where the subnet does not tell the address, the link does. */
function peersOf(loss: Loss, peerAsn?: number): Mrkdwn {
  const [{ link, family }] = loss;
  const addresses = addressesOf(loss);
  const asn = peerAsn === undefined ? nothing : md` (AS ${peerAsn})`;
  if (addresses.length > 0) return md`to ${listed(addresses)}${asn}`;
  const only = loss.length === 1 ? `, ${familyName(family)}` : '';
  return md`to your router on the ${link} link${only}${asn}`;
}

/** `on the primary link (203.0.113.1, AS 64510)`: one address of each link is enough to find it. */
function placeOf(loss: Loss, peerAsn?: number): Mrkdwn {
  const [{ link }] = loss;
  const firsts = loss.filter((one, index) => loss.findIndex((other) => other.link === one.link) === index);
  const known = listed(addressesOf(firsts));
  const details = [
    ...(known === '' ? [] : [known]),
    ...(peerAsn === undefined ? [] : [`AS ${peerAsn}`]),
  ].join(', ');
  const where = firsts.length > 1 ? 'on both links' : `on the ${link} link`;
  return details === '' ? md`${where}` : md`${where} (${details})`;
}

function addressesOf(sessions: readonly SessionSight[]): readonly string[] {
  return sessions.flatMap(({ peerAddress }) => (peerAddress ? [peerAddress] : []));
}
