import type { ChatDeps } from '../chat-deps.ts';
import type { Ask } from './command.ts';

/** Where alerts for the asker's place go: the channel, or from any direct conversation the one with the bot. */
export async function alertChannel(
  { channelId, userId }: Pick<Ask, 'channelId' | 'userId'>,
  { channels }: Pick<ChatDeps, 'channels'>,
): Promise<string> {
  return channelId.startsWith('D') ? channels.openDirect(userId) : channelId;
}
