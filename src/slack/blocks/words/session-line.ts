import type { Session } from '../../../domain/peering/session.ts';
import { joinMd, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import { familyName } from './peering.ts';
import { counted } from './units.ts';

type Told = Pick<Session, 'family' | 'state' | 'bgpState' | 'prefixes'>;

/** The sessions of one link: `IPv4 up, 47 prefixes; IPv6 down (Idle)`. */
export function linkSessionsLine(sessions: readonly Told[]): Mrkdwn {
  return joinMd(sessions.map(sessionWords), '; ');
}

function sessionWords({ family, state, bgpState, prefixes }: Told): Mrkdwn {
  switch (state) {
    case 'up':
      return prefixes === undefined
        ? md`${familyName(family)} up`
        : md`${familyName(family)} up, ${counted(prefixes, 'prefix', 'prefixes')}`;
    case 'down':
      return md`${familyName(family)} *down*${bgpState ? md` (${bgpState})` : nothing}`;
    case 'unknown':
      return md`${familyName(family)} not known`;
  }
}

/** The same with since when what is down is down. */
export function linkStandingLine(sessions: readonly Session[]): Mrkdwn {
  return joinMd(
    sessions.map((session) =>
      session.state === 'down'
        ? md`${sessionWords(session)} since ${moment(session.since)}`
        : sessionWords(session),
    ),
    '; ',
  );
}
