import type { KnownBlock } from '@slack/types';
import type { Mute } from '../../domain/alert/mute.ts';
import type { MaintenanceWindow, QuietHours } from '../../domain/alert/quiet.ts';
import { renderWish, type Subscription } from '../../domain/alert/subscription.ts';
import type { Suspension } from '../../domain/alert/suspension.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Subscribed } from '../../usecases/subscribe-channel.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, confirm, context, overflow, section } from './kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { kindOf, unmuteButton } from './mute.ts';
import { lossReason } from './notice/channel-lost.ts';
import { encode } from './payload.ts';
import { type Reply, reply } from './reply.ts';
import { subscriptionChoices } from './subscription-menu.ts';
import { moment } from './time.ts';
import { quietWords } from './words/quiet.ts';
import { counted } from './words/units.ts';

export function wishText(subscription: Subscription): string {
  return renderWish(subscription.wish) || 'every change of every circuit';
}

export function subscribedReply({ subscription, existed, matchingNow }: Subscribed): Reply {
  const said = existed ? 'was already subscribed to' : 'is subscribed to';
  const title = md`:bell: *${channel(subscription.channelId)} ${said}* ${wishText(subscription)}`;
  const now =
    matchingNow === 0
      ? md`:warning: No circuit fits this at the moment. Is the filter as you meant it?`
      : md`${counted(matchingNow, 'circuit fits', 'circuits fit')} it now.`;
  return reply(md`Subscribed`, [section(lines(title, now)), actions(...subscriptionButtons(subscription))]);
}

/** What a channel is told, and what keeps it quiet. */
export type ChannelAlerts = {
  readonly channelId: string;
  readonly subscriptions: readonly Subscription[];
  readonly mutes: readonly Mute[];
  readonly suspension: Suspension | undefined;
  readonly quietHours: QuietHours | undefined;
  /** Of every channel: they count for each. */
  readonly windows: readonly MaintenanceWindow[];
};

/** What a channel is told, what it is not told, and whether it can be told at all. */
export function subscriptionsReply(alerts: ChannelAlerts, now: Instant): Reply {
  const { channelId, subscriptions, mutes, suspension } = alerts;
  const title =
    subscriptions.length === 0
      ? md`*${channel(channelId)} has no subscriptions.* \`/circuit subscribe\` makes one; \`/circuit help subscribe\` shows the filters.`
      : md`*${channel(channelId)} has ${counted(subscriptions.length, 'subscription')}*`;
  const muted = mutes.filter(({ until }) => until > now);
  const shown = muted.slice(0, Math.min(muteLimit, rowLimit - subscriptions.length));
  const more = muted.length - shown.length;
  return reply(md`Subscriptions of this channel`, [
    section(title),
    ...(suspension ? suspensionBlocks(suspension) : []),
    ...subscriptions.map(subscriptionBlock),
    ...shown.map(muteBlock),
    ...(more > 0 ? [context(md`${counted(more, 'more circuit is', 'more circuits are')} muted here.`)] : []),
    ...quietBlocks(alerts, now),
  ]);
}

function quietBlocks({ quietHours, windows }: ChannelAlerts, now: Instant): readonly KnownBlock[] {
  const present = windows.filter(({ from, until }) => from <= now && until > now);
  const planned = windows.filter(({ from }) => from > now).length;
  const lines = [
    ...(quietHours ? [md`:zzz: Quiet ${quietWords(quietHours)}: \`/circuit quiet\``] : []),
    ...(present.length > 0 || planned > 0
      ? [
          md`:construction: Maintenance: ${present.length} under way, ${planned} planned: \`/circuit maintenance\``,
        ]
      : []),
  ];
  return lines.length > 0 ? [context(...lines)] : [];
}

/** Slack's size of a message has room for so many rows with a menu or button each. */
const rowLimit = 22;
const muteLimit = 10;

function subscriptionBlock(subscription: Subscription): KnownBlock {
  const { id, channelId, ownerId, createdAt } = subscription;
  const by = ownerId ? md`by ${trusted(`<@${ownerId}>`)}` : md`by configuration`;
  return section(
    md`• ${wishText(subscription)}\n${by}, ${moment(createdAt)}`,
    overflow(actionIds.subscriptionMenu, subscriptionChoices({ id, channelId })),
  );
}

function subscriptionButtons({ id, channelId }: Subscription) {
  const payload = encode({ id, channelId });
  return [
    button('Change…', actionIds.editSubscription, payload, { label: 'Change this subscription' }),
    button('End', actionIds.endSubscription, payload, {
      label: 'End this subscription',
      confirm: confirm(
        'End this subscription?',
        'The channel is no longer told of these changes.',
        'End it',
        'Keep it',
      ),
    }),
  ];
}

function suspensionBlocks({ channelId, reason, since }: Suspension): readonly KnownBlock[] {
  return [
    section(
      md`:mute: Nothing has been told here since ${moment(since)}: ${lossReason(reason)}.`,
      button('Try again', actionIds.resumeChannel, encode({ id: '', channelId }), { style: 'primary' }),
    ),
  ];
}

function muteBlock(mute: Mute): KnownBlock {
  const { circuitName, kind, until, byUserId } = mute;
  return section(
    md`:no_bell: *${circuitName}*${kindOf(kind)} is muted here until ${moment(until)}, by ${trusted(`<@${byUserId}>`)}`,
    unmuteButton(mute),
  );
}

export function endedReply(ended: readonly Subscription[]): Reply {
  const [first] = ended;
  const text: Mrkdwn =
    first === undefined
      ? md`That subscription had already ended; nothing was changed.`
      : lines(
          md`:no_bell: *${channel(first.channelId)}* is no longer told of ${ended.map(wishText).join('; ')}.`,
          ended.length === 1 ? wayBack(first) : nothing,
        );
  return reply(first === undefined ? text : md`Subscription ended`, [section(text)]);
}

/** Not where it is so long that it would be shortened: half a filter is another one. */
function wayBack({ wish }: Subscription): Mrkdwn {
  const command = `/circuit subscribe ${renderWish(wish)}`.trim();
  return command.length > 250 ? nothing : md`\`${command}\` brings it back.`;
}

export function channel(id: string): Mrkdwn {
  return id.startsWith('D') ? md`This conversation` : trusted(`<#${id}>`);
}
