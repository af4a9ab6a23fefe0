import type { SessionSight } from '../../../domain/alert/condition.ts';
import { type Link, links } from '../../../domain/peering/link.ts';
import { addressFamilies } from '../../../domain/peering/peering.ts';
import { joinMd, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { otherLink } from './link.ts';
import { lostLine } from './lost-line.ts';
import { familyName } from './peering.ts';
import { sessionTodo } from './session-todo.ts';
import type { ToldTrouble } from './trouble.ts';
import { placeOfSubject, type TroubleOf, type TroubleWords } from './trouble-words.ts';
import { capital, listed } from './units.ts';

type Connectivity = TroubleOf<'connectivity'>;

/** BGP sessions that are down, or links whose layer 2 is silent. */
export function connectivityWords(told: ToldTrouble, trouble: Connectivity): TroubleWords {
  const place = placeOfSubject(told.subject);
  const provider = told.circuit?.provider ?? '';
  if (trouble.extent === 'layer-2') return { place, ...silentLinkWords(trouble, provider) };
  const down = trouble.sessions.filter(({ state }) => state === 'down');
  const what = downParts(trouble);
  if (down.every(({ neverUp }) => neverUp)) return { place, ...neverUpWords(what, down, trouble, provider) };
  return {
    place,
    bad: md`${what} down`,
    well: isTheWhole(told, down) ? md`${what} back` : md`BGP back on all links`,
    was: 'Down',
    meaning: joinMd([lostLine(down), consequence(trouble), basisLine(down)].filter(isSaid), ' '),
    todo: sessionTodo(down, provider),
  };
}

/** Configured, and not brought up yet: nothing was lost. */
function neverUpWords(
  what: string,
  down: readonly SessionSight[],
  { extent }: Connectivity,
  provider: string,
): Omit<TroubleWords, 'place'> {
  const isAll = extent === 'down';
  return {
    bad: md`${what} not up yet`,
    well: md`${what} up`,
    was: 'Not up',
    meaning: joinMd(
      [
        lostLine(down),
        isAll
          ? md`Nothing goes over this peering yet.`
          : md`Until it does there is no redundancy, and Microsoft's SLA does not hold.`,
      ],
      ' ',
    ),
    todo: sessionTodo(down, provider),
  };
}

/** What is down last need not be all that was: of two links one may have come back before the other. */
function isTheWhole({ firstBadAt }: ToldTrouble, down: readonly SessionSight[]): boolean {
  return down.some(({ since }) => since <= firstBadAt);
}

function isSaid({ mrkdwn }: Mrkdwn): boolean {
  return mrkdwn !== '';
}

/** `primary link`, `both links`, `IPv6 on both links`, `primary link (IPv6)`. */
function downParts({ extent, sessions }: Connectivity): string {
  const lost = (link: Link) => sessions.filter((one) => one.link === link && one.state === 'down');
  const all = (link: Link) => sessions.filter((one) => one.link === link);
  if (sessions.every(({ state }) => state === 'down')) {
    const present = links.filter((link) => all(link).length > 0);
    return present.length === 2 ? 'both links' : `${present[0] ?? 'primary'} link`;
  }
  if (extent === 'down') return `${familyNames(lostFamilies(sessions))} on both links`;
  const parts = links
    .filter((link) => lost(link).length > 0)
    .map((link) =>
      lost(link).length === all(link).length
        ? `${link} link`
        : `${link} link (${familyNames(lost(link).map(({ family }) => family))})`,
    );
  return listed(parts);
}

/** Families that no link is known to carry. */
function lostFamilies(sessions: readonly SessionSight[]) {
  return addressFamilies.filter((family) => {
    const own = sessions.filter((one) => one.family === family);
    return own.some(({ state }) => state === 'down') && own.every(({ state }) => state !== 'up');
  });
}

function familyNames(families: readonly SessionSight['family'][]): string {
  return listed(families.map(familyName));
}

/** What it does to the traffic. Microsoft's SLA needs BGP on both links. */
function consequence({ extent, sessions }: Connectivity): Mrkdwn {
  if (extent === 'down') {
    const families = lostFamilies(sessions);
    return sessions.every(({ state }) => state === 'down')
      ? md`Nothing goes over this peering any more: its traffic is lost, unless another circuit carries it.`
      : md`No ${familyNames(families)} goes over this peering any more: that traffic is lost, unless another circuit carries it.`;
  }
  const broken = links.filter((link) => sessions.some((one) => one.link === link && one.state === 'down'));
  const [only] = broken;
  if (!only || broken.length > 1)
    return md`Each family has one link left: redundancy is gone, and with it Microsoft's SLA.`;
  const traffic = trafficOf(sessions.filter(({ link }) => link === only));
  const rest = sessions.filter(({ link }) => link === otherLink(only));
  return rest.some(({ state }) => state === 'unknown')
    ? md`Whether the ${otherLink(only)} link carries ${traffic} is not known.`
    : md`The ${otherLink(only)} link carries ${traffic}: redundancy is gone, and with it Microsoft's SLA.`;
}

/** `the traffic`, or where a family still goes over both links, `the IPv6 traffic`. */
function trafficOf(broken: readonly SessionSight[]): string {
  const lost = broken.filter(({ state }) => state === 'down');
  return lost.length === broken.length
    ? 'the traffic'
    : `the ${familyNames(lost.map(({ family }) => family))} traffic`;
}

function basisLine(down: readonly SessionSight[]): Mrkdwn {
  return down.some(({ basis }) => basis === 'routes')
    ? nothing
    : md`Azure's metric alone says so: its edge could not be asked.`;
}

function silentLinkWords({ sessions }: Connectivity, provider: string): Omit<TroubleWords, 'place'> {
  const silent = links.filter((link) => sessions.some((one) => one.link === link && one.arp === 'down'));
  const what = silent.length === 2 ? 'both links' : `${silent[0] ?? 'primary'} link`;
  const isMany = silent.length === 2;
  return {
    bad: md`${what} without ARP`,
    well: md`${what} ${isMany ? 'answer' : 'answers'} ARP again`,
    was: 'Without ARP',
    meaning: md`BGP is still up, but your router does not answer Microsoft's edge at layer 2. ${capital(what)} may drop at any moment.`,
    todo: md`*You*: look at the interface, the VLAN tags and the cross-connect of ${isMany ? what : `the ${what}`}. *${provider || 'The provider'}*: if these are well, its path between your router and Microsoft.`,
  };
}
