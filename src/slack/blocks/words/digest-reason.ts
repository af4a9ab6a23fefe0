import type { DigestView } from '../../../domain/alert/digest.ts';
import { type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { moment, span } from '../time.ts';
import { counted } from './units.ts';

type Told = Pick<DigestView, 'why' | 'since' | 'until' | 'about' | 'total'> & {
  /** Some of them are incidents. */
  readonly hasIncidents?: boolean;
};
export type DigestWords = { readonly sign: string; readonly title: Mrkdwn; readonly meaning: Mrkdwn };

/** Why many alerts stand in one message. */
export function digestWords(digest: Told): DigestWords {
  const { why, since, until, about = '', total, hasIncidents = false } = digest;
  const alerts = counted(total, 'alert');
  switch (why) {
    case 'storm':
      return {
        sign: ':rotating_light:',
        title: md`${alerts} at once`,
        meaning: md`All seen ${moment(until)}, in one look.${hasIncidents ? md` A common cause is likely: a provider, a location, a router.` : nothing}`,
      };
    case 'quiet-hours':
      return {
        sign: ':zzz:',
        title: md`${alerts} from the quiet hours`,
        meaning: md`Held back ${span(since, until)}; none of them critical when it happened.`,
      };
    case 'maintenance':
      return {
        sign: ':construction:',
        title: md`${alerts} held during maintenance${about ? md`: ${about}` : ''}`,
        meaning: md`Held back ${span(since, until)}. The maintenance is over.`,
      };
    case 'mute-ended':
      return {
        sign: ':bell:',
        title: md`${about || 'A circuit'} is no longer muted here`,
        meaning:
          total === 0
            ? md`The mute ended ${moment(until)}. Nothing was held back.`
            : md`The mute ended ${moment(until)}. ${counted(total, 'alert was', 'alerts were')} held back.`,
      };
    case 'slack-away':
      return {
        sign: ':rewind:',
        title: md`${alerts} from while Slack could not be reached`,
        meaning: md`From ${span(since, until)}. The newest are told by themselves.`,
      };
  }
}
