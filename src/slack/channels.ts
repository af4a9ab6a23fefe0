import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { type Channels, SlackFault } from '../usecases/ports.ts';
import { platformCode } from './outcome.ts';

/** How the bot stands to channels. */
export function createChannels(client: WebClient): Channels {
  return {
    async standing(channelId) {
      if (channelId.startsWith('D')) return { kind: 'member' };
      try {
        const { channel } = await client.conversations.info({ channel: channelId });
        if (channel?.is_archived) return { kind: 'not-member', reason: 'archived' };
        return channel?.is_member ? { kind: 'member' } : { kind: 'not-member', reason: 'removed' };
      } catch (error) {
        // Slack hides private channels from those who are not in them.
        if (platformCode(error) === 'channel_not_found') return { kind: 'not-member', reason: 'removed' };
        throw toSlackFault(error, 'Slack did not tell whether I am in this channel');
      }
    },
    async openDirect(userId) {
      try {
        const opened = await client.conversations.open({ users: userId });
        if (opened.channel?.id) return opened.channel.id;
      } catch (error) {
        throw toSlackFault(error, 'Slack did not open a direct conversation');
      }
      throw new SlackFault('Slack opened a direct conversation without an id');
    },
  };
}

export function toSlackFault(error: unknown, doing: string): SlackFault {
  const why = error instanceof WebAPIPlatformError ? ` (${platformCode(error)})` : '';
  return new SlackFault(`${doing}${why}`, { cause: error });
}
