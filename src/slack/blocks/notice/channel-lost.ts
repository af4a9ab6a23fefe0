import type { ChannelLostNotice } from '../../../domain/alert/notice.ts';
import type { SuspensionReason } from '../../../domain/alert/suspension.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, confirm, section } from '../kit.ts';
import { lines, md, trusted } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';

const reasons: Readonly<Record<SuspensionReason, string>> = {
  archived: 'it was archived',
  removed: 'I am not a member of it',
  gone: 'it does not exist any more, or is hidden from me',
  'posting-restricted': 'I may not post there',
};

const remedies: Readonly<Record<SuspensionReason, string>> = {
  archived: 'unarchive it and invite me',
  removed: 'invite me there',
  gone: 'subscribe another channel; or, where it is only hidden from me, invite me there',
  'posting-restricted': 'let me post there',
};

export function lossReason(reason: SuspensionReason): string {
  return reasons[reason];
}

/** Told to the owner of a channel's subscriptions when the channel cannot be reached any more. */
export function channelLostReply({ channelId, reason, subscriptionCount }: ChannelLostNotice): Reply {
  const payload = encode({ id: '', channelId });
  const channel = trusted(`<#${channelId}>`);
  const stays =
    subscriptionCount === 1 ? 'Its subscription stays' : `Its ${subscriptionCount} subscriptions stay`;
  return reply(md`A channel that you subscribed gets no alerts any more`, [
    section(
      lines(
        md`:mute: *${channel} gets no alerts any more*: ${reasons[reason]}.`,
        md`${stays}, and what it misses is kept.`,
        md`*You*: ${remedies[reason]}, then press Try again. It gets what it missed in one message.`,
      ),
    ),
    actions(
      button('Try again', actionIds.resumeChannel, payload, { style: 'primary' }),
      button('End its subscriptions', actionIds.endAllSubscriptions, payload, {
        style: 'danger',
        confirm: confirm(
          'End the subscriptions?',
          'The channel gets no alerts, also when it can be reached again.',
          'End them',
          'Keep them',
        ),
      }),
    ),
  ]);
}
