import type { ChannelLostNotice } from '../../../domain/alert/notice.ts';
import type { SuspensionReason } from '../../../domain/alert/suspension.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, confirm, type Reply, section } from '../kit.ts';
import { lines, md, trusted } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { counted } from '../words/units.ts';

const reasons: Readonly<Record<SuspensionReason, string>> = {
  archived: 'it was archived',
  removed: 'I am not a member of it',
  gone: 'it does not exist any more, or is hidden from me',
  'posting-restricted': 'I may not post there',
};

const remedies: Readonly<Record<SuspensionReason, string>> = {
  archived: 'unarchive it and invite me',
  removed: 'invite me there',
  gone: 'subscribe another channel',
  'posting-restricted': 'let me post there',
};

export function lossReason(reason: SuspensionReason): string {
  return reasons[reason];
}

/** Told to the owner of a channel's subscriptions when the channel cannot be reached any more. */
export function channelLostReply({ channelId, reason, subscriptionCount }: ChannelLostNotice): Reply {
  const payload = encode({ id: '', channelId });
  const channel = trusted(`<#${channelId}>`);
  return {
    text: 'A channel that you subscribed gets no alerts any more',
    blocks: [
      section(
        lines(
          md`:mute: *${channel} gets no alerts any more*: ${reasons[reason]}.`,
          md`Its ${counted(subscriptionCount, 'subscription')} stay, and so does what it misses.`,
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
    ],
  };
}
