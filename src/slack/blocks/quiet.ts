import type { QuietHours } from '../../domain/alert/quiet.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, section } from './kit.ts';
import { lines, md } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { person } from './request/person.ts';
import { channel } from './subscriptions.ts';
import { quietWords } from './words/quiet.ts';

/** What a channel's quiet hours are, and how they are set. */
export function quietReply(channelId: string, hours: QuietHours | undefined): Reply {
  if (!hours) {
    return reply(md`No quiet hours`, [
      section(
        lines(
          md`*${channel(channelId)} has no quiet hours*: everything is told when it happens.`,
          md`\`/circuit quiet 22:00-07:00 Europe/London weekdays\` sets them, or this form:`,
        ),
      ),
      actions(formButton('Set…')),
    ]);
  }
  return reply(md`Quiet hours: ${quietWords(hours)}`, [
    section(
      lines(
        md`:zzz: *${channel(channelId)} is quiet ${quietWords(hours)}*, by ${person(hours.byUserId)}`,
        md`Critical alerts are told all the same; the rest in one message when the hours end.`,
      ),
    ),
    actions(
      formButton('Change…'),
      button('End', actionIds.quietEnd, 'quiet', { label: 'End the quiet hours' }),
    ),
  ]);
}

function formButton(text: string) {
  return button(text, actionIds.quietForm, 'quiet', {
    label: `${text.replace('…', '')} the quiet hours of this channel`,
  });
}

/** Said in the channel, so that everybody there knows why it is quiet. */
export function quietSetReply(hours: QuietHours): Reply {
  return reply(md`Quiet hours were set: ${quietWords(hours)}`, [
    section(
      md`:zzz: ${person(hours.byUserId)} set quiet hours for this channel: *${quietWords(hours)}*. Critical alerts are told all the same; the rest in one message when the hours end.`,
    ),
  ]);
}

export function quietEndedReply(userId: string): Reply {
  return reply(md`The quiet hours were ended`, [
    section(
      md`:bell: ${person(userId)} ended the quiet hours of this channel. What they held back, if anything, follows.`,
    ),
  ]);
}
