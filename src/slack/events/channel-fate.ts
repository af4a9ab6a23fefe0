import type { App } from '@slack/bolt';
import type { SuspensionReason } from '../../domain/alert/suspension.ts';
import { resumeChannel } from '../../usecases/resume-channel.ts';
import { suspendChannel } from '../../usecases/suspend-channel.ts';
import type { SharedDeps } from '../chat-deps.ts';
import type { Identity } from '../identity.ts';

/**
 * A channel is archived, left or joined again. What no event tells (Slack may drop them) shows when the next message
 * cannot be posted.
 */
export function registerChannelFate(app: App, shared: SharedDeps, { botUserId }: Identity): void {
  const deps = { ...shared, store: shared.whole };
  async function suspend(channelId: string, reason: SuspensionReason): Promise<void> {
    await suspendChannel(deps, channelId, reason);
    deps.wakeOutbox();
  }
  async function resume(channelId: string): Promise<void> {
    if ((await deps.channels.standing(channelId)).kind !== 'member') return;
    if (await resumeChannel(deps, channelId)) deps.wakeOutbox();
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
