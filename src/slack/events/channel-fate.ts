import type { App } from '@slack/bolt';
import type { SuspensionReason } from '../../domain/alert/suspension.ts';
import type { SharedDeps } from '../chat-deps.ts';
import type { Identity } from '../identity.ts';

/**
 * A channel is archived, left or joined again. What no event tells (Slack may drop them) shows when the next message
 * cannot be posted.
 */
export function registerChannelFate(app: App, shared: SharedDeps, { botUserId }: Identity): void {
  async function suspend(channelId: string, reason: SuspensionReason): Promise<void> {
    await shared.alerts.suspend(channelId, reason);
    shared.wakeOutbox();
  }
  async function resume(channelId: string): Promise<void> {
    if ((await shared.channels.standing(channelId)).kind !== 'member') return;
    if (await shared.alerts.resume(channelId)) shared.wakeOutbox();
  }
  app.event('channel_archive', ({ event }) => suspend(event.channel, 'archived'));
  app.event('group_archive', ({ event }) => suspend(event.channel, 'archived'));
  app.event('channel_left', ({ event }) => suspend(event.channel, 'removed'));
  app.event('group_left', ({ event }) => suspend(event.channel, 'removed'));
  app.event('channel_deleted', ({ event }) => suspend(event.channel, 'gone'));
  app.event('channel_unarchive', ({ event }) => resume(event.channel));
  app.event('group_unarchive', ({ event }) => resume(event.channel));
  app.event('member_joined_channel', async ({ event }) => {
    if (event.user === botUserId) await resume(event.channel);
  });
}
